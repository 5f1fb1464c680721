import type { Desired } from '#shared/facts.ts';
import type { LightSample } from '#shared/proof/luma-grid.ts';
import { learn, type References } from '#shared/proof/references.ts';
import type { Expected } from '#shared/proof/verdict.ts';
import { verdictOf, type Verdict } from '#shared/proof/verdict.ts';
import type { Report } from '#shared/report.ts';
import { sceneType } from '#shared/scenes/registry.ts';

/** What the controller remembers of a screen's picture; times in ms of shared time. */
export interface Eye {
  /** The newest, oldest first, at most `mostSamples`. */
  readonly samples: readonly LightSample[];
  /** Frames as last counted, when the count was last seen to have grown, and the counts of the last seconds. */
  readonly frames: {
    readonly drawn: number;
    readonly grewAt: number;
    readonly counts: readonly Count[];
    /** When this page was first heard to show something; null while it starts, and its window is black. */
    readonly shownSince: number | null;
  } | null;
  readonly references: References;
}

interface Count {
  readonly at: number;
  readonly drawn: number;
  readonly dropped: number;
}

export const closedEye: Eye = { samples: [], frames: null, references: new Map() };

const countedMs = 15_000;
const fewestFrames = 120;
const mostSamples = 64;
/** Between two pictures that are learned of the same scene: the mean is to be of the scene, not of a moment. */
const learnAfterMs = 2_000;

/** The eye after a report that was heard at `now`. */
export function seeReport(eye: Eye, report: Report, now: number): Eye {
  const { drawn, dropped } = report.frames;
  const before = eye.frames;
  const kept = before?.counts.filter((count) => count.at > now - countedMs && count.drawn <= drawn) ?? [];
  const grewAt = before === null || drawn !== before.drawn ? now : before.grewAt;
  // Fewer frames than before: another page, which has to come to its first picture again.
  const shownBefore = before === null || drawn < before.drawn ? null : before.shownSince;
  const shownSince = shownBefore ?? (report.shown === null ? null : now);
  const frames = { drawn, grewAt, counts: [...kept, { at: now, drawn, dropped }], shownSince };
  const counted = { ...eye, frames };
  return report.light === null || report.light === undefined ? counted : seeLight(counted, report.light);
}

/** The share of frames dropped in the last seconds; null while too few were due to say. */
export function droppedShare({ frames }: Eye): number | null {
  const [first, last] = [frames?.counts[0], frames?.counts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const dropped = last.dropped - first.dropped;
  const due = last.drawn - first.drawn + dropped;
  return due < fewestFrames ? null : dropped / due;
}

/** The eye after a picture; one that was seen already changes nothing. */
export function seeLight(eye: Eye, light: LightSample): Eye {
  const last = eye.samples.at(-1);
  if (last !== undefined && light.at <= last.at) return eye;
  return { ...eye, samples: [...eye.samples, light].slice(-mostSamples) };
}

/** What the newest pictures say of what the plan wants. */
export function judge(eye: Eye, desired: Desired, now: number): Verdict {
  const expected = expectedOf(desired);
  const since = expected.dark ? desired.since : Math.max(desired.since, eye.frames?.shownSince ?? Infinity);
  return verdictOf(eye.samples, expected, since, eye.references, now);
}

/** The eye after it has learned what the scene looks like, if all is well with it and its picture is worth it. */
export function remember(eye: Eye, desired: Desired, verdict: Verdict): Eye {
  const newest = eye.samples.at(-1);
  const { scene } = expectedOf(desired);
  if (verdict.is !== 'proved' || newest === undefined || scene === null) return eye;
  if (newest.at - desired.since < learnAfterMs) return eye;
  return { ...eye, references: learn(eye.references, scene, newest.grid) };
}

const darkTypes = new Set(['blackout']);

function expectedOf({ scene, type, language, power }: Desired): Expected {
  const dark = power === 'standby' || scene === null || (type !== null && darkTypes.has(type));
  const movesWithinMs = type === null ? null : (sceneType(type)?.movesWithinMs ?? null);
  return { scene: dark ? null : `${type}/${scene}/${language ?? ''}`, dark, movesWithinMs };
}

/** The scene whose pictures stand under this key. */
export const sceneIn = (key: string): string => key.split('/')[1] ?? key;
