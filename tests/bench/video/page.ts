import { VideoScene } from '../../../displays/scenes/video/video-scene.ts';
import type { SceneContext } from '#shared/scene-context.ts';

/** A frame as the browser says it was shown: when, of which media time, on which element. */
export interface ShownFrame {
  /** The browser's expected display time, ms of the page. */
  readonly atMs: number;
  readonly mediaMs: number;
  /** Where the timeline was at that instant, in the film's own time. */
  readonly targetMs: number;
  readonly deck: number;
  readonly rate: number;
}

export interface FilmRun {
  readonly film: string;
  readonly loop: boolean;
  /** Wall time at which the timeline is at zero, ms since the epoch. */
  readonly zeroMs: number;
  /** How fast the timeline runs against this page's clock, parts per million. */
  readonly ppm: number;
  /** Wall time from which the scene is made; it enters in the middle. */
  readonly joinMs: number;
  readonly sound: SceneContext['sound'];
  /** As small pictures of many screens are drawn; unless told, as a wall's player draws. */
  readonly quality?: SceneContext['quality'];
}

declare global {
  interface Window {
    run(of: FilmRun): Promise<void>;
    shownFrames: ShownFrame[];
    jump(byMs: number): void;
    pause(isPaused: boolean): void;
    madeAtMs: number;
    readyAtMs: number;
    voices: string[];
    /** The scene is shown a frame at most so often from now on, ms. */
    setEvery(ms: number): void;
    zeroMs: number;
    paints: number;
  }
}

const refuse = (): never => {
  throw new Error('a film asks for nothing else');
};

function contextFor({ film, sound, quality = 'full' }: FilmRun): SceneContext {
  const canvas = { width: 1280, height: 720 };
  const mm = { widthMm: 1280, heightMm: 720, viewingDistanceMm: 3000 };
  return {
    screen: { id: 'film', number: 1, name: { en: 'Film' }, widthPx: 1280, heightPx: 720, ...mm, touch: false },
    canvas,
    viewport: { x: 0, y: 0, ...canvas },
    members: [],
    language: 'en',
    languages: { default: 'en', order: ['en'], names: { en: 'English' } },
    timeZone: 'UTC',
    programme: () => [],
    nowMs: () => Date.now(),
    mediaUrl: () => film,
    mediaData: refuse,
    sound,
    interactive: false,
    quality,
    reducedMotion: false,
  };
}

const shown: ShownFrame[] = [];
window.shownFrames = shown;

window.voices = [];

window.run = async (of) => {
  const { film, loop, zeroMs, ppm, joinMs } = of;
  let offsetMs = 0;
  window.zeroMs = zeroMs;
  let pausedAt: number | null = null;
  const positionAt = (pageMs: number): number =>
    pausedAt ?? (performance.timeOrigin + pageMs - zeroMs) * (1 + ppm * 1e-6) + offsetMs;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, joinMs - Date.now())));
  const scene = new VideoScene();
  scene.params = { video: film, loop, fit: 'contain', focus: { x: 0.5, y: 0.5 } };
  scene.context = contextFor(of);
  scene.style.width = '1280px';
  scene.style.height = '720px';
  scene.addEventListener('scene-sound', (event) => window.voices.push((event as CustomEvent<string>).detail));
  window.madeAtMs = performance.now();
  document.body.replaceChildren(scene);
  // As a player mounts a scene.
  await scene.prepare({ positionMs: Math.max(0, positionAt(performance.now())), isMoving: true });
  window.readyAtMs = performance.now();
  for (const [deck, video] of scene.videos.entries()) {
    const seen: VideoFrameRequestCallback = (_now, { expectedDisplayTime, mediaTime }) => {
      video.requestVideoFrameCallback(seen);
      const at = positionAt(expectedDisplayTime);
      const targetMs = loop ? at % scene.durationMs : at;
      const isOnTop = scene.videos.length === 1 || video.style.zIndex === '1';
      if (!isOnTop) return;
      shown.push({
        atMs: expectedDisplayTime,
        mediaMs: mediaTime * 1000,
        targetMs,
        deck,
        rate: video.paused ? 0 : video.playbackRate,
      });
    };
    video.requestVideoFrameCallback(seen);
  }
  let everyMs = 0;
  let soughtAt = -Infinity;
  window.setEvery = (ms) => {
    everyMs = ms;
  };
  const frame = (at: number): void => {
    requestAnimationFrame(frame);
    if (at - soughtAt < everyMs) return;
    soughtAt = at;
    scene.seek(Math.max(0, positionAt(at)));
  };
  requestAnimationFrame(frame);
  window.jump = (byMs) => {
    offsetMs += byMs;
  };
  window.pause = (isPaused) => {
    const now = positionAt(performance.now());
    if (isPaused) pausedAt = now;
    else {
      const was = pausedAt ?? now;
      pausedAt = null;
      offsetMs += was - positionAt(performance.now());
    }
  };
};

// A page that was scripted from outside counts as touched by a person; one that starts by itself does not.
const own = new URLSearchParams(location.hash.slice(1)).get('run');
if (own !== null) await window.run(JSON.parse(own) as FilmRun);
