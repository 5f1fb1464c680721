import { contentRefusals as no } from '#shared/words/content-refusals.ts';
import { said, type Said } from '#shared/said.ts';
import type { Express, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { problem } from '#shared/problem.ts';
import type { Actor } from '#core/ports.ts';
import type { Uploaded, Uploads } from '../media/uploads.ts';
import { sendProblem } from './problems.ts';
import type { HttpParts } from './route.ts';
import { letIn, limitRate, refuseByName } from './serve-route.ts';

const version = '1.0.0';
const patchType = 'application/offset+octet-stream';
const Count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/**
 * Uploads that survive a break of the line: the tus protocol 1.0.0 with creation and termination (https://tus.io). What
 * is refused is told as a problem document, like everywhere else. A finished upload becomes a medium by POST /api/media.
 */
export function serveUploads(app: Express, parts: HttpParts, uploads: Uploads): void {
  const through = (handler: RequestHandler): RequestHandler[] => [
    limitRate(parts),
    letIn(parts, 'medium.add'),
    speaksTus,
    handler,
  ];
  const by = (request: Request): string => ownerOf(parts.identity.identify(request.headers).actor);

  const begin: RequestHandler = async (request, response) => {
    const bytes = Count.safeParse(request.get('Upload-Length'));
    if (!bytes.success)
      return refuse(
        response,
        'Upload-Length',
        said(
          'says how many bytes the file has; it has to be known at the beginning',
          'сколько байт в файле, нужно знать с самого начала',
          'файлда қанша байт бар екені басынан белгілі болуы керек',
        ),
      );
    const name = fileNameOf(request);
    if (hasPath(name)) {
      const at = { path: 'Upload-Metadata', message: 'names a file without the folders in which it lay' };
      return sendProblem(response, problem('invalid', no.pathInName(name.slice(0, 200)), [at]));
    }
    const begun = await uploads.begin(by(request), bytes.data);
    if (!begun.ok) return refuseByName(response, begun.problem, parts);
    response.set('Location', `/api/uploads/${begun.upload.id}`);
    return stands(parts, response, begun, 201);
  };
  const look: RequestHandler = async (request, response) =>
    stands(parts, response, await uploads.find(by(request), idOf(request)), 200);
  const goOn: RequestHandler = async (request, response) => {
    // What is left of a body that is refused is of no interest.
    response.set('Connection', 'close');
    if (request.get('Content-Type') !== patchType) return refuse(response, 'Content-Type', mustBe(patchType));
    const offset = Count.safeParse(request.get('Upload-Offset'));
    if (!offset.success)
      return refuse(
        response,
        'Upload-Offset',
        said(
          'says where the bytes that follow belong',
          'с какого места идут эти байты',
          'бұл байттар қай жерден басталады',
        ),
      );
    const written = await uploads.append(by(request), idOf(request), offset.data, request);
    if (written.ok) response.removeHeader('Connection');
    return request.destroyed && !request.complete ? undefined : stands(parts, response, written, 204);
  };
  const drop: RequestHandler = async (request, response) => {
    const found = await uploads.find(by(request), idOf(request));
    if (!found.ok) return refuseByName(response, found.problem, parts);
    await uploads.drop(found.upload.id);
    return void response.status(204).end();
  };
  app.options(['/api/uploads', '/api/uploads/:id'], (_request, response) => {
    response.set({ 'Tus-Resumable': version, 'Tus-Version': version, 'Tus-Extension': 'creation,termination' });
    response.status(204).end();
  });
  app.post('/api/uploads', ...through(begin));
  app.head('/api/uploads/:id', ...through(look));
  app.patch('/api/uploads/:id', ...through(goOn));
  app.delete('/api/uploads/:id', ...through(drop));
}

const mustBe = (value: string): Said => said(`is ${value}`, `должно быть ${value}`, `${value} болуы керек`);

/** Whose uploads they are. */
export function ownerOf(actor: Actor): string {
  return actor.is === 'person' || actor.is === 'key' ? `${actor.is} ${actor.id}` : actor.is;
}

const idOf = ({ params }: Request): string => (typeof params['id'] === 'string' ? params['id'] : '');

const speaksTus: RequestHandler = (request, response, next) => {
  response.set({ 'Tus-Resumable': version, 'Cache-Control': 'no-store' });
  if (request.get('Tus-Resumable') === version) next();
  else refuse(response, 'Tus-Resumable', mustBe(version));
};

function stands(parts: HttpParts, response: Response, uploaded: Uploaded, status: number): void {
  if (!uploaded.ok) return refuseByName(response, uploaded.problem, parts);
  const { offset, bytes } = uploaded.upload;
  response
    .set({ 'Upload-Offset': String(offset), 'Upload-Length': String(bytes) })
    .status(status)
    .end();
}

function refuse(response: Response, header: string, expected: Said): void {
  const { en, ru, kk } = expected;
  sendProblem(response, problem('invalid', no.uploadHeader(header, en, ru, kk), [{ path: header, message: en }]));
}

/** The `filename` of Upload-Metadata: pairs of a key and a value in base64. */
function fileNameOf(request: Request): string {
  const pairs = (request.get('Upload-Metadata') ?? '').split(',').map((pair) => pair.trim().split(' '));
  const value = pairs.find(([key]) => key === 'filename')?.[1] ?? '';
  return Buffer.from(value, 'base64').toString('utf8');
}

const hasPath = (name: string): boolean => /[/\\\0]/.test(name) || name === '..';
