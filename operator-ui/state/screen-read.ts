import type { Hall, Screen } from '#shared/hall.ts';
import type { Scene } from '#shared/scene.ts';
import type { ScreenState } from '#shared/facts.ts';
import { disagrees, screenMark, type ScreenMark } from './screen-mark.ts';
import type { Link, Seen } from './seen.ts';
import type { Speech } from './speech.ts';

/** A screen as a person reads it, in the words of the console. */
export interface ScreenRead {
  readonly screen: Screen;
  readonly state: ScreenState | undefined;
  readonly mark: ScreenMark;
  /** How long the mark has been so, `1:12`; empty where nobody needs to know. */
  readonly age: string;
  readonly want: string;
  /** What it shows instead; null while the two agree. */
  readonly has: string | null;
  /** What it says it shows, whether or not that is right. */
  readonly shown: string;
}

const unheard: ScreenMark = { shape: 'stale', word: 'unknown', since: null, urgency: 1 };

export interface Reading {
  readonly hall: Hall;
  readonly seen: Seen;
  readonly scenes: ReadonlyMap<string, Scene>;
  readonly speech: Speech;
  /** Shared time, ms. */
  readonly now: number;
}

export function readScreen(screen: Screen, { seen, scenes, speech, now }: Reading): ScreenRead {
  const state = seen.screens[screen.id];
  if (state === undefined) return { screen, state, mark: unheard, age: '', want: '', has: null, shown: '' };
  const mark = screenMark(state, seen.link);
  const want = wanted(state, speech);
  const shown = reported(state, scenes, speech);
  const has = disagrees(state) && isLive(seen.link) ? different(state, want, shown) : null;
  return { screen, state, mark, age: mark.since === null ? '' : speech.duration(now - mark.since), want, has, shown };
}

const isLive = (link: Link): boolean => link.is === 'live';

function wanted({ desired }: ScreenState, speech: Speech): string {
  return desired.title === null ? speech.words.marks.resting : speech.text(desired.title);
}

function reported({ reported: report }: ScreenState, scenes: ReadonlyMap<string, Scene>, speech: Speech): string {
  if (report === null || report.shown === null) return speech.words.hall.nothingReported;
  const scene = scenes.get(report.shown.scene);
  return scene === undefined ? report.shown.scene : speech.text(scene.title);
}

/** What it shows, with whatever tells it from what is wanted where the title alone does not. */
function different({ desired, reported: report }: ScreenState, want: string, shown: string): string {
  if (shown !== want || report === null || report.shown === null) return shown;
  if (report.shown.cue !== desired.cue) return `${shown} (${report.shown.cue + 1})`;
  return `${shown} (${report.shown.language})`;
}
