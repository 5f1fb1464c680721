import { said, type Said } from '#shared/said.ts';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import type { NoticeState } from '#shared/notices.ts';
import { problem } from '#shared/problem.ts';
import { authorize, type HallEngine } from '#core/ports.ts';
import { isLoopback } from '../address.ts';
import type { Identity } from '../identity/identity.ts';
import { metricsText, type MetricsParts } from './metrics.ts';
import { sendProblem } from './problems.ts';

/** The process is alive. */
export const healthz: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'no-store').json({ status: 'ok' });
};

/** The hall can be operated; 503 with the reason otherwise. `waitingFor` is null when it can. */
export function readyz(waitingFor: () => Said | null, storage: () => 'ok' | 'failing'): RequestHandler {
  return (_request, response) => {
    const reason = waitingFor();
    response.set('Cache-Control', 'no-store');
    if (reason !== null) sendProblem(response, problem('starting', reason));
    else if (storage() === 'failing') sendProblem(response, problem('storage', notKept));
    else response.json({ status: 'ready' });
  };
}

const notKept = said(
  'The last decision could not be written to the hall’s disk: nothing new is decided until one can be. What runs goes on.',
  'Последнее решение не удалось записать на диск зала: пока запись невозможна, новых решений нет. Идущее продолжается.',
  'Соңғы шешімді зал дискісіне жазу мүмкін болмады: жазылғанша жаңа шешім қабылданбайды. Жүріп тұрғаны жалғасады.',
);

/** Prometheus's text format: for programs on this machine, and for whoever may see the hall. */
export function serveMetrics(
  engine: HallEngine,
  notices: () => readonly NoticeState[],
  identity: Pick<Identity, 'identify'>,
): RequestHandler {
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  const loopDelayMs = (): MetricsParts['loopDelayMs'] => {
    const found = ([50, 99, 100] as const).map((percent): readonly [string, number] => [
      String(percent / 100),
      loop.percentile(percent) / 1e6,
    ]);
    loop.reset();
    return found;
  };
  return (request, response) => {
    const refused = authorize(identity.identify(request.headers).actor, 'hall.see');
    const isAgentHere = isLoopback(request.socket.remoteAddress) && request.headers['x-forwarded-for'] === undefined;
    if (refused !== null && !isAgentHere) sendProblem(response, refused);
    else
      response
        .set('Cache-Control', 'no-store')
        .type('text/plain; version=0.0.4')
        .send(metricsText(engine, { notices: notices(), loopDelayMs: loopDelayMs() }));
  };
}
