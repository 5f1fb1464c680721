/**
 * Keeps a film on its target. Pure: one look in, one wish out. Times in ms; `nowMs` is the page's monotonic clock.
 *
 * Small errors are slewed away by the rate alone, within ±0.2 % where nobody hears or sees it and ±2 % to catch up;
 * a film that is off by more than half a second is sought ahead, held on that frame, and let go when its time comes.
 *
 * Two things are watched. What counts is when frames are shown: a screen can show them at its refreshes only, so within
 * half a refresh nothing can be bettered. The film's own clock is finer, and is used to hold what was reached: browsers
 * show a frame at the same refresh for a while after the clock has moved on, then slip by a whole one.
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

export type ServoState = Learnt &
  (
    | { readonly is: 'idle' }
    | { readonly is: 'seeking'; readonly toMs: number; readonly sinceMs: number; readonly tries: number }
    | { readonly is: 'holding'; readonly atMs: number; readonly tries: number }
    | { readonly is: 'starting'; readonly fromMs: number; readonly sinceMs: number }
    | {
        readonly is: 'running';
        readonly sinceMs: number;
        readonly readings: readonly Reading[];
        readonly shownMs: readonly number[];
        /** What the film's clock is held to, ahead of its target; null until it is near enough to be held. */
        readonly holdMs: number | null;
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
 * Frames that are shown at the wrong refresh: judged by so many, moved by so much at a time until they slip to the next
 * one, quickly at first and then so slowly that nobody hears it. `steady` and `loose` are spreads in refreshes.
 */
const nudge = {
  frames: 12,
  settlingMs: 4000,
  settlingByMs: 6,
  byMs: 1.5,
  slackMs: 0.1,
  steady: 0.75,
  loose: 0.15,
  gain: 0.5,
} as const;
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
    const fresh = { readings: [], shownMs: [], holdMs: null, rate: 1, isRecovering: false } as const;
    return run({ ...learnt(state), startMs, is: 'running', sinceMs: look.nowMs, ...fresh }, look);
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
  const seen = { ...state, readings, shownMs: [...state.shownMs, ...look.shownMs] };
  const first = readings[0];
  if (first === undefined || look.nowMs - first.atMs < windowMs) return going(seen);
  const clockMs = median(readings.map((reading) => reading.errorMs));
  return going(steer(judge(seen, clockMs, look), clockMs));
}

const going = (state: Running): Answer => ({
  state,
  wish: { playing: true, playbackRate: state.rate, seekToMs: null },
});

/** What the film's clock is to be held to, by what was shown. */
function judge(state: Running, clockMs: number, { nowMs, refreshMs }: Look): Running {
  if (state.holdMs === null) {
    const isNear = Math.abs(clockMs) <= (state.isRecovering ? recovery.untilMs : recovery.fromMs);
    return { ...state, shownMs: [], holdMs: isNear ? clockMs : null };
  }
  if (state.shownMs.length < nudge.frames) return state;
  const shownMs = median(state.shownMs);
  // A machine that drops frames shows them anyhow: nothing can be read from that, and nothing mended by the rate.
  const spreadMs = spread(state.shownMs);
  if (spreadMs > refreshMs * nudge.steady) return { ...state, shownMs: [] };
  // Frames without a rhythm fall all over a refresh: their mean is finer than one, and follows the film's clock.
  const isFar = Math.abs(shownMs) > refreshMs * 1.5;
  if (spreadMs > refreshMs * nudge.loose && !isFar) {
    const meanMs = state.shownMs.reduce((sum, one) => sum + one, 0) / state.shownMs.length;
    const byMs = Math.min(nudge.byMs, Math.max(-nudge.byMs, meanMs * nudge.gain));
    return { ...state, shownMs: [], holdMs: clockMs - byMs };
  }
  const isSettling = nowMs - state.sinceMs < nudge.settlingMs;
  const isWrong = Math.abs(shownMs) > refreshMs / 2 + nudge.slackMs;
  if (!isWrong) return { ...state, shownMs: [] };
  // About a refresh too late is a matter of slipping by one; more than that is a distance, and known.
  const stepMs = isSettling ? nudge.settlingByMs : nudge.byMs;
  const byMs = isFar ? Math.abs(shownMs) - refreshMs / 2 : stepMs;
  return { ...state, shownMs: [], holdMs: clockMs - Math.sign(shownMs) * byMs };
}

function steer(state: Running, clockMs: number): Running {
  const offMs = clockMs - (state.holdMs ?? 0);
  const isHurried = state.holdMs === null || Math.abs(offMs) > nudge.byMs * 2;
  const isRecovering = isHurried && Math.abs(offMs) > recovery.untilMs;
  const [constantMs, most] = isRecovering ? [slew.recoveryMs, limits.recovery] : [slew.normalMs, limits.normal];
  const rate = 1 - Math.min(most, Math.max(-most, offMs / constantMs));
  // Thousandths of a per cent move nothing, but every change of rate costs the decoder a little.
  const isSame = Math.abs(rate - state.rate) < 0.000_05;
  return { ...state, readings: [], rate: isSame ? state.rate : rate, isRecovering };
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
