import { Agent, request } from 'node:http';
import { routes } from '../../../controller/adapters/http/routes.ts';
import { seededRandom } from '../random.ts';
import type { KindOfActor } from '../whole-controller.ts';
import type { FuzzedHall } from './controller-process.ts';
import { samplesOf } from './from-schema.ts';
import { manyAtOnce } from './many-at-once.ts';
import { mutate, nastyValues } from './nasty.ts';

export interface Fuzzed {
  readonly sent: number;
  /** Answers by status, or what came instead of one. */
  readonly answers: Readonly<Record<string, number>>;
  /** Answers that should not be: failures of the controller, secrets in a body. */
  readonly wrong: readonly string[];
}

const atOnce = 24;
/** Everybody who may come in, so that what is behind the doors is tried as well. */
const actors: readonly KindOfActor[] = [
  'limited',
  'limited',
  'viewer',
  'key',
  'stranger',
  'screen',
  'expired',
  'technician',
];
/** Nobody changes anything: what is sent to these is spoilt in any case, so that it must be refused. */
const spoil = { '\u{1f9ff} spoilt': true };

/** Sends `count` requests that are nearly right, and tells what came back. */
export async function fuzzRest(hall: FuzzedHall, seed: number, count: number): Promise<Fuzzed> {
  const random = seededRandom(seed);
  const nasty = nastyValues(seed);
  const pool = routes.map((route) => ({
    route,
    bodies: route.body === undefined ? [] : samplesOf(route.body, seed, 60),
  }));
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const { hostname, port } = new URL(hall.origin);
  const answers: Record<string, number> = {};
  const wrong: string[] = [];
  let sent = 0;

  const word = (): string => {
    const value = nasty[Math.floor(random() * nasty.length)];
    return encodeURIComponent((typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed()).slice(
      0,
      3000,
    );
  };
  const one = async (): Promise<void> => {
    const chosen = pool[Math.floor(random() * pool.length)];
    const actor = actors[Math.floor(random() * actors.length)] ?? 'stranger';
    if (chosen === undefined) throw new Error('there is no route');
    const { route, bodies } = chosen;
    const path = route.path.replaceAll(/:[a-z]+/gi, () => (random() < 0.5 ? word() || 'x' : 'constructor'));
    const query = random() < 0.4 ? `?${word()}=${word()}&screen=p1&from=${word()}` : '';
    const changes = route.method !== 'get';
    const sample = bodies[Math.floor(random() * bodies.length)];
    const mutated = random() < 0.2 ? sample : mutate(sample, random, nasty);
    const isObject = mutated !== null && typeof mutated === 'object' && !Array.isArray(mutated);
    const body =
      route.body === undefined ? undefined : JSON.stringify(isObject ? { ...mutated, ...spoil } : [mutated ?? null]);
    // What has no body to spoil is asked by those alone who may not.
    const kind = changes && route.body === undefined ? 'viewer' : actor;
    const isSignOut = route.path === '/api/session' && route.method === 'delete';
    sent += 1;
    const { status, text } = await send({
      method: route.method.toUpperCase(),
      path: `${path}${query}`,
      headers: {
        ...(isSignOut || route.path.startsWith('/api/sessions/') ? {} : hall.headers[kind]),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(random() < 0.1 ? { 'Idempotency-Key': word().slice(0, 300) || 'k' } : {}),
      },
      body,
    });
    answers[status] = (answers[status] ?? 0) + 1;
    const leaked = hall.secrets.find((secret) => text.includes(secret));
    if (status.startsWith('5') || (changes && status.startsWith('2')) || leaked !== undefined)
      wrong.push(
        `${route.method} ${path}${query} as ${kind} with ${body ?? 'nothing'}: ${status} ${text.slice(0, 300)}`,
      );
  };
  const send = (options: { method: string; path: string; headers: Record<string, string>; body: string | undefined }) =>
    new Promise<{ status: string; text: string }>((resolve) => {
      const { method, path, headers, body } = options;
      const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
      const asked = request({ agent, hostname, port, method, path, headers: { ...headers, ...length } }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: String(response.statusCode), text }));
      });
      asked.on('error', (error) => resolve({ status: error.message, text: '' }));
      asked.end(body);
    });

  await manyAtOnce(atOnce, count, one);
  agent.destroy();
  return { sent, answers, wrong: wrong.slice(0, 20) };
}
