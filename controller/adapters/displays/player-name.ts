import type { Actor } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import type { DisplaySocket } from './delivery.ts';

/** By what name a player is kept out: its screen's, or its address where it has none. */
export function nameOf(actor: Actor | undefined, socket: DisplaySocket): string {
  return actor?.is === 'screen' ? `screen ${actor.screen}` : `address ${socket.handshake.address}`;
}

/** The screen that a player of this name plays; null where it has none. */
export function screenOf(name: string): ScreenId | null {
  return name.startsWith('screen ') ? (name.slice('screen '.length) as ScreenId) : null;
}
