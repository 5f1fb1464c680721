import { z } from 'zod';
import { ContentKind, Edition, UserView } from '#shared/drafts.ts';
import { Slug } from '#shared/ids.ts';
import { MediumId } from '#shared/scenes/media-id.ts';
import { CueNotes, notesOf } from '#shared/cue-note.ts';
import { editionsOf, revisionOf, showIn, usersOf, userViews } from '#core/ports.ts';
import { Instant, iso } from './instants.ts';
import { route, type Route } from './route.ts';

const EditionAnswer = Edition.omit({ id: true }).extend({ revision: z.int(), at: Instant });
const Asked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: ContentKind, id: Slug }),
  z.strictObject({ kind: z.literal('medium'), id: MediumId }),
]);

const history = (kind: ContentKind, path: string): Route =>
  route({
    method: 'get',
    path: `${path}/:id/editions`,
    summary: `What this ${kind} was and is, the newest first; the newest 40 are kept`,
    needs: 'hall.see',
    params: z.strictObject({ id: Slug }),
    answer: { status: 200, schema: z.array(EditionAnswer) },
    handle: ({ params }, { engine }) => ({
      status: 200,
      body: editionsOf(engine.state(), kind, params.id).map(({ id, at, ...edition }) => ({
        ...edition,
        revision: revisionOf({ id }),
        at: iso(at),
      })),
    }),
  });

/** The past of scenes and shows, and who needs what. */
export const editionRoutes: readonly Route[] = [
  history('scene', '/api/scenes'),
  history('show', '/api/shows'),
  route({
    method: 'get',
    path: '/api/shows/:id/notes',
    summary: 'What is to be read before the cues of a show as it was in a version; empty where that is not kept',
    needs: 'hall.see',
    params: z.strictObject({ id: Slug }),
    query: z.strictObject({ version: z.string().regex(/^[1-9]\d{0,8}$/) }),
    answer: { status: 200, schema: CueNotes },
    handle: ({ params, query }, { engine }) => ({
      status: 200,
      body: notesOf(showIn(engine.state(), params.id, Number(query.version))),
    }),
  }),
  route({
    method: 'get',
    path: '/api/users',
    summary: 'Everything that uses a scene, a show or a medium, with what people call it',
    needs: 'hall.see',
    query: Asked,
    answer: { status: 200, schema: z.array(UserView) },
    handle: ({ query: { kind, id } }, { engine }) => ({
      status: 200,
      body: [...userViews(engine.state(), usersOf(engine.state(), kind, id))],
    }),
  }),
];
