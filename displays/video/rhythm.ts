import { median } from './median.ts';

/** A frame by the browser's own account of when it is shown. */
export interface ShownFrame {
  /** Which one: its time in the film. */
  readonly mediaMs: number;
  /** By how much it is ahead of the film's target when it is shown. */
  readonly aheadMs: number;
}

/** How the browser shows the film's frames, and what is done about it. */
export interface Rhythm {
  /** Of the latest frames, by how much each was shown ahead of its target. */
  readonly shownMs: readonly number[];
  /** The very latest, judged or not. */
  readonly latest: readonly ShownFrame[];
  /** Looks in a row that found them off. */
  readonly wrong: number;
  /** Where the film's clock is sent, ahead of its target, to break the rhythm; 0: it is held to its target. */
  readonly swingMs: number;
  /** Nothing is judged before. */
  readonly judgeFrom: number;
  /** From one swing to the next at least: a screen whose rhythm never fits is left in peace. */
  readonly patienceMs: number;
  readonly swungAt: number;
}

/** What of a look the rhythm is judged by; ms. */
interface Seen {
  readonly nowMs: number;
  readonly shown: readonly ShownFrame[];
  /** Between two refreshes of the screen. */
  readonly refreshMs: number;
  /** Its sound is on: a change of speed would be heard. */
  readonly isHeard: boolean;
}

/**
 * Frames are judged by so many, twice. Lengths are in refreshes. A film of 30 frames a second falls at one place between
 * the refreshes of 60 and can be half of one off; one of 25 falls at five, and their mean can be brought to a tenth. At
 * one place the next refresh is the better one as soon as half of one is passed; where several are taken together, less
 * is known, and a little is let pass.
 */
const rhythm = {
  frames: 25,
  wrongs: 2,
  unsteady: 0.75,
  apart: 0.12,
  leastAtPlace: 3,
  mostPlaces: 5,
  tolerance: 0.05,
  /** A third of a semitone for two seconds is worse than a refresh that nobody sees. */
  allowedHeard: 1.5,
  /** Out and back takes the second in which a browser gives a rhythm up. */
  swingMs: 10,
  settleMs: 2500,
  patienceMs: 3000,
  mostPatienceMs: 20_000,
  goodForMs: 30_000,
} as const;
/** A film that has just begun is looked at earlier: its rhythm is young. */
const firstLookMs = 700;
/** The film's clock is where it was sent when it is so near, ms. */
const thereMs = 3;

export function freshRhythm(nowMs: number): Rhythm {
  const { patienceMs } = rhythm;
  const judgeFrom = nowMs + firstLookMs;
  return { shownMs: [], latest: [], wrong: 0, swingMs: 0, judgeFrom, patienceMs, swungAt: -Infinity };
}

/** Judges how frames are shown, and swings the film out and back where that is wrong. */
export function keepRhythm(state: Rhythm, clockMs: number, { nowMs, refreshMs, isHeard }: Seen): Rhythm {
  if (state.swingMs !== 0) {
    const isOut = Math.abs(clockMs - state.swingMs) <= thereMs;
    return { ...state, shownMs: [], swingMs: isOut ? 0 : state.swingMs, judgeFrom: nowMs + rhythm.settleMs };
  }
  // Until its clock is there, a film shows what it shows.
  if (Math.abs(clockMs) > thereMs) return { ...state, shownMs: [] };
  if (state.shownMs.length < rhythm.frames) return state;
  const judged = { ...state, shownMs: [], wrong: 0 };
  const spreadMs = spread(state.shownMs);
  // A machine that drops frames shows them anyhow: nothing can be read from that, and nothing mended by the rate.
  if (spreadMs > refreshMs * rhythm.unsteady) return judged;
  const places = placesOf(state.shownMs, refreshMs);
  const offMs = places === 1 ? median(state.shownMs) : mean(state.shownMs);
  const allowed = isHeard ? rhythm.allowedHeard : 0.5 / places + (places === 1 ? 0 : rhythm.tolerance);
  if (Math.abs(offMs) <= refreshMs * allowed) {
    const isGood = nowMs - state.swungAt > rhythm.goodForMs;
    return { ...judged, patienceMs: isGood ? rhythm.patienceMs : state.patienceMs };
  }
  const wrong = state.wrong + 1;
  if (wrong < rhythm.wrongs || nowMs - state.swungAt < state.patienceMs) return { ...judged, wrong };
  return {
    ...judged,
    swingMs: -Math.sign(offMs) * rhythm.swingMs,
    swungAt: nowMs,
    patienceMs: Math.min(rhythm.mostPatienceMs, state.patienceMs * 2),
  };
}

/** With the frames shown since the look before. */
export function hear(state: Rhythm, { nowMs, shown }: Seen): Rhythm {
  return {
    ...state,
    shownMs: nowMs < state.judgeFrom ? [] : [...state.shownMs, ...shown.map(({ aheadMs }) => aheadMs)],
    latest: [...state.latest, ...shown].slice(-stepFrames),
  };
}

/** The length of a frame is the mean of so many. */
const stepFrames = 10;
/**
 * So many frames after the speed is back, a browser takes up a rhythm again. Chromium's mean of 32 frames' lengths has to
 * forget the other speed first; measured at 24 and 25 frames a second.
 */
const takenUpAfter = 31;

/**
 * Whether a film whose clock is `clockMs` ahead of its target should return to its own speed now. The browser begins a
 * rhythm as if the frame of that moment were the last that fits its refresh. So the rhythm keeps to the film's clock
 * where that is so, and is off by a part of a refresh for good where it is not.
 */
export function isTimeToLand({ latest }: Rhythm, clockMs: number, refreshMs: number): boolean {
  const [first, last] = [latest[0], latest.at(-1)];
  if (first === undefined || last === undefined || latest.length < stepFrames) return true;
  const frameMs = (last.mediaMs - first.mediaMs) / (stepFrames - 1);
  const place = (last.aheadMs - clockMs + (takenUpAfter + 1) * frameMs) / refreshMs + 0.5;
  return place - Math.floor(place) < 1 / placesFor(frameMs / refreshMs);
}

/** At how many places between refreshes the frames of a film fall by whose length so many refreshes go by. */
function placesFor(refreshes: number): number {
  for (let places = 1; places < rhythm.mostPlaces; places++)
    if (Math.abs(refreshes * places - Math.round(refreshes * places)) < rhythm.apart / 2) return places;
  return rhythm.mostPlaces;
}

/** At how many places between refreshes the frames fall; a frame that came by itself is none. */
function placesOf(shownMs: readonly number[], refreshMs: number): number {
  const sizes: number[] = [];
  let before = -Infinity;
  for (const one of shownMs.toSorted((a, b) => a - b)) {
    if (one - before > refreshMs * rhythm.apart) sizes.push(0);
    sizes.push((sizes.pop() ?? 0) + 1);
    before = one;
  }
  return Math.max(1, Math.min(rhythm.mostPlaces, sizes.filter((size) => size >= rhythm.leastAtPlace).length));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

/** Between the lower and the upper quarter. */
function spread(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * 0.75)] ?? 0) - (sorted[Math.floor(sorted.length * 0.25)] ?? 0);
}
