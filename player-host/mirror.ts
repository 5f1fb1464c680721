import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { whyUnreached } from './trust.ts';

/** An answer as the browser gets it. */
export interface Mirrored {
  readonly body: Buffer;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The player and its media, as the controller last gave them, kept for the day on which it does not answer. */
export interface Mirror {
  /** From the controller, or as it was kept; null where neither has it. */
  get(path: string): Promise<Mirrored | null>;
  forget(): Promise<void>;
}

/** A controller that does not answer within this is as good as dead: the wall is not to wait for it. */
const patienceMs = 4_000;
/** Headers that the page depends on; the rest is between the controller and us. */
const passed = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-embedder-policy',
  'permissions-policy',
  'service-worker-allowed',
];

/** `say` hears, once for each reason, why the controller does not answer. */
export function openMirror(folder: string, controller: () => string, say: (line: string) => void): Mirror {
  let said = '';
  const tell = (why: string): void => {
    if (why !== said && why !== '') say(`${controller()} does not answer: ${why}`);
    said = why;
  };
  const fileOf = (path: string): string => join(folder, createHash('sha256').update(path).digest('hex'));
  const isFixed = (path: string): boolean => path.startsWith('/media/') || path.startsWith('/assets/');

  async function kept(path: string): Promise<Mirrored | null> {
    try {
      const [body, head] = await Promise.all([readFile(fileOf(path)), readFile(`${fileOf(path)}.head`, 'utf8')]);
      return { body, ...(JSON.parse(head) as Omit<Mirrored, 'body'>) };
    } catch (error) {
      // Not there, or half written by a power cut: the same as not there.
      if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null;
      throw error;
    }
  }

  async function keep(path: string, { body, type, headers }: Mirrored): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = fileOf(path);
    const fresh = `${file}.${process.pid}.new`;
    await writeFile(fresh, body);
    await writeFile(`${fresh}.head`, JSON.stringify({ type, headers }));
    // The body first: a head without its body is never read.
    await rename(fresh, file);
    await rename(`${fresh}.head`, `${file}.head`);
  }

  async function fetched(path: string): Promise<Mirrored | 'gone' | null> {
    const timeout = isFixed(path) ? 60_000 : patienceMs;
    try {
      const response = await fetch(`${controller()}${path}`, {
        signal: AbortSignal.timeout(timeout),
        redirect: 'error',
      });
      if (response.status === 404) return 'gone';
      if (!response.ok) {
        tell(`it says ${response.status}`);
        return null;
      }
      const headers = Object.fromEntries(
        passed.flatMap((name) => {
          const value = response.headers.get(name);
          return value === null ? [] : [[name, value]];
        }),
      );
      const body = Buffer.from(await response.arrayBuffer());
      tell('');
      return { body, type: response.headers.get('content-type') ?? 'application/octet-stream', headers };
    } catch (error) {
      // What is kept serves.
      tell(whyUnreached(error));
      return null;
    }
  }

  return {
    async get(path) {
      // What is named by its content never changes.
      const known = isFixed(path) ? await kept(path) : null;
      if (known !== null) return known;
      const answer = await fetched(path);
      if (answer === 'gone') return null;
      if (answer === null) return kept(path);
      await keep(path, answer);
      return answer;
    },
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}
