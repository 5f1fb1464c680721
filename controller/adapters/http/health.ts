import type { RequestHandler } from 'express';
import { problem } from '#shared/problem.ts';
import { authorize, type HallEngine } from '#core/ports.ts';
import { isLoopback } from '../address.ts';
import type { Identity } from '../identity/identity.ts';
import { metricsText } from './metrics.ts';
import { sendProblem } from './problems.ts';

/** The process is alive. */
export const healthz: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'no-store').json({ status: 'ok' });
};

/** The hall can be operated; 503 with the reason otherwise. `waitingFor` is null when it can. */
export function readyz(waitingFor: () => string | null): RequestHandler {
  return (_request, response) => {
    const reason = waitingFor();
    response.set('Cache-Control', 'no-store');
    if (reason === null) response.json({ status: 'ready' });
    else sendProblem(response, problem('starting', reason));
  };
}

/** Prometheus's text format: for programs on this machine, and for whoever may see the hall. */
export function serveMetrics(engine: HallEngine, identity: Pick<Identity, 'identify'>): RequestHandler {
  return (request, response) => {
    const refused = authorize(identity.identify(request.headers).actor, 'hall.see');
    const isAgentHere = isLoopback(request.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined;
    if (refused !== null && !isAgentHere) sendProblem(response, refused);
    else response.set('Cache-Control', 'no-store').type('text/plain; version=0.0.4').send(metricsText(engine));
  };
}
