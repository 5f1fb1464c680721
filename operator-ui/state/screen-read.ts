import type { Hall, Screen } from '#shared/hall.ts';
import type { Scene } from '#shared/scene.ts';
import type { ScreenState } from '#shared/facts.ts';
import { disagrees, screenMark, type ScreenMark } from './screen-mark.ts';
import type { Link, Seen } from './seen.ts';
import type { Speech } from './speech.ts';

/** A screen as a person reads it, in the words of the console. */
export interface ScreenRead {
  readonly screen: Screen;
  /** As it was when it came to read so: it may have been heard again since. */
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

export function readScreen(screen: Screen, from: Reading): ScreenRead {
  const { seen, scenes, speech } = from;
  const state = seen.screens[screen.id];
  if (state === undefined) return { screen, state, mark: unheard, age: '', want: '', has: null, shown: '' };
  const mark = screenMark(state, seen.link);
  const want = wanted(state, speech);
  const shown = reported(state, scenes, speech);
  const has = disagrees(state) && isLive(seen.link) ? different(state, want, shown) : null;
  return { screen, state, mark, age: ageOf(mark, from), want, has, shown };
}

/** Everything that was read, and from what. */
export interface ScreensRead {
  readonly from: Reading;
  readonly read: ReadonlyMap<string, ScreenRead>;
}

/** All screens as a person reads them; what reads as before keeps its identity, and so do all, so that nobody draws it anew. */
export function readScreens(from: Reading, before: ScreensRead | null): ScreensRead {
  const isKept =
    before !== null &&
    before.from.hall === from.hall &&
    before.from.speech === from.speech &&
    before.from.scenes === from.scenes &&
    before.from.seen.link === from.seen.link;
  const read = new Map(
    from.hall.screens.map((screen) => {
      const old = isKept ? before.read.get(screen.id) : undefined;
      if (old === undefined) return [screen.id, readScreen(screen, from)];
      if (old.state !== from.seen.screens[screen.id]) {
        const anew = readScreen(screen, from);
        return [screen.id, readsSame(old, anew) ? old : anew];
      }
      const age = ageOf(old.mark, from);
      return [screen.id, age === old.age ? old : { ...old, age }];
    }),
  );
  const isSame = isKept && [...read].every(([id, one]) => before.read.get(id) === one);
  return { from, read: isSame ? before.read : read };
}

/** Whether a person reads the same of it: that it was heard again is nothing to read. */
function readsSame(old: ScreenRead, anew: ScreenRead): boolean {
  const [before, now] = [old.state?.desired, anew.state?.desired];
  return (
    (['shape', 'word', 'since', 'urgency'] as const).every((part) => old.mark[part] === anew.mark[part]) &&
    (['age', 'want', 'has', 'shown'] as const).every((part) => old[part] === anew[part]) &&
    before?.layer === now?.layer &&
    before?.since === now?.since
  );
}

function ageOf({ since }: ScreenMark, { speech, now }: Reading): string {
  return since === null ? '' : speech.duration(now - since);
}

const isLive = (link: Link): boolean => link.is === 'live';

function wanted({ desired }: ScreenState, speech: Speech): string {
  const rests = desired.title === null || desired.power === 'standby';
  return rests ? speech.words.marks.resting : speech.text(desired.title);
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
