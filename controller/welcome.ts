import { isLoopback } from './loopback.ts';

export interface Doors {
  readonly host: string;
  readonly port: number;
  /** One-time secrets for the console and for the virtual hall; null where people have passwords. */
  readonly signInCodes: { readonly console: string; readonly hall: string } | null;
}

/** What a person reads when the hall has opened: the console, the virtual hall, and how to put a screen on a wall. */
export function welcome({ host, port, signInCodes }: Doors): string {
  const base = `http://${isLoopback(host) || isEverywhere(host) ? '127.0.0.1' : bracketed(host)}:${port}`;
  const link = (path: string, code: string | undefined): string =>
    code === undefined ? `${base}${path}` : `${base}${path}#sign-in=${code}`;
  const once = signInCodes === null ? '' : ' (each link signs you in once)';
  const wall = isLoopback(host)
    ? `The hall listens on this machine only. Start it with HOST=0.0.0.0 to open it to the screens' network, then open\n                 http://<this machine's address>:${port}/display/ in the browser of the screen's player`
    : `Open http://${isEverywhere(host) ? "<this machine's address>" : bracketed(host)}:${port}/display/ in the browser of the screen's player`;
  return [
    `The hall is open${once}.`,
    '',
    `  Console        ${link('/', signInCodes?.console)}`,
    `  Virtual hall   ${link('/hall/', signInCodes?.hall)}`,
    `  On the wall    ${wall}`,
    '                 and type the code that it shows into the console.',
    '',
  ].join('\n');
}

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';
const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
