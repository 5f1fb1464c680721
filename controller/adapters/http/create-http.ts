import type { Said } from '#shared/said.ts';
import { peopleRefusals } from '#shared/words/people-refusals.ts';
import { placeRefusals } from '#shared/words/place-refusals.ts';
import type { RequestListener } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import type { NoticeState } from '#shared/notices.ts';
import { problem } from '#shared/problem.ts';
import { trainingPath } from '#shared/training.ts';
import type { Log } from '#core/ports.ts';
import { healthz, readyz, serveMetrics } from './health.ts';
import { serveMedia, serveThumbnail } from './media.ts';
import { openapi } from './openapi.ts';
import { servePages } from './pages.ts';
import { problemHandler, sendProblem } from './problems.ts';
import { serveProgramme } from './programme.ts';
import { createActorRates, usualRates, type RateLimits } from './rates.ts';
import { createRepeats } from './repeats.ts';
import type { HttpParts, Route } from './route.ts';
import { routes as hallRoutes } from './routes.ts';
import { sameOriginOnly, securityHeaders } from './security-headers.ts';
import { limitRate, serveRoute } from './serve-route.ts';
import type { Uploads } from '../media/uploads.ts';
import { serveUploads } from './uploads.ts';

export interface HttpOptions extends Omit<HttpParts, 'rates'> {
  readonly rates?: RateLimits;
  /** How the ways do in which people are told of incidents. */
  readonly notices: () => readonly NoticeState[];
  readonly log: Log;
  /** Whether browsers trust the certificate by themselves; absent: there is none, or it is the hall's own. */
  readonly isTrusted?: boolean;
  /** The folder of the built pages. */
  readonly pages: string;
  /** The folder of the media store. */
  readonly media: string;
  /** Null: no file is taken. */
  readonly uploads: Uploads | null;
  readonly version: string;
  /** Why the hall cannot be operated yet, or null. */
  readonly waitingFor: () => Said | null;
  /** What is served under /api; everything of the hall unless said otherwise. */
  readonly routes?: readonly Route[];
  /** Serves what lies beneath `trainingPath`. */
  readonly training?: RequestListener;
}

/** Everything the controller answers over HTTP, as one handler for node:http or node:https. */
export function createHttp(options: HttpOptions): Express {
  const {
    engine,
    identity,
    log,
    pages,
    media,
    uploads,
    version,
    notices,
    waitingFor,
    training,
    routes = hallRoutes,
  } = options;
  const repeats = createRepeats(() => engine.now());
  const parts: HttpParts = { ...options, rates: createActorRates(() => engine.now(), options.rates ?? usualRates) };
  const described = openapi(routes, version);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(securityHeaders(options.isTrusted ?? false), sameOriginOnly);
  if (training !== undefined) app.use(trainingPath, onlyPeople(identity), training);
  app.get('/healthz', healthz);
  app.get(
    '/readyz',
    readyz(waitingFor, () => engine.storage()),
  );
  app.get('/metrics', serveMetrics(engine, notices, identity));
  app.get('/api/openapi.json', (_request, response) => void response.json(described));
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  if (uploads !== null) serveUploads(app, parts, uploads);
  app.get('/api/programme.ics', limitRate(parts), serveProgramme(engine));
  for (const route of routes) app[route.method](route.path, ...serveRoute(route, parts, repeats));
  app.get('/media/:hash', serveMedia(engine, media));
  app.get('/media/:hash/thumbnail', serveThumbnail(engine, media));
  app.use(servePages(pages));
  app.use((request, response) => {
    sendProblem(response, problem('not-found', placeRefusals.noRoute(request.method, request.path)));
  });
  app.use(problemHandler(log));
  return app;
}

/** A copy of the hall is made for people alone; a stranger sees its pages, and can sign in. */
function onlyPeople(identity: HttpParts['identity']): RequestHandler {
  return (request, response, next) => {
    const isOpen = !request.path.startsWith('/api/') || request.path === '/api/session';
    const { actor } = identity.identify(request.headers);
    if (isOpen || actor.is === 'person' || request.path.startsWith('/api/guide')) next();
    else sendProblem(response, problem('not-signed-in', peopleRefusals.signInToPractise()));
  };
}
