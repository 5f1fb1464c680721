import type { RequestHandler } from 'express';
import { problem, type Problem } from '#shared/problem.ts';
import type { HallEngine, HallState } from '#core/ports.ts';
import { pinnedMedium } from '../media/is-pinned.ts';
import { sendProblem } from './problems.ts';
import { mediumPolicy } from './security-headers.ts';

/**
 * Serves /media/:hash from the media store's folder. The name is the content, so it never changes: caches may keep it
 * for ever. Only what the hall knows is served, and only as what it was imported.
 */
export function serveMedia(engine: Pick<HallEngine, 'state'>, folder: string): RequestHandler {
  return (request, response, next) => {
    const { hash } = request.params;
    const mime = typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? mimeOf(engine.state(), hash) : null;
    if (mime === null || typeof hash !== 'string') {
      sendProblem(response, problem('not-found', 'The hall has no such medium.'));
      return;
    }
    response.set({ 'Content-Type': mime, 'Content-Security-Policy': mediumPolicy });
    response.sendFile(
      hash,
      { root: folder, immutable: true, maxAge: '1 year', cacheControl: true },
      (error: unknown) => {
        if (error === undefined || response.headersSent) return;
        response.removeHeader('Content-Type');
        response.removeHeader('Cache-Control');
        const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
        if (status === 416) response.status(416).end();
        // Whoever asked has gone, and with it everybody who could be told.
        else if (code === 'ECONNABORTED' || request.destroyed) response.destroy();
        else if (code === 'ENOENT') sendProblem(response, missing(hash));
        else next(error);
      },
    );
  };
}

function missing(hash: string): Problem {
  return problem('not-found', `The file of medium ${hash} is missing from the data folder. Import the config again.`);
}

/** A medium's type: of the present hall, or of a run that still shows an earlier one. */
function mimeOf(state: HallState, hash: string): string | null {
  const present = Object.values(state.medium).find((medium) => medium.hash === hash);
  return (present ?? pinnedMedium(state, hash))?.mime ?? null;
}
