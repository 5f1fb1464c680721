import type { ContentKind, User } from '#shared/drafts.ts';
import { sceneType } from '#shared/scenes/registry.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { hallId, type HallState } from './state.ts';

/** Ids of the media that a scene's params name; none where its type cannot read them. */
export function mediaOf({ type, params }: Pick<Scene, 'type' | 'params'>): readonly string[] {
  const known = sceneType(type);
  const parsed = known?.params.safeParse(params);
  return known === undefined || parsed?.success !== true ? [] : known.media(parsed.data);
}

/**
 * Everything that names a scene, a show or a medium, so that nobody deletes it unawares. Of drafts only those that
 * would miss it; of runs those that hold a medium which they pinned when they started.
 */
export function usersOf(state: HallState, kind: ContentKind | 'medium', id: string): readonly User[] {
  switch (kind) {
    case 'scene':
      return [
        ...documents('show', state.show, (show) => hasScene(show, id)),
        ...drafts(state, ({ kind: of, body }) => of === 'show' && hasScene(body, id)),
        ...scheduled(state, ({ scene }) => scene === id),
        ...(state.hall[hallId]?.touchRules ?? [])
          .filter((rule) => rule.scene === id)
          .map((rule): User => ({ kind: 'touch rule', id: rule.id })),
      ];
    case 'show':
      return scheduled(state, ({ show }) => show === id);
    case 'medium':
      return [
        ...documents('scene', state.scene, (scene) => mediaOf(scene).includes(id)),
        ...drafts(state, ({ kind: of, body }) => of === 'scene' && mediaOf(body).includes(id)),
        ...Object.values(state.run)
          .filter(({ timeline }) => pins(state, timeline, id))
          .map((run): User => ({ kind: 'run', id: run.id })),
        ...Object.values(state.standby)
          .filter(({ timeline }) => pins(state, timeline, id))
          .map((standby): User => ({ kind: 'run', id: standby.id })),
      ];
  }
}

const hasScene = ({ cues }: Show, id: string): boolean =>
  cues.some(({ parts }) => parts.some(({ scene }) => scene === id));

function documents<Document>(
  kind: User['kind'],
  table: Readonly<Record<string, Document>>,
  uses: (document: Document) => boolean,
): readonly User[] {
  return Object.entries(table)
    .filter(([, document]) => uses(document))
    .map(([id]) => ({ kind, id }));
}

function drafts(state: HallState, uses: (content: HallState['draft'][string]['content']) => boolean): readonly User[] {
  return documents('draft', state.draft, ({ content }) => uses(content));
}

/** Rules that fit, and exceptions that put what fits on one day. */
function scheduled(
  state: HallState,
  fits: (subject: { readonly show?: string | undefined; readonly scene?: string | undefined }) => boolean,
): readonly User[] {
  return [
    ...documents('rule', state.rule, fits),
    ...documents('exception', state.exception, ({ change }) => change.is === 'replace' && fits(change)),
  ];
}

function pins(state: HallState, timeline: string, id: string): boolean {
  const scenes = Object.values(state.timeline[timeline]?.scenes ?? {});
  return scenes.some(({ media }) => media.some((medium) => medium.id === id));
}
