import type { z } from 'zod';
import type { StandbyBody, TakeBody } from '#shared/commands.ts';
import type { Hall } from '#shared/hall.ts';
import type { Scene, Show } from '#shared/scene.ts';
import { pickText } from '#shared/text.ts';
import type { Act } from './acts.ts';
import { screensOf } from './targets.ts';

/** What the operator is about to put on. */
export interface Draft {
  readonly query: string;
  readonly item: { readonly kind: 'scene' | 'show'; readonly id: string } | null;
  /** The time of day at which it is to begin, as typed; empty: now. */
  readonly at: string;
  /** ms; null: until released. */
  readonly holdFor: number | null;
  /** null: each screen's own. */
  readonly language: string | null;
  readonly reason: string;
}

export const emptyDraft: Draft = { query: '', item: null, at: '', holdFor: null, language: null, reason: '' };

/** Hold times that are offered, ms. */
export const holdTimes: readonly number[] = [1, 5, 10, 20, 30, 60, 120].map((minutes) => minutes * 60_000);

export interface Found {
  readonly kind: 'scene' | 'show';
  readonly id: string;
  readonly title: string;
  /** The scene's type, or how many cues the show has. */
  readonly type: string;
  readonly cues: number;
  /** Whether any of the chosen screens has a part in it; true while none is chosen. */
  readonly fits: boolean;
}

/** Where what is found would be put. */
export interface Chosen {
  readonly hall: Hall;
  readonly screens: ReadonlySet<string>;
}

/** A scene is shown wherever it is put; a show only where one of its cues has something. */
function fits(show: Show, { hall, screens }: Chosen): boolean {
  if (screens.size === 0) return true;
  const targets = new Set(show.cues.flatMap((cue) => cue.parts.flatMap((part) => part.targets)));
  return [...targets].some((target) => screensOf(hall, target).some((screen) => screens.has(screen)));
}

/**
 * Scenes and shows whose title (in any language) or id holds every word of the query; shows first, then by title in
 * the language of the console. Behind all of them what has nothing for the chosen screens, which the hall would refuse.
 */
export function search(
  query: string,
  scenes: readonly Scene[],
  shows: readonly Show[],
  language: string,
  order: readonly string[],
  chosen: Chosen | null = null,
): readonly Found[] {
  const words = query
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = (id: string, title: Readonly<Record<string, string>>, type: string): boolean => {
    const hay = [id, type, ...Object.values(title)].join(' ').toLocaleLowerCase();
    return words.every((word) => hay.includes(word));
  };
  const byTitle = (a: Found, b: Found): number => a.title.localeCompare(b.title, language);
  const foundShows = shows
    .filter((show) => holds(show.id, show.title, ''))
    .map((show): Found => {
      const title = pickText(show.title, language, order).text;
      return {
        kind: 'show',
        id: show.id,
        title,
        type: '',
        cues: show.cues.length,
        fits: chosen === null || fits(show, chosen),
      };
    });
  const foundScenes = scenes
    .filter((scene) => holds(scene.id, scene.title, scene.type))
    .map((scene): Found => {
      const title = pickText(scene.title, language, order).text;
      return { kind: 'scene', id: scene.id, title, type: scene.type, cues: 0, fits: true };
    });
  const all = [...foundShows.toSorted(byTitle), ...foundScenes.toSorted(byTitle)];
  return [...all.filter((one) => one.fits), ...all.filter((one) => !one.fits)];
}

/** What is still to be chosen before anything can be put on so many screens; null: nothing. */
export function stillToChoose(
  { item }: Pick<Draft, 'item'>,
  screens: number,
): 'chooseFirst' | 'chooseScreens' | 'chooseScene' | null {
  if (item === null) return screens === 0 ? 'chooseFirst' : 'chooseScene';
  return screens === 0 ? 'chooseScreens' : null;
}

/** The body of a take, at an instant (ms) or now (null); null while something is missing. */
export function takeBody(
  draft: Draft,
  targets: readonly string[],
  at: number | null = null,
): z.input<typeof TakeBody> | null {
  if (draft.item === null || targets.length === 0 || Number.isNaN(at)) return null;
  return {
    targets: [...targets],
    [draft.item.kind]: draft.item.id,
    ...(at === null ? {} : { at: new Date(at).toISOString() }),
    ...(draft.holdFor === null ? {} : { holdFor: draft.holdFor }),
    ...(draft.language === null ? {} : { language: draft.language }),
    ...(draft.reason.trim() === '' ? {} : { reason: draft.reason.trim() }),
  };
}

/** The body that arms the same; what it says of time and reason is for GO. */
export function standbyBody(draft: Draft, targets: readonly string[]): z.input<typeof StandbyBody> | null {
  if (draft.item === null || targets.length === 0) return null;
  return {
    targets: [...targets],
    [draft.item.kind]: draft.item.id,
    ...(draft.holdFor === null ? {} : { holdFor: draft.holdFor }),
    ...(draft.language === null ? {} : { language: draft.language }),
    ...(draft.reason.trim() === '' ? {} : { reason: draft.reason.trim() }),
  };
}

/** The body that shows the same, for as long as somebody looks. */
export function previewBody(draft: Draft, targets: readonly string[]): z.input<typeof StandbyBody> | null {
  return standbyBody({ ...draft, holdFor: null, reason: '' }, targets);
}

/**
 * What is left to say after an act was carried out: time, language and reason were said of that, and are not said of the
 * next by themselves. What was written meanwhile stays.
 */
export function draftAfter(draft: Draft, act: Act): Draft {
  if (act.do !== 'arm' && (act.do !== 'take' || act.body.standby !== undefined)) return draft;
  const { holdFor = null, language = null, reason = '' } = act.body;
  const isSet = act.do === 'take' && act.body.at !== undefined;
  return {
    ...draft,
    // Once more would take at once what was just set for later.
    ...(isSet ? { at: '', item: null } : {}),
    ...(draft.holdFor === holdFor ? { holdFor: null } : {}),
    ...(draft.language === language ? { language: null } : {}),
    ...(draft.reason.trim() === reason ? { reason: '' } : {}),
  };
}
