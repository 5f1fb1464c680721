import type { Plan } from '#shared/plan.ts';
import type { PlayerMode } from '#shared/protocol.ts';
import type { SceneContext } from '#shared/scene-context.ts';
import type { Medium, TimelinePart, TouchMode } from '#shared/scene.ts';
import { canvasOf } from './geometry.ts';

/** What of the player a scene's context depends on, beside its plan. */
export interface ContextSource {
  readonly plan: () => Plan;
  readonly mode: PlayerMode;
  readonly quality: SceneContext['quality'];
  readonly reducedMotion: boolean;
  /** Shared time of the frame being drawn, ms. */
  readonly nowMs: () => number;
  readonly url: (medium: Medium) => string;
  readonly data: (medium: Medium) => Promise<unknown>;
}

/** What a context is made for: an appearance of a scene, or the screen itself. */
export interface ContextSubject {
  readonly scene: { readonly scene: string; readonly media: readonly Medium[] };
  readonly part: Pick<TimelinePart, 'surface'>;
  readonly language: string;
  readonly touch: TouchMode;
}

/** For what lies over the scene, on the screen's own pixels. */
export function overScreen(language: string): ContextSubject {
  return { scene: { scene: 'overlay', media: [] }, part: {}, language, touch: 'locked' };
}

/** Whether a visitor may touch the scene here. */
function isInteractive({ touch }: ContextSubject, { mode, plan }: ContextSource): boolean {
  return (mode === 'screen' || mode === 'virtual') && plan().setup.screen.touch && touch !== 'locked';
}

/** How loud a scene may be on this screen: as its loudest output; mirrors and rehearsals are silent. */
function soundOf({ mode, plan }: ContextSource): SceneContext['sound'] {
  if (mode !== 'screen' && mode !== 'virtual') return null;
  const [loudest] = plan().setup.sound.toSorted((a, b) => Number(a.muted) - Number(b.muted) || b.level - a.level);
  return loudest === undefined ? null : { level: loudest.level, muted: loudest.muted };
}

/** Two subjects with equal keys can share one context object, and no scene is rendered again for it. */
export function contextKey(subject: ContextSubject, source: ContextSource): string {
  const { setup } = source.plan();
  const { quality, reducedMotion } = source;
  const { language, part } = subject;
  return JSON.stringify([
    setup,
    language,
    part.surface,
    isInteractive(subject, source),
    source.mode,
    quality,
    reducedMotion,
  ]);
}

export function contextOf(subject: ContextSubject, source: ContextSource): SceneContext {
  const { plan, nowMs, quality, reducedMotion } = source;
  const { setup } = plan();
  const { canvas, viewport, members } = canvasOf(setup, subject.part);
  const medium = (id: string): Medium => {
    const found = subject.scene.media.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(`the scene ${subject.scene.scene} does not name the medium ${id}`);
    return found;
  };
  return {
    screen: setup.screen,
    canvas,
    viewport,
    members,
    language: subject.language,
    languages: setup.hall.languages,
    timeZone: setup.hall.timeZone,
    programme: () => plan().programme,
    nowMs,
    mediaUrl: (id) => source.url(medium(id)),
    mediaData: async (id) => source.data(medium(id)),
    sound: soundOf(source),
    interactive: isInteractive(subject, source),
    quality,
    reducedMotion,
  };
}
