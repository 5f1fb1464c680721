import { seededRandom } from './random.ts';
import type { ShownFrame } from '../../displays/video/rhythm.ts';
import { servo, servoStart, type ServoState, type Wish } from '../../displays/video/servo.ts';

export interface FilmMachine {
  readonly durationMs: number;
  readonly fps: number;
  /** From asking for a frame until it is there. */
  readonly seekMs: number;
  /** From asking it to play until it moves. */
  readonly startMs: number;
  /** It moves for a refresh and then stands for so long, until its sound comes out. */
  readonly stallMs: number;
  /** How fast the page's clock runs against the timeline's, parts per million. */
  readonly ppm: number;
  /** Where the screen's refreshes fall, 0..refreshMs. */
  readonly phaseMs: number;
  readonly refreshMs: number;
  /**
   * By how much the film's clock may move on before the frames shown slip by a refresh; 0: they follow it at once. Like
   * Chromium's, a rhythm lasts while the mean rate of 32 frames is nearly 1, is given up with another, and taken up anew
   * when it has been nearly 1 again for a moment: as if the frame of that moment were the last to fit its refresh.
   */
  readonly stickyMs: number;
  readonly isHeard: boolean;
  /** Seeds which of the rhythms are taken up a frame late. */
  readonly seed: number;
}

export interface Looked {
  readonly nowMs: number;
  readonly mediaMs: number;
  readonly targetMs: number;
  readonly wish: Wish;
  readonly state: ServoState['is'];
  /** The frames shown in this refresh. */
  readonly shown: readonly ShownFrame[];
}

const rememberedFrames = 32;
const takenUpAfterMs = 60;
const takenUpLate = 0.1;

/**
 * A film on a simulated machine, looked at once per refresh as a scene does. `timeline` gives the position at an instant
 * of the timeline's own clock; null: it stands at the position of the instant before.
 */
export function playFilm(
  machine: FilmMachine,
  forMs: number,
  timeline: (ms: number) => { readonly positionMs: number; readonly isMoving: boolean },
): readonly Looked[] {
  const { durationMs, fps, seekMs, startMs, stallMs, ppm, phaseMs, refreshMs, stickyMs, isHeard, seed } = machine;
  const random = seededRandom(seed);
  const frameMs = 1000 / fps;
  const looked: Looked[] = [];
  let state = servoStart;
  let mediaMs = 0;
  let rate = 1;
  let playingFrom = Infinity;
  let readyAt = 0;
  let shownFrame = -1;
  /** By how much what is shown is ahead of the film's clock; it slips by whole refreshes. Null: there is no rhythm. */
  let rhythmMs: number | null = null;
  let evenMs = 0;
  const rates: number[] = [];
  for (let nowMs = phaseMs; nowMs < forMs; nowMs += refreshMs) {
    const before = looked.at(-1)?.nowMs ?? nowMs;
    const from = Math.max(before, playingFrom);
    const stoodMs = Math.max(
      0,
      Math.min(nowMs, playingFrom + refreshMs + stallMs) - Math.max(from, playingFrom + refreshMs),
    );
    if (nowMs > from) mediaMs = Math.min(durationMs, mediaMs + (nowMs - from - stoodMs) * rate);
    const { positionMs, isMoving } = timeline(nowMs * (1 + ppm * 1e-6));
    const meanRate = rates.reduce((sum, one) => sum + one, 0) / Math.max(1, rates.length);
    evenMs = Math.abs(meanRate - 1) < 0.0025 ? evenMs + (nowMs - before) : 0;
    if (evenMs === 0) rhythmMs = null;
    else if (rhythmMs !== null && nowMs > from) {
      rhythmMs -= (nowMs - from) * (rate - 1);
      while (Math.abs(rhythmMs) > stickyMs + 1e-6) rhythmMs -= Math.sign(rhythmMs) * refreshMs;
    }
    const due = Math.floor((mediaMs + (rhythmMs ?? 0) + refreshMs / 2) / frameMs);
    const shown: ShownFrame[] = [];
    if (playingFrom <= nowMs && due !== shownFrame) {
      shownFrame = due;
      shown.push({ mediaMs: due * frameMs, aheadMs: due * frameMs - positionMs });
      rates.splice(0, rates.length - rememberedFrames + 1);
      rates.push(rate);
      const isTakenUp = stickyMs > 0 && rhythmMs === null && evenMs > takenUpAfterMs && random() > takenUpLate;
      if (isTakenUp) rhythmMs = due * frameMs + refreshMs / 2 - 0.01 - mediaMs;
    }
    const answer = servo(state, {
      nowMs,
      targetMs: positionMs,
      isMoving,
      mediaMs,
      isReady: nowMs >= readyAt,
      durationMs,
      shown,
      refreshMs,
      isHeard,
    });
    state = answer.state;
    const { wish } = answer;
    if (wish.seekToMs !== null) {
      mediaMs = wish.seekToMs;
      readyAt = nowMs + seekMs;
      playingFrom = Infinity;
      shownFrame = -1;
      rhythmMs = null;
      rates.length = 0;
    }
    if (!wish.playing) playingFrom = Infinity;
    else if (playingFrom === Infinity) playingFrom = Math.max(nowMs, readyAt) + startMs;
    rate = wish.playbackRate;
    looked.push({ nowMs, mediaMs, targetMs: positionMs, wish, state: state.is, shown });
  }
  return looked;
}
