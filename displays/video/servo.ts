import { median } from './median.ts';
import { freshRhythm, hear, isTimeToLand, keepRhythm, type Rhythm, type ShownFrame } from './rhythm.ts';

/**
 * Keeps a film on its target. Pure: one look in, one wish out. Times in ms; `nowMs` is the page's monotonic clock.
 *
 * Small errors are slewed away by the rate alone, within ±0.2 % where nobody hears or sees it, and at 1.8 % to catch up;
 * a film that is off by more than half a second is sought ahead, held on that frame, and let go when its time comes.
 *
 * Two things are watched: the film's own clock, which is steered, and when frames are shown, which is what counts. A
 * browser finds a rhythm of frames and refreshes and keeps to it, though the clock moves on by as much as a frame; pushing
 * the clock then does nothing for half a minute and too much after. So the clock is held to its target, and a rhythm
 * that shows frames too early or too late is broken: the film runs out and back by some ms, fast enough that no rhythm
 * fits, and returns to its own speed at a frame from which the next one does.
 */
export interface Look {
  readonly nowMs: number;
  /** Where the film should be. */
  readonly targetMs: number;
  /** Whether the target moves; a paused run's does not. */
  readonly isMoving: boolean;
  /** Where the film is. */
  readonly mediaMs: number;
  /** No seek is under way, and the frame at `mediaMs` is there. */
  readonly isReady: boolean;
  readonly durationMs: number;
  /** Frames shown since the look before. */
  readonly shown: readonly ShownFrame[];
  /** Between two refreshes of the screen. */
  readonly refreshMs: number;
  /** Its sound is on: a change of speed would be heard. */
  readonly isHeard: boolean;
}

export interface Wish {
  readonly playing: boolean;
  readonly playbackRate: number;
  readonly seekToMs: number | null;
}

/** What earlier starts and seeks have taught about a film on this machine. */
export interface Learnt {
  /** What passes from asking a film to play until it goes on without a stop. */
  readonly startMs: number;
  /** From asking for a frame until it is there. */
  readonly seekMs: number;
}

interface Reading {
  readonly atMs: number;
  readonly errorMs: number;
}

export type ServoState = Learnt &
  (
    | { readonly is: 'idle' }
    | { readonly is: 'seeking'; readonly toMs: number; readonly sinceMs: number; readonly tries: number }
    | { readonly is: 'holding'; readonly atMs: number; readonly tries: number }
    | { readonly is: 'starting'; readonly fromMs: number; readonly sinceMs: number; readonly tries: number }
    | {
        readonly is: 'running';
        readonly readings: readonly Reading[];
        readonly rhythm: Rhythm;
        readonly rate: number;
        readonly isRecovering: boolean;
        /** When it last returned to its own speed. */
        readonly landedAt: number;
        /** From where and after how many tries it began; null once it was seen going for long enough to say how late. */
        readonly began: { readonly fromMs: number; readonly tries: number } | null;
      }
  );

type Running = Extract<ServoState, { is: 'running' }>;

export const limits = { normal: 0.002, recovery: 0.018, seekBeyondMs: 500 } as const;

/** An error is believed when it was seen for this long. */
const windowMs = 200;
/** This many looks in a row far off, and the timeline has jumped. */
const lostAfter = 3;
/** Errors beyond this are caught up with at one speed, smaller ones slewed away with the time constant below. */
const catchUpBeyondMs = 20;
const slewMs = 2000;
/** A film that catches up lands within so much of its target, at the frame that suits. */
const landingMs = 1.9;
/** After it has landed a film keeps its own speed so long, that of the rhythm that the browser takes up. */
const keptMs = 1500;
/** Where a film is just now is the median of so many looks. */
const looksNow = 3;
/** A held frame whose time has passed by more is not worth playing from; it is sought anew. */
const lateMs = 60;
/** One that entered in the middle, later than in the film's first frames, and is then farther off begins anew as well. */
const falseStart = { afterMs: 100, beyondMs: 40 } as const;
/** It is sought anew so often. */
const mostTries = 3;
/** A still picture within this of its target is the right one. */
const stillMs = 8;
/** A film that does not move for this long after it was asked to is asked again. */
const deafMs = 3000;

