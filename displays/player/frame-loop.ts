import { noFrames, withFrame, type Refresh } from './refresh.ts';

/** What is drawn at every animation frame; `at` is its timestamp, `missed` the refreshes lost since the one before. */
export type Draw = (at: number, missed: number) => void;

export interface FrameLoop {
  /** Returns its stop. */
  add(draw: Draw): () => void;
  refresh(): Refresh;
  stop(): void;
}

/** One loop of animation frames for all players of a page. A player that throws does not take the others with it. */
export function startFrameLoop(onError: (error: unknown) => void): FrameLoop {
  const draws = new Set<Draw>();
  let refresh = noFrames;
  let handle = requestAnimationFrame(frame);

  function frame(at: number): void {
    handle = requestAnimationFrame(frame);
    const before = refresh.dropped;
    refresh = withFrame(refresh, at);
    const missed = refresh.dropped - before;
    for (const draw of draws) {
      try {
        draw(at, missed);
      } catch (error) {
        onError(error);
      }
    }
  }

  return {
    add(draw) {
      draws.add(draw);
      return () => draws.delete(draw);
    },
    refresh: () => refresh,
    stop: () => cancelAnimationFrame(handle),
  };
}
