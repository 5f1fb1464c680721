import { z } from 'zod';
import { Holding, MediumBody, MediumFacts, MediumView, ThumbnailBody } from '#shared/media.ts';
import { MediumId } from '#shared/scenes/media-id.ts';
import { Medium } from '#shared/scene.ts';
import { holdings } from '#core/ports.ts';
import { answered, route, type Route } from './route.ts';
import { ownerOf } from './uploads.ts';

const OneMedium = z.strictObject({ id: MediumId });

/** The files that scenes show. They come by /api/uploads, which speaks tus. */
export const mediaRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/media',
    summary: 'All media, and what each is; `facts` are null while a file is being looked at',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(MediumView) },
    handle: (_asked, { engine, files }) => ({
      status: 200,
      body: Object.values(engine.state().medium).map((medium) => ({
        ...medium,
        facts: files.facts(medium),
        hasThumbnail: files.hasThumbnail(medium),
      })),
    }),
  }),
  route({
    method: 'post',
    path: '/api/media',
    summary:
      'Take a finished upload into the media; refused with what is wrong where its content is not what it should be',
    needs: 'medium.add',
    body: MediumBody,
    repeat: 'memory',
    answer: { status: 201, schema: z.strictObject({ medium: Medium, facts: MediumFacts, isNew: z.boolean() }) },
    async handle({ body, actor, commandId }, { files }) {
      const taken = await files.take({ actor, commandId }, ownerOf(actor), body.upload, body.id);
      if (!taken.ok) return { problem: taken.problem };
      const { medium, facts, isNew } = taken;
      return { status: 201, body: { medium, facts, isNew } };
    },
  }),
  route({
    method: 'delete',
    path: '/api/media',
    summary: 'Delete a medium, if nothing uses it',
    needs: 'medium.delete',
    query: OneMedium,
    answer: { status: 200, schema: OneMedium },
    handle: async ({ query, actor, commandId }, { files }) =>
      answered(await files.forget({ actor, commandId }, query.id), 200),
  }),
  route({
    method: 'put',
    path: '/api/media/thumbnail',
    summary: 'Keep a small picture of a medium, as JPEG in base64; where there is one already, it stays',
    needs: 'medium.add',
    body: ThumbnailBody,
    answer: { status: 200, schema: OneMedium },
    async handle({ body: { id, picture } }, { files }) {
      const refused = await files.keepThumbnail(id, Buffer.from(picture, 'base64'));
      return refused === null ? { status: 200, body: { id } } : { problem: refused };
    },
  }),
  route({
    method: 'get',
    path: '/api/media/holdings',
    summary: 'How a medium stands on each screen whose plan needs it within two days',
    needs: 'hall.see',
    query: OneMedium,
    answer: { status: 200, schema: z.array(Holding) },
    handle: ({ query: { id } }, { engine }) => ({
      status: 200,
      body: holdings(engine.presentPlans(), engine.facts().screens, id, engine.now()),
    }),
  }),
];