export const nothingLearnt: Learnt = { startMs: 15, seekMs: 200 };
export const servoStart: ServoState = { is: 'idle', ...nothingLearnt };

interface Answer {
  readonly state: ServoState;
  readonly wish: Wish;
}

export function servo(state: ServoState, look: Look): Answer {
  if (!look.isMoving) return stand(state, look);
  switch (state.is) {
    case 'idle':
      return begin(state, look);
    case 'seeking':
      return look.isReady ? arrive(state, look) : waitFor(state);
    case 'holding':
      return hold(state, look);
    case 'starting':
      return start(state, look);
    case 'running':
      return run(state, look);
  }
}

const learnt = ({ startMs, seekMs }: Learnt): Learnt => ({ startMs, seekMs });
const still = { playing: false, playbackRate: 1, seekToMs: null } as const;
const plain = { playing: true, playbackRate: 1, seekToMs: null } as const;

function waitFor(state: ServoState): Answer {
  return { state, wish: still };
}

/** A target that stands: the film stands on it. */
function stand(state: ServoState, look: Look): Answer {
  if (state.is === 'seeking') {
    if (!look.isReady) return waitFor(state);
    return stand({ ...taught(state, look), is: 'idle' }, look);
  }
  const idle: ServoState = { ...learnt(state), is: 'idle' };
  if (!look.isReady || Math.abs(look.mediaMs - look.targetMs) <= stillMs) return { state: idle, wish: still };
  return seek(state, look, look.targetMs, 0);
}

/** A film that stands near its target goes on from there: so resuming after a pause is immediate. */
function begin(state: ServoState, look: Look): Answer {
  const ahead = look.mediaMs - look.targetMs;
  if (look.isReady && ahead >= -lateMs && ahead <= limits.seekBeyondMs) {
    return hold({ ...learnt(state), is: 'holding', atMs: look.mediaMs, tries: 0 }, look);
  }
  return seekAhead(state, look, 0);
}

function seekAhead(state: ServoState, look: Look, tries: number): Answer {
  const leadMs = Math.min(3000, state.seekMs * 1.5 + state.startMs + 100);
  return seek(state, look, Math.min(look.durationMs, Math.max(0, look.targetMs + leadMs)), tries);
}

function seek(state: ServoState, look: Look, toMs: number, tries: number): Answer {
  return {
    state: { ...learnt(state), is: 'seeking', toMs, sinceMs: look.nowMs, tries },
    wish: { ...still, seekToMs: toMs },
  };
}

function taught(state: Extract<ServoState, { is: 'seeking' }>, look: Look): Learnt {
  const tookMs = look.nowMs - state.sinceMs;
  return { startMs: state.startMs, seekMs: Math.max(20, state.seekMs + (tookMs - state.seekMs) * 0.5) };
}

function arrive(state: Extract<ServoState, { is: 'seeking' }>, look: Look): Answer {
  return hold({ ...taught(state, look), is: 'holding', atMs: state.toMs, tries: state.tries }, look);
}

function hold(state: Extract<ServoState, { is: 'holding' }>, look: Look): Answer {
  const dueInMs = state.atMs - look.targetMs - state.startMs;
  // The timeline was moved back while the film waited.
  if (dueInMs > 3000 + limits.seekBeyondMs && look.targetMs >= 0) return seekAhead(state, look, 0);
  if (dueInMs > 0) return waitFor(state);
  if (dueInMs < -lateMs && state.tries < mostTries) return seekAhead(state, look, state.tries + 1);
  const { tries } = state;
  return { state: { ...learnt(state), is: 'starting', fromMs: look.mediaMs, sinceMs: look.nowMs, tries }, wish: plain };
}

function start(state: Extract<ServoState, { is: 'starting' }>, look: Look): Answer {
  if (look.mediaMs > state.fromMs + 1) {
    const fresh = {
      readings: [],
      rhythm: freshRhythm(look.nowMs),
      rate: 1,
      isRecovering: true,
      landedAt: -Infinity,
      began: { fromMs: state.fromMs, tries: state.tries },
    } as const;
    return run({ ...learnt(state), is: 'running', ...fresh }, look);
  }
  if (look.nowMs - state.sinceMs > deafMs) return seekAhead(state, look, 0);
  return { state, wish: plain };
}

