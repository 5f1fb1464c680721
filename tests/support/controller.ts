import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const password = 'a long password for tests';

export interface TestController {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** All that it has printed and logged. */
  said(): string;
  /** What of it is the log. */
  logged(): string;
  /** Headers that sign a request in as `admin`. */
  readonly headers: Record<string, string>;
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  request(method: string, path: string, body?: unknown): Promise<Response>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
  /** Starts it again on the same data and the same port; who was signed in still is. */
  again(): Promise<TestController>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

export interface ControllerOptions {
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Record<string, string>;
  /** Of somebody who has signed in before; absent: signs in. */
  readonly headers?: Record<string, string>;
}

/** A controller as a process of its own, on a free port of this machine, with an empty data folder. */
export async function startTestController(options: ControllerOptions = {}): Promise<TestController> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'shanyraq-hall-'));
  const env = { PORT: String(options.port ?? 0), DATA_DIR: dataDir, ADMIN_PASSWORD: password, ...options.env };
  const child = spawn(process.execPath, [...startFlags(), resolve('controller/main.ts')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let logged = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    logged += chunk.toString();
  });
  const port = await printedPort(child, () => said);
  const url = `http://127.0.0.1:${port}`;
  const headers = options.headers ?? (await signIn(url));
  const request = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const kill = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    url,
    port,
    dataDir,
    headers,
    said: () => said,
    logged: () => logged,
    request,
    get: (path) => request('GET', path).then((response): Promise<unknown> => response.json()),
    post: (path, body, more = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', ...more },
        body: JSON.stringify(body),
      }),
    kill,
    again: () => startTestController({ ...options, dataDir, port, headers }),
    async stop() {
      await kill('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** How `npm start` starts it: the runtime's flags are said there alone. */
function startFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  const flags = /exec node (.*)controller\/main\.ts$/u.exec(scripts.start)?.[1];
  if (flags === undefined) throw new Error(`npm start does not end in the controller: ${scripts.start}`);
  return flags.split(' ').filter(Boolean);
}

async function printedPort(child: ChildProcess, said: () => string): Promise<number> {
  const startedAt = Date.now();
  for (;;) {
    const found = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(said())?.[1];
    if (found !== undefined) return Number(found);
    if (child.exitCode !== null) throw new Error(`the controller ended with ${child.exitCode}: ${said()}`);
    if (Date.now() - startedAt > 30_000) throw new Error(`the controller did not open the hall: ${said()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function signIn(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'admin', password }),
  });
  if (!response.ok) throw new Error(`sign-in failed: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error('sign-in set no cookie');
  return { cookie };
}
