import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { problem, type Problem } from '#shared/problem.ts';
import type { Medium } from '#shared/scene.ts';
import type { HallEngine } from '#core/ports.ts';
import { pinnedMedium } from '../media/is-pinned.ts';
import { thumbnailFolder, thumbnailName } from '../media/thumbnails.ts';
import { sendProblem } from './problems.ts';
import { mediumPolicy } from './security-headers.ts';

/**
 * Serves /media/:hash from the media store's folder. The name is the content, so it never changes: caches may keep it
 * for ever. Only what the hall knows is served, and only as what it was imported.
 */
export function serveMedia(engine: Pick<HallEngine, 'state'>, folder: string): RequestHandler {
  return (request, response, next) => {
    const medium = askedFor(engine, request);
    if (medium === null) sendProblem(response, unknown);
    else sendKept(request, response, next, { folder, name: medium.hash, mime: medium.mime, missing: missing(medium) });
  };
}

/** Serves /media/:hash/thumbnail: once there is one, it stays the same. */
export function serveThumbnail(engine: Pick<HallEngine, 'state'>, folder: string): RequestHandler {
  return (request, response, next) => {
    const medium = askedFor(engine, request);
    if (medium === null) sendProblem(response, unknown);
    else
      sendKept(request, response, next, {
        folder: thumbnailFolder(folder),
        name: thumbnailName(medium.hash),
        mime: 'image/jpeg',
        missing: problem('not-found', no.noThumbnail(medium.id)),
      });
  };
}

interface Kept {
  readonly folder: string;
  readonly name: string;
  readonly mime: string;
  /** What to say where the file is not there. */
  readonly missing: Problem;
}

function sendKept(
  request: Request,
  response: Response,
  next: NextFunction,
  { folder, name, mime, missing: absent }: Kept,
): void {
  response.set({ 'Content-Type': mime, 'Content-Security-Policy': mediumPolicy });
  response.sendFile(name, { root: folder, immutable: true, maxAge: '1 year', cacheControl: true }, (error: unknown) => {
    if (error === undefined || response.headersSent) return;
    response.removeHeader('Content-Type');
    response.removeHeader('Cache-Control');
    const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
    if (status === 416) response.status(416).end();
    // Whoever asked has gone, and with it everybody who could be told.
    else if (code === 'ECONNABORTED' || request.destroyed) response.destroy();
    else if (code === 'ENOENT') sendProblem(response, absent);
    else next(error);
  });
}

const unknown = problem('not-found', no.noMedium());

function missing({ hash }: Medium): Problem {
  return problem('not-found', no.mediumMissing(hash));
}

/** The medium of the address: of the present hall, or of a run that still shows an earlier one. */
function askedFor({ state }: Pick<HallEngine, 'state'>, { params: { hash } }: Request): Medium | null {
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return null;
  const present = Object.values(state().medium).find((medium) => medium.hash === hash);
  return present ?? pinnedMedium(state(), hash) ?? null;
}