function run(state: Running, look: Look): Answer {
  const errorMs = look.mediaMs - look.targetMs;
  const isAtEnd = look.mediaMs >= look.durationMs - 1;
  if (isAtEnd && errorMs < catchUpBeyondMs) return going(state);
  const readings = [...state.readings, { atMs: look.nowMs, errorMs }];
  const latest = readings.slice(-lostAfter);
  const isLost = latest.length === lostAfter && latest.every((one) => Math.abs(one.errorMs) > limits.seekBeyondMs);
  if (isLost) return seekAhead(state, look, 0);
  const seen = { ...state, readings, rhythm: hear(state.rhythm, look) };
  if (state.isRecovering && isLanding(seen, look)) return going(land(seen, look.nowMs));
  const first = readings[0];
  if (first === undefined || look.nowMs - first.atMs < windowMs) return going(seen);
  const clockMs = median(readings.map((reading) => reading.errorMs));
  if (isFalseStart(seen, clockMs)) return beginAnew(seen, look, clockMs);
  const kept = keepRhythm(seen.rhythm, clockMs, look);
  return going(steer({ ...begun(seen), rhythm: kept }, clockMs, look.nowMs));
}

/**
 * One that entered in the middle is on its target sooner by another start than by catching up. A film that has begun
 * from its first frame is left going: everybody sees it, and a stop is worse than a film that is a little late.
 */
function isFalseStart({ began }: Running, clockMs: number): boolean {
  if (began === null || began.tries >= mostTries) return false;
  return began.fromMs > falseStart.afterMs && Math.abs(clockMs) > falseStart.beyondMs;
}

function beginAnew(state: Running, look: Look, clockMs: number): Answer {
  const tries = (state.began?.tries ?? 0) + 1;
  const wiser = learnt(begun(state));
  if (clockMs < 0) return seekAhead({ ...wiser, is: 'idle' }, look, tries);
  return hold({ ...wiser, is: 'holding', atMs: look.mediaMs, tries }, look);
}

/**
 * A film that is asked to play moves at once and may then stand until its sound comes out of the machine, some 40 ms with
 * Chromium even where nobody hears it. So how late it began is read when it has gone on for a while, still at its speed.
 */
function begun(state: Running): Running {
  if (state.began === null) return state;
  const startMs = state.startMs - nowOf(state.readings) * 0.7;
  return { ...state, began: null, startMs: Math.min(250, Math.max(0, startMs)) };
}

const going = (state: Running): Answer => ({
  state,
  wish: { playing: true, playbackRate: state.rate, seekToMs: null },
});

function steer(state: Running, clockMs: number, nowMs: number): Running {
  const offMs = clockMs - state.rhythm.swingMs;
  if (state.isRecovering || state.rhythm.swingMs !== 0 || Math.abs(offMs) > catchUpBeyondMs) {
    const readings = state.readings.slice(1 - looksNow);
    return { ...state, readings, isRecovering: true, rate: 1 - Math.sign(offMs) * limits.recovery };
  }
  const slewed = 1 - Math.min(limits.normal, Math.max(-limits.normal, offMs / slewMs));
  // Thousandths of a per cent move nothing, but every change of rate costs the decoder a little.
  const isSame = nowMs - state.landedAt < keptMs || Math.abs(slewed - state.rate) < 0.000_05;
  return { ...state, readings: [], rate: isSame ? state.rate : slewed };
}

/**
 * A film that catches up does so at one speed, so that it is known when a browser will have forgotten it, and returns to
 * its own near its target: at the frame from which a rhythm fits, or when it is through.
 */
function isLanding({ readings, rhythm, rate }: Running, look: Look): boolean {
  if (rhythm.swingMs !== 0 || rate === 1 || readings.length < looksNow) return false;
  const clockMs = nowOf(readings);
  const restMs = -clockMs * Math.sign(rate - 1);
  return restMs <= -landingMs || (restMs <= landingMs && isTimeToLand(rhythm, clockMs, look.refreshMs));
}

function nowOf(readings: readonly Reading[]): number {
  return median(readings.slice(-looksNow).map(({ errorMs }) => errorMs));
}

const land = (state: Running, nowMs: number): Running => ({
  ...state,
  readings: [],
  rate: 1,
  isRecovering: false,
  landedAt: nowMs,
});
