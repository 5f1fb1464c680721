/**
 * Keeps a film on its target. Pure: one look in, one wish out. Times in ms; `nowMs` is the page's monotonic clock.
 *
 * Small errors are slewed away by the rate alone, within ±0.2 % where nobody hears or sees it and ±2 % to catch up;
 * a film that is off by more than half a second is sought ahead, held on that frame, and let go when its time comes.
 *
 * Two things are watched: the film's own clock, which is steered, and when frames are shown, which is what counts. A
 * browser finds a rhythm of frames and refreshes and keeps to it, though the clock moves on by as much as a frame; pushing
 * the clock then does nothing for half a minute and too much after. So the clock is held to its target, and a rhythm
 * that shows frames too early or too late is broken: the film runs out and back by some ms, fast enough that no rhythm
 * fits, and finds another one.
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
  /** Frames shown since the look before: by how much each was ahead of its target, by the browser's own account. */
  readonly shownMs: readonly number[];
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

/** What earlier starts and seeks have taught about this machine. */
interface Learnt {
  /** From asking a film to play until it moves. */
  readonly startMs: number;
  /** From asking for a frame until it is there. */
  readonly seekMs: number;
}

interface Reading {
  readonly atMs: number;
  readonly errorMs: number;
}

/** How the browser shows the film's frames, and what is done about it. */
interface Rhythm {
  /** Of the latest frames, by how much each was shown ahead of its target. */
  readonly shownMs: readonly number[];
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

export type ServoState = Learnt &
  (
    | { readonly is: 'idle' }
    | { readonly is: 'seeking'; readonly toMs: number; readonly sinceMs: number; readonly tries: number }
    | { readonly is: 'holding'; readonly atMs: number; readonly tries: number }
    | { readonly is: 'starting'; readonly fromMs: number; readonly sinceMs: number }
    | {
        readonly is: 'running';
        readonly readings: readonly Reading[];
        readonly rhythm: Rhythm;
        readonly rate: number;
        readonly isRecovering: boolean;
      }
  );

type Running = Extract<ServoState, { is: 'running' }>;

export const limits = { normal: 0.002, recovery: 0.02, seekBeyondMs: 500 } as const;

/** An error is believed when it was seen for this long. */
const windowMs = 200;
/** This many looks in a row far off, and the timeline has jumped. */
const lostAfter = 3;
/** Errors beyond the first are recovered from, until they are within the second. */
const recovery = { fromMs: 20, untilMs: 3 } as const;
/** Errors are slewed away with these time constants. */
const slew = { normalMs: 2000, recoveryMs: 600 } as const;
/**
 * Frames are judged by so many, twice. Lengths are in refreshes. A film of 30 frames a second falls at one place between
 * the refreshes of 60 and can be half of one off; one of 25 falls at five, and their mean can be brought to a tenth.
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
  /** Out and back at 2 % takes the two seconds in which a browser gives a rhythm up. */
  swingMs: 20,
  settleMs: 2500,
  patienceMs: 3000,
  mostPatienceMs: 30_000,
  goodForMs: 30_000,
} as const;
/** A film that has just begun is looked at earlier: its rhythm is young. */
const firstLookMs = 700;
/** A held frame whose time has passed by more is not worth playing from; it is sought anew, a few times. */
const late = { toleranceMs: 60, tries: 3 } as const;
/** A still picture within this of its target is the right one. */
const stillMs = 8;
/** A film that does not move for this long after it was asked to is asked again. */
const deafMs = 3000;

export const servoStart: ServoState = { is: 'idle', startMs: 30, seekMs: 120 };

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
  if (look.isReady && ahead >= -late.toleranceMs && ahead <= limits.seekBeyondMs) {
    return hold({ ...learnt(state), is: 'holding', atMs: look.mediaMs, tries: 0 }, look);
  }
  return seekAhead(state, look, 0);
}

function seekAhead(state: ServoState, look: Look, tries: number): Answer {
  const leadMs = Math.min(3000, state.seekMs * 1.5 * (tries + 1) + state.startMs + 100);
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
  if (dueInMs < -late.toleranceMs && state.tries < late.tries) return seekAhead(state, look, state.tries + 1);
  return { state: { ...learnt(state), is: 'starting', fromMs: look.mediaMs, sinceMs: look.nowMs }, wish: plain };
}

