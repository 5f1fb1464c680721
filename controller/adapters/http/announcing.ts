import { z } from 'zod';
import { EmergencyBody, OverlayBody, SoundBody } from '#shared/commands.ts';
import { OpaqueId, RunId, Slug } from '#shared/ids.ts';
import { Overlay } from '#shared/scene.ts';
import { Instant, iso, isoOrNull } from './instants.ts';
import { obey, route, type Route } from './route.ts';

const OverlayAnswer = Overlay.extend({
  from: Instant,
  until: Instant.nullable(),
  targets: z.array(z.string()),
});

/** What goes over everything, and what is heard. */
export const announcingRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/emergency',
    summary: 'Put an evacuation, an announcement or a blackout above everything',
    needs: 'emergency.raise',
    body: EmergencyBody,
    answer: { status: 201, schema: z.strictObject({ run: z.string(), at: Instant }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'emergency.raise', body: asked.body }, 201),
  }),
  route({
    method: 'delete',
    path: '/api/emergency',
    summary: 'End every emergency: all screens go back as they were',
    needs: 'emergency.end',
    answer: { status: 200, schema: z.strictObject({ ended: z.array(z.string()) }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'emergency.end' }),
  }),
  route({
    method: 'delete',
    path: '/api/emergency/:run',
    summary: 'End one emergency: its screens go back to what lies beneath, which may be another one',
    needs: 'emergency.end',
    params: z.strictObject({ run: RunId }),
    answer: { status: 200, schema: z.strictObject({ ended: z.array(z.string()) }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'emergency.end', run: asked.params.run }),
  }),
  route({
    method: 'post',
    path: '/api/overlays',
    summary: 'Show a ribbon, a notice or an ident over what is on',
    needs: 'overlay.show',
    body: OverlayBody,
    answer: { status: 201, schema: z.strictObject({ overlay: z.string(), at: Instant }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'overlay.show', body: asked.body }, 201),
  }),
  route({
    method: 'get',
    path: '/api/overlays',
    summary: 'Overlays that are on or to come',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(OverlayAnswer) },
    handle: (_asked, { engine }) => ({
      status: 200,
      body: Object.values(engine.state().overlay)
        .filter(({ until }) => until === null || until > engine.now())
        .map((overlay) => ({ ...overlay, from: iso(overlay.from), until: isoOrNull(overlay.until) })),
    }),
  }),
  route({
    method: 'delete',
    path: '/api/overlays/:id',
    summary: 'Take an overlay off',
    needs: 'overlay.hide',
    params: z.strictObject({ id: OpaqueId }),
    answer: { status: 200, schema: z.strictObject({ overlay: z.string() }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'overlay.hide', overlay: asked.params.id }),
  }),
  route({
    method: 'patch',
    path: '/api/sound/:output',
    summary:
      'Set the level of a sound output, or mute it; `all` sets every one, `mine` every one of the zones that one is limited to',
    needs: 'sound.set',
    params: z.strictObject({ output: Slug }),
    body: SoundBody,
    answer: { status: 200, schema: z.strictObject({ outputs: z.array(z.string()) }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'sound.set', output: asked.params.output, body: asked.body }),
  }),
];
