import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { asIs, said } from '#shared/said.ts';
import { randomUUID } from 'node:crypto';
import { json, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { revisionHeader } from '#shared/commands.ts';
import { problem, problemFromZod, told, type Problem } from '#shared/problem.ts';
import { authorize, namesIn, type Actor, type Permission } from '#core/ports.ts';
import { placeOf } from '../address.ts';
import { bodyLimitBytes, sendProblem } from './problems.ts';
import { requestKey, type Repeats } from './repeats.ts';
import type { Asked, HttpParts, Reply, Route } from './route.ts';

const parseJson = json({ limit: bodyLimitBytes, strict: false, type: 'application/json' });
const IdempotencyKey = z
  .string()
  .regex(/^[\u0021-\u007e]{1,200}$/, '1 to 200 visible ASCII characters')
  .optional();
const Nothing = z.undefined();

/** Express's handlers for one line of the table: who may, then what is asked, then the work. */
export function serveRoute(route: Route, parts: HttpParts, repeats: Repeats): RequestHandler[] {
  const answer: RequestHandler = async (request, response) => {
    const asked = askedOf(route, parts, request);
    if ('problem' in asked) {
      refuseByName(response, asked.problem, parts);
      return;
    }
    const handle = async (): Promise<Reply> => route.handle(asked, parts);
    const isRepeatable = route.repeat === 'memory' && request.get('Idempotency-Key') !== undefined;
    const reply = await (isRepeatable ? repeats.once(repeatKey(request, asked), handle) : handle());
    send(response, reply, parts);
  };
  return route.body === undefined
    ? [limitRate(parts), letIn(parts, route.needs), answer]
    : [limitRate(parts), letIn(parts, route.needs), needJson, parseJson, answer];
}

/** Turns away whoever may not. */
export function letIn(
  { identity, engine }: Pick<HttpParts, 'identity' | 'engine'>,
  needs: Permission | 'open',
): RequestHandler {
  return (request, response, next) => {
    const { actor } = identity.identify(request.headers);
    const refused = needs === 'open' ? null : authorize(actor, needs);
    if (refused !== null) refuseByName(response, refused, { engine });
    else next();
  };
}

/** Turns away whoever asks more often than anybody needs to. */
export function limitRate({ identity, rates }: Pick<HttpParts, 'identity' | 'rates'>): RequestHandler {
  return (request, response, next) => {
    const { actor } = identity.identify(request.headers);
    if (rates.use(actor, placeOf(request.socket.remoteAddress))) next();
    else {
      response.set('Retry-After', '1');
      sendProblem(response, tooMany);
    }
  };
}

const tooMany = problem('too-many', no.tooManyRequests());

/** Anything but JSON is refused: what a form on a foreign page can send never reaches a handler. */
const needJson: RequestHandler = (request, response, next) => {
  if (request.is('application/json') !== false && request.is('application/json') !== null) next();
  else sendProblem(response, problem('invalid', no.needsJson(), [{ path: '(body)', message: 'JSON is missing' }]));
};

const partOf = {
  address: said('The address', 'Адрес', 'Мекенжай'),
  query: said('The query', 'Параметры адреса', 'Мекенжай параметрлері'),
  body: said('The body', 'Тело запроса', 'Сұрау денесі'),
};

type AnyAsked = Asked<unknown, unknown, unknown>;

function askedOf(route: Route, { identity }: HttpParts, request: Request): AnyAsked | { readonly problem: Problem } {
  const params = (route.params ?? z.strictObject({})).safeParse({ ...request.params });
  if (!params.success) return { problem: problemFromZod(params.error, partOf.address) };
  const query = (route.query ?? z.strictObject({})).safeParse({ ...request.query });
  if (!query.success) return { problem: problemFromZod(query.error, partOf.query) };
  const body = (route.body ?? Nothing).safeParse(request.body);
  if (!body.success) return { problem: problemFromZod(body.error, partOf.body) };
  const key = IdempotencyKey.safeParse(request.get('Idempotency-Key'));
  if (!key.success) return { problem: problemFromZod(key.error, asIs('Idempotency-Key')) };
  const { actor, signedIn } = identity.identify(request.headers);
  return {
    params: params.data,
    query: query.data,
    body: body.data,
    actor,
    signedIn,
    commandId: commandIdOf(request, actor, key.data),
    origin: `${request.protocol}://${request.get('Host') ?? 'localhost'}`,
    isSecure: request.secure,
    browser: {
      place: placeOf(request.socket.remoteAddress),
      address: request.socket.remoteAddress ?? '',
      agent: request.get('User-Agent') ?? '',
      cookie: request.headers.cookie,
    },
  };
}

/** A key means something only to the one who made it, and only for one address. */
function commandIdOf(request: Request, actor: Actor, key: string | undefined): string {
  if (key === undefined || request.method !== 'POST') return randomUUID();
  return `key/${requestKey(nameOf(actor), request.path, key)}`;
}

function repeatKey(request: Request, asked: AnyAsked): string {
  return requestKey(
    nameOf(asked.actor),
    request.path,
    request.get('Idempotency-Key') ?? '',
    JSON.stringify(asked.body ?? null),
  );
}

function nameOf(actor: Actor): string {
  if (actor.is === 'guide') return `guide ${actor.run}`;
  return actor.is === 'person' || actor.is === 'key' ? `${actor.is} ${actor.id}` : actor.is;
}

/** Refuses by the names that people gave. */
export function refuseByName(response: Response, refused: Problem, { engine }: Pick<HttpParts, 'engine'>): void {
  sendProblem(response, told(refused, namesIn(engine.state())));
}

function send(response: Response, reply: Reply, parts: HttpParts): void {
  if ('problem' in reply) {
    if (reply.retryAfterMs !== undefined && reply.retryAfterMs > 0)
      response.set('Retry-After', String(Math.ceil(reply.retryAfterMs / 1000)));
    refuseByName(response, reply.problem, parts);
    return;
  }
  for (const cookie of reply.cookies ?? []) response.append('Set-Cookie', cookie);
  // A console that has heard of this revision has heard of what it asked for. An emergency is written after its answer,
  // which has the revision before it: nobody is kept waiting there.
  if (reply.revision !== undefined) response.set(revisionHeader, String(reply.revision));
  response.status(reply.status);
  if (reply.body === undefined) response.end();
  else response.json(reply.body);
}