function start(state: Extract<ServoState, { is: 'starting' }>, look: Look): Answer {
  if (look.mediaMs > state.fromMs + 1) {
    const lateMs = look.targetMs - look.mediaMs;
    const startMs = Math.min(250, Math.max(0, state.startMs + lateMs * 0.5));
    const fresh = { readings: [], rhythm: freshRhythm(look.nowMs), rate: 1, isRecovering: true } as const;
    return run({ ...learnt(state), startMs, is: 'running', ...fresh }, look);
  }
  if (look.nowMs - state.sinceMs > deafMs) return seekAhead(state, look, 0);
  return { state, wish: plain };
}

function run(state: Running, look: Look): Answer {
  const errorMs = look.mediaMs - look.targetMs;
  const isAtEnd = look.mediaMs >= look.durationMs - 1;
  if (isAtEnd && errorMs < recovery.fromMs) return going(state);
  const readings = [...state.readings, { atMs: look.nowMs, errorMs }];
  const latest = readings.slice(-lostAfter);
  const isLost = latest.length === lostAfter && latest.every((one) => Math.abs(one.errorMs) > limits.seekBeyondMs);
  if (isLost) return seekAhead(state, look, 0);
  const heard = look.nowMs < state.rhythm.judgeFrom ? [] : [...state.rhythm.shownMs, ...look.shownMs];
  const seen = { ...state, readings, rhythm: { ...state.rhythm, shownMs: heard } };
  const first = readings[0];
  if (first === undefined || look.nowMs - first.atMs < windowMs) return going(seen);
  const clockMs = median(readings.map((reading) => reading.errorMs));
  const kept = keepRhythm(seen.rhythm, clockMs, look);
  return going(steer({ ...seen, rhythm: kept }, clockMs));
}

const going = (state: Running): Answer => ({
  state,
  wish: { playing: true, playbackRate: state.rate, seekToMs: null },
});

function freshRhythm(nowMs: number): Rhythm {
  const { patienceMs } = rhythm;
  return { shownMs: [], wrong: 0, swingMs: 0, judgeFrom: nowMs + firstLookMs, patienceMs, swungAt: -Infinity };
}

/** Judges how frames are shown, and swings the film out and back where that is wrong. */
function keepRhythm(state: Rhythm, clockMs: number, { nowMs, refreshMs, isHeard }: Look): Rhythm {
  if (state.swingMs !== 0) {
    const isOut = Math.abs(clockMs - state.swingMs) <= recovery.untilMs;
    return { ...state, shownMs: [], swingMs: isOut ? 0 : state.swingMs, judgeFrom: nowMs + rhythm.settleMs };
  }
  // Until its clock is there, a film shows what it shows.
  if (Math.abs(clockMs) > recovery.untilMs) return { ...state, shownMs: [] };
  if (state.shownMs.length < rhythm.frames) return state;
  const judged = { ...state, shownMs: [], wrong: 0 };
  const spreadMs = spread(state.shownMs);
  // A machine that drops frames shows them anyhow: nothing can be read from that, and nothing mended by the rate.
  if (spreadMs > refreshMs * rhythm.unsteady) return judged;
  const places = placesOf(state.shownMs, refreshMs);
  const offMs = places === 1 ? median(state.shownMs) : mean(state.shownMs);
  const allowed = isHeard ? rhythm.allowedHeard : 0.5 / places + rhythm.tolerance;
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

function steer(state: Running, clockMs: number): Running {
  const offMs = clockMs - state.rhythm.swingMs;
  const isFar = Math.abs(offMs) > (state.isRecovering ? recovery.untilMs : recovery.fromMs);
  const isRecovering = state.rhythm.swingMs !== 0 || isFar;
  const [constantMs, most] = isRecovering ? [slew.recoveryMs, limits.recovery] : [slew.normalMs, limits.normal];
  const rate = 1 - Math.min(most, Math.max(-most, offMs / constantMs));
  // Thousandths of a per cent move nothing, but every change of rate costs the decoder a little.
  const isSame = Math.abs(rate - state.rate) < 0.000_05;
  return { ...state, readings: [], rate: isSame ? state.rate : rate, isRecovering };
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

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
