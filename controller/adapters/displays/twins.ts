import type { ScreenId } from '#shared/ids.ts';

/** Notices when a screen's token is used in two places at once. */
export interface Twins {
  /** Somebody has come to play the screen, or has gone. */
  look(screen: ScreenId): void;
  stop(): void;
}

export interface TwinsOptions {
  /** Where the players sit that hold the screen's own token now. */
  readonly placesOf: (screen: ScreenId) => readonly string[];
  readonly tell: (screen: ScreenId, places: readonly string[] | null) => void;
  /** A link that is half dead is gone by then: a player that came back is no twin of itself. */
  readonly patienceMs: number;
}

export function createTwins({ placesOf, tell, patienceMs }: TwinsOptions): Twins {
  const looking = new Map<ScreenId, ReturnType<typeof setTimeout>>();
  const told = new Set<ScreenId>();

  function decide(screen: ScreenId): void {
    looking.delete(screen);
    const places = placesOf(screen);
    if (places.length < 2 && !told.has(screen)) return;
    if (places.length < 2) told.delete(screen);
    else told.add(screen);
    tell(screen, places.length < 2 ? null : places);
  }
  return {
    look(screen) {
      if (placesOf(screen).length < 2) return decide(screen);
      clearTimeout(looking.get(screen));
      const timer = setTimeout(decide, patienceMs, screen);
      timer.unref();
      looking.set(screen, timer);
    },
    stop() {
      for (const timer of looking.values()) clearTimeout(timer);
    },
  };
}
