import { seededRandom } from './random.ts';
import { servo, servoStart, type ServoState, type Wish } from '../../displays/video/servo.ts';

export interface FilmMachine {
  readonly durationMs: number;
  readonly fps: number;
  /** From asking for a frame until it is there. */
  readonly seekMs: number;
  /** From asking it to play until it moves. */
  readonly startMs: number;
  /** How fast the page's clock runs against the timeline's, parts per million. */
  readonly ppm: number;
  /** Where the screen's refreshes fall, 0..refreshMs. */
  readonly phaseMs: number;
  readonly refreshMs: number;
  /**
   * By how much the film's clock may move on before the frames shown slip by a refresh; 0: they follow it at once. Like
   * Chromium's, a rhythm lasts while the rate is nearly 1, is given up after a second of another, and is found anew.
   */
  readonly stickyMs: number;
  readonly isHeard: boolean;
  /** Seeds how far from the film's clock each new rhythm is. */
  readonly seed: number;
}

export interface Looked {
  readonly nowMs: number;
  readonly mediaMs: number;
  readonly targetMs: number;
  readonly wish: Wish;
  readonly state: ServoState['is'];
  /** The frames shown in this refresh, by how much each was ahead of its target. */
  readonly shownMs: readonly number[];
}

const givenUpAfterMs = 1000;

/**
 * A film on a simulated machine, looked at once per refresh as a scene does. `timeline` gives the position at an instant
 * of the timeline's own clock; null: it stands at the position of the instant before.
 */
export function playFilm(
  machine: FilmMachine,
  forMs: number,
  timeline: (ms: number) => { readonly positionMs: number; readonly isMoving: boolean },
): readonly Looked[] {
  const { durationMs, fps, seekMs, startMs, ppm, phaseMs, refreshMs, stickyMs, isHeard, seed } = machine;
  const random = seededRandom(seed);
  const frameMs = 1000 / fps;
  const looked: Looked[] = [];
  let state = servoStart;
  let mediaMs = 0;
  let rate = 1;
  let playingFrom = Infinity;
  let readyAt = 0;
  let shownFrame = -1;
  /** The rhythm in which frames are shown: it keeps to the screen and slips by whole refreshes. */
  let rhythmMs = 0;
  let unrhythmicMs = 0;
  for (let nowMs = phaseMs; nowMs < forMs; nowMs += refreshMs) {
    const before = looked.at(-1)?.nowMs ?? nowMs;
    const from = Math.max(before, playingFrom);
    if (nowMs > from) mediaMs = Math.min(durationMs, mediaMs + (nowMs - from) * rate);
    const { positionMs, isMoving } = timeline(nowMs * (1 + ppm * 1e-6));
    rhythmMs = nowMs > from ? rhythmMs + (nowMs - from) : mediaMs;
    const wasBroken = unrhythmicMs > givenUpAfterMs;
    const isEven = Math.abs(rate - 1) < 0.0025;
    unrhythmicMs = isEven ? 0 : unrhythmicMs + (nowMs - before);
    if (stickyMs > 0 && wasBroken) rhythmMs = mediaMs + (isEven ? (random() - 0.5) * refreshMs : 0);
    while (Math.abs(rhythmMs - mediaMs) > stickyMs + 1e-6) {
      rhythmMs = stickyMs === 0 ? mediaMs : rhythmMs + Math.sign(mediaMs - rhythmMs) * refreshMs;
    }
    const due = Math.floor((rhythmMs + refreshMs / 2) / frameMs);
    const shownMs: number[] = [];
    if (playingFrom <= nowMs && due !== shownFrame) {
      shownFrame = due;
      shownMs.push(due * frameMs - positionMs);
    }
    const answer = servo(state, {
      nowMs,
      targetMs: positionMs,
      isMoving,
      mediaMs,
      isReady: nowMs >= readyAt,
      durationMs,
      shownMs,
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
    }
    if (!wish.playing) playingFrom = Infinity;
    else if (playingFrom === Infinity) playingFrom = Math.max(nowMs, readyAt) + startMs;
    rate = wish.playbackRate;
    looked.push({ nowMs, mediaMs, targetMs: positionMs, wish, state: state.is, shownMs });
  }
  return looked;
}
