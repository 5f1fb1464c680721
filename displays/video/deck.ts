import type { ShownFrame } from './rhythm.ts';
import { servo, servoStart, type Learnt, type ServoState } from './servo.ts';
import { failureOf } from './first-frame.ts';

export interface DeckSound {
  readonly level: number;
  readonly muted: boolean;
}

/** What became of the sound that was wanted; null where none was. */
export type DeckVoice = 'playing' | 'muted' | 'blocked' | null;

/** Where a film should be at `nowMs` of the page's clock, and how often the screen is refreshed. */
export interface Aim {
  readonly targetMs: number;
  readonly isMoving: boolean;
  readonly nowMs: number;
  readonly refreshMs: number;
}

/** One film in one element, kept on its target. */
export interface Deck {
  readonly video: HTMLVideoElement;
  /** Milliseconds; NaN until it is known. */
  durationMs(): number;
  /** To be called once per frame while the film is wanted. Throws when it cannot play. */
  aim(aim: Aim): void;
  /** Where it was looked at last, for technicians and measurements. */
  state(): ServoState;
  voice(): DeckVoice;
  setSound(sound: DeckSound | null): void;
  /** Nobody needs it for now. */
  rest(): void;
  /** Gives up the decoder. */
  release(): void;
}

/** `learnt` is shared by the decks that play the same film in turns: what one learns of its start holds for the next. */
export function createDeck(url: string, learnt: { -readonly [K in keyof Learnt]: Learnt[K] }): Deck {
  const video = document.createElement('video');
  video.preload = 'auto';
  video.muted = true;
  video.playsInline = true;
  video.disablePictureInPicture = true;
  // With it on, Chromium ignores corrections under about 0.11 %.
  video.preservesPitch = false;
  video.src = url;
  let state: ServoState = servoStart;
  let sound: DeckSound | null = null;
  let isBlocked = false;
  let last: Aim | null = null;
  let shown: ShownFrame[] = [];
  let watching = video.requestVideoFrameCallback(watch);

  function watch(_now: number, { mediaTime, expectedDisplayTime }: VideoFrameCallbackMetadata): void {
    watching = video.requestVideoFrameCallback(watch);
    if (last === null || !last.isMoving || video.paused) return;
    const mediaMs = mediaTime * 1000;
    shown.push({ mediaMs, aheadMs: mediaMs - (last.targetMs + expectedDisplayTime - last.nowMs) });
  }

  function play(): void {
    video.play().catch((error: unknown) => {
      const name = error instanceof DOMException ? error.name : '';
      // A play that was overtaken by a pause or a seek is no fault; the servo asks again.
      if (name !== 'NotAllowedError' || video.muted) return;
      isBlocked = true;
      video.muted = true;
    });
  }

  function applySound(): void {
    const isMuted = sound === null || sound.muted || isBlocked;
    if (video.muted !== isMuted) video.muted = isMuted;
    if (sound !== null && video.volume !== sound.level) video.volume = sound.level;
  }

  return {
    video,
    durationMs: () => video.duration * 1000,
    aim(aim) {
      if (video.error !== null) throw new Error(failureOf(video));
      if (!(video.duration > 0)) return;
      const { state: next, wish } = servo(
        { ...state, ...learnt },
        {
          ...aim,
          shown,
          mediaMs: video.currentTime * 1000,
          isReady: !video.seeking && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
          durationMs: video.duration * 1000,
          isHeard: !video.muted && video.volume > 0,
        },
      );
      state = next;
      ({ startMs: learnt.startMs, seekMs: learnt.seekMs } = next);
      last = aim;
      shown = [];
      if (!wish.playing && !video.paused) video.pause();
      if (wish.seekToMs !== null) video.currentTime = wish.seekToMs / 1000;
      if (video.playbackRate !== wish.playbackRate) video.playbackRate = wish.playbackRate;
      if (wish.playing && video.paused && !video.ended) play();
    },
    state: () => state,
    voice() {
      if (sound === null) return null;
      if (isBlocked) return 'blocked';
      return sound.muted ? 'muted' : 'playing';
    },
    setSound(next) {
      sound = next;
      applySound();
    },
    rest() {
      if (!video.paused) video.pause();
      state = servoStart;
    },
    release() {
      video.cancelVideoFrameCallback(watching);
      video.pause();
      video.removeAttribute('src');
      video.load();
    },
  };
}
