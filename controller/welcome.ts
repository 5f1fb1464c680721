import { isLoopback } from './loopback.ts';

export interface Welcome {
  readonly host: string;
  readonly port: number;
  /** How other machines reach the hall. */
  readonly security: Security;
  /** One-time secrets for the console and for the virtual hall; null where people have passwords. */
  readonly signInCodes: { readonly console: string; readonly hall: string } | null;
}

export type Security =
  | { readonly is: 'http' }
  /** The file that browsers are told to trust, and its fingerprint; null for a certificate that they trust already. */
  | { readonly is: 'tls'; readonly own: { readonly authorityFile: string; readonly fingerprint: string } | null };

/** What a person reads when the hall has opened: the console, the virtual hall, and how to put a screen on a wall. */
export function welcome({ host, port, security, signInCodes }: Welcome): string {
  const elsewhere = security.is === 'tls' ? 'https' : 'http';
  const base =
    isLoopback(host) || isEverywhere(host) ? `http://127.0.0.1:${port}` : `${elsewhere}://${bracketed(host)}:${port}`;
  const link = (path: string, code: string | undefined): string =>
    code === undefined ? `${base}${path}` : `${base}${path}#sign-in=${code}`;
  const once = signInCodes === null ? '' : ' (each link signs you in once)';
  const address = isEverywhere(host) || isLoopback(host) ? "<this machine's address>" : bracketed(host);
  const open = `${isLoopback(host) ? 'open' : 'Open'} ${isLoopback(host) ? 'https' : elsewhere}://${address}:${port}/display/ in the browser of the screen's player`;
  const wall = isLoopback(host)
    ? `The hall listens on this machine only. Start it with HOST=0.0.0.0 to open it to the screens' network, then\n                 ${open}`
    : open;
  return [
    `The hall is open${once}.`,
    '',
    `  Console        ${link('/', signInCodes?.console)}`,
    `  Virtual hall   ${link('/hall/', signInCodes?.hall)}`,
    `  On the wall    ${wall}`,
    '                 and type the code that it shows into the console.',
    ...trustLines(security),
    '',
  ].join('\n');
}

function trustLines(security: Security): readonly string[] {
  if (security.is === 'http' || security.own === null) return [];
  return [
    '',
    '  Certificate    made by this hall. Let the browsers of players and consoles trust',
    `                 ${security.own.authorityFile}`,
    `                 SHA-256 ${security.own.fingerprint}`,
  ];
}

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';
const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);
