import { routes } from '../../controller/adapters/http/routes.ts';
import { sessionCookieName } from '../../controller/adapters/identity/session-cookie.ts';
import { testPassword } from './running-hall.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text. */
  readonly body: unknown;
}

export interface HttpClient {
  readonly cookie: string | null;
  get(path: string, headers?: Record<string, string>): Promise<HttpAnswer>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
}

/** Talks to the API as one person would, and holds every good answer to the schema that describes it. */
export function httpClient(origin: string, cookie: string | null = null): HttpClient {
  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer> {
    const response = await fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie === null ? {} : { Cookie: cookie }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') === true;
    const answer = {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as unknown) : text,
    };
    if (response.ok) checkAnswer(method, path, answer);
    return answer;
  }
  return { cookie, send, get: (path, headers) => send('GET', path, undefined, headers) };
}

export async function signInAs(origin: string, name: string, password = testPassword): Promise<HttpClient> {
  const answer = await httpClient(origin).send('POST', '/api/session', { name, password });
  return httpClient(origin, cookieOf(answer));
}

/** The session cookie that an answer sets, as a request sends it. */
export function cookieOf(answer: HttpAnswer): string {
  const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookieName}=`));
  const pair = set?.split(';')[0];
  if (pair === undefined) throw new Error(`no session cookie in a ${answer.status}: ${JSON.stringify(answer.body)}`);
  return pair;
}

function checkAnswer(method: string, path: string, { status, body }: HttpAnswer): void {
  const { pathname } = new URL(path, 'http://hall');
  const route = routes.find(
    (candidate) =>
      candidate.method === method.toLowerCase() &&
      new RegExp(`^${candidate.path.replaceAll(/:[a-z]+/gi, '[^/]+')}$`).test(pathname),
  );
  if (route === undefined) return;
  if (status !== route.answer.status)
    throw new Error(`${method} ${path} answered ${status}, the table says ${route.answer.status}`);
  route.answer.schema?.parse(body);
}
