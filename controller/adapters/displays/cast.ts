import type { ScreenId } from '#shared/ids.ts';
import type { PlayerMode } from '#shared/protocol.ts';

/** One player: a screen on a socket, with the mode it asked for and the one it has. */
export interface Part {
  readonly socket: string;
  readonly screen: ScreenId;
  readonly asked: PlayerMode;
  readonly mode: PlayerMode;
}

export type PlayedBy = 'screen' | 'virtual' | 'none';

/** Who plays for which screen. */
export interface Cast {
  readonly parts: readonly Part[];
}

/** What changed with an entrance or an exit: parts that play another role now, and who plays for the screen. */
export interface Recast {
  readonly cast: Cast;
  readonly changed: readonly Part[];
  readonly playedBy: PlayedBy;
  /** The socket of the page that plays, or null. */
  readonly page: string | null;
  /** Whether that is another than before, or plays as another. Mirrors come and go without it. */
  readonly isAnother: boolean;
}

export const emptyCast: Cast = { parts: [] };

/** A part enters; a newer player of the same screen takes over from an older one, whose link may be half dead. */
export function enter(cast: Cast, socket: string, screen: ScreenId, asked: PlayerMode): Recast {
  const others = cast.parts.filter((part) => part.socket !== socket || part.screen !== screen);
  return recast(cast, { parts: [...others, { socket, screen, asked, mode: 'mirror' }] }, screen);
}

export function leave(cast: Cast, socket: string, screen: ScreenId): Recast {
  return recast(cast, { parts: cast.parts.filter((part) => part.socket !== socket || part.screen !== screen) }, screen);
}

export function playedBy(cast: Cast, screen: string): PlayedBy {
  const found = player(cast, screen);
  return found === undefined ? 'none' : found.mode === 'screen' ? 'screen' : 'virtual';
}

function player({ parts }: Cast, screen: string): Part | undefined {
  return parts.find((part) => part.screen === screen && (part.mode === 'screen' || part.mode === 'virtual'));
}

/** A screen's own player plays, the newest one; else the oldest stand-in; everybody else only mirrors. */
function recast(before: Cast, wanted: Cast, screen: ScreenId): Recast {
  const mine = wanted.parts.filter((part) => part.screen === screen);
  const lead = mine.findLast((part) => part.asked === 'screen') ?? mine.find((part) => part.asked === 'virtual');
  const parts = wanted.parts.map((part): Part => {
    if (part.screen !== screen || part.asked === 'rehearse' || part.asked === 'mirror')
      return { ...part, mode: part.screen === screen ? part.asked : part.mode };
    return { ...part, mode: part === lead ? part.asked : 'mirror' };
  });
  const modeBefore = (part: Part) =>
    before.parts.find((one) => one.socket === part.socket && one.screen === part.screen)?.mode;
  const cast = { parts };
  const [old, present] = [player(before, screen), player(cast, screen)];
  return {
    cast,
    changed: parts.filter((part) => part.screen === screen && modeBefore(part) !== part.mode),
    playedBy: playedBy(cast, screen),
    page: present?.socket ?? null,
    isAnother: old?.socket !== present?.socket || old?.mode !== present?.mode,
  };
}
