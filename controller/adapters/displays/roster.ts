import type { ScreenId } from '#shared/ids.ts';
import { emptyCast, enter, leave, type Cast, type Recast } from './cast.ts';
import type { PlayerMode } from '#shared/protocol.ts';

/** Who plays for which screen on which socket, found at once from either side however many there are. */
export interface Roster {
  enter(socket: string, screen: ScreenId, asked: PlayerMode): Recast;
  leave(socket: string, screen: ScreenId): Recast;
  /** What the socket's player of that screen may do; null where it has none. */
  mode(socket: string, screen: ScreenId): PlayerMode | null;
  socketsOf(screen: ScreenId): readonly string[];
  screensOf(socket: string): readonly ScreenId[];
}

export function createRoster(): Roster {
  const casts = new Map<ScreenId, Cast>();
  const screens = new Map<string, ScreenId[]>();

  function settle(recast: Recast, screen: ScreenId): Recast {
    if (recast.cast.parts.length === 0) casts.delete(screen);
    else casts.set(screen, recast.cast);
    return recast;
  }
  return {
    enter(socket, screen, asked) {
      const mine = screens.get(socket) ?? [];
      if (!mine.includes(screen)) screens.set(socket, [...mine, screen]);
      return settle(enter(casts.get(screen) ?? emptyCast, socket, screen, asked), screen);
    },
    leave(socket, screen) {
      const rest = (screens.get(socket) ?? []).filter((one) => one !== screen);
      if (rest.length === 0) screens.delete(socket);
      else screens.set(socket, rest);
      return settle(leave(casts.get(screen) ?? emptyCast, socket, screen), screen);
    },
    mode: (socket, screen) => casts.get(screen)?.parts.find((part) => part.socket === socket)?.mode ?? null,
    socketsOf: (screen) => casts.get(screen)?.parts.map((part) => part.socket) ?? [],
    screensOf: (socket) => screens.get(socket) ?? [],
  };
}
