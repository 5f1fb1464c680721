import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { randomUUID } from 'node:crypto';
import type { HallEngine, Log } from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { DisplayHandshake } from '#shared/protocol.ts';
import { standingOf, storedToken, type ShownTokens } from '../identity/screen-tokens.ts';
import { freshSecret, hashSecret, matchesHash } from '../identity/secrets.ts';
import type { DisplaySocket } from './delivery.ts';

export type TokenHall = Pick<HallEngine, 'state' | 'order' | 'now' | 'onDecided'>;

/**
 * Gives players another token when theirs is due. The one they have is good until its successor was used once: whatever
 * is lost between here and a player's disk, the player still has one that opens.
 */
export interface TokenRenewal {
  /** A player or its host stands at the door with these. */
  shown(tokens: ShownTokens, address: string): void;
  /** Looks whether the player of a screen is to be given another token; of all screens where none is named. */
  look(screen?: ScreenId): void;
  /** The player has its successor safe: null, or why that is not good any more. */
  use(socket: DisplaySocket, screen: ScreenId, token: string): Promise<Problem | null>;
  forget(socket: DisplaySocket): void;
  stop(): void;
}

/** A player that loses every token it is given does not fill the journal. */
const againMs = 10 * 60_000;
/** Between two looks at all screens: tokens of a thousand screens that are due at once do not stand in a command's way. */
const mostAtOnce = 3;

export function createTokenRenewal(options: {
  readonly hall: TokenHall;
  /** The paired player that plays the screen now. */
  readonly playerOf: (screen: ScreenId) => DisplaySocket | null;
  readonly log: Log;
}): TokenRenewal {
  const { hall, playerOf, log } = options;
  /** Sockets whose player was given a token and has not used it so far. */
  const offered = new Set<string>();
  const offeredAt = new Map<ScreenId, number>();
  let offers = 0;
  /** When the copy of a token was last told of. */
  const told = new Map<string, number>();
  const pairings = new Map<string, number | undefined>(
    Object.values(hall.state().screenToken).map(({ id, pairedAt }) => [id, pairedAt]),
  );

  const order = (type: 'screen.offer-token' | 'screen.use-token', screen: string, token: string) =>
    hall.order({
      commandId: `token/${randomUUID()}`,
      actor: { is: 'hall' },
      command: { type, screen, tokenHash: hashSecret(token) },
    });

  async function offer(socket: DisplaySocket, screen: ScreenId): Promise<void> {
    const token = freshSecret();
    const answer = await order('screen.offer-token', screen, token);
    if (answer.ok) socket.emit('successor', { screen, token });
    else offered.delete(socket.id);
  }

  function lookAt(screen: ScreenId): void {
    const stored = storedToken(hall, screen);
    const now = hall.now();
    if (stored === undefined || now < stored.dueAt) return;
    const socket = playerOf(screen);
    if (socket === null || offered.has(socket.id) || holdsSuccessor(socket, stored.next)) return;
    if (now - (offeredAt.get(screen) ?? -Infinity) < againMs) return;
    if (offers >= mostAtOnce) return;
    offers += 1;
    offered.add(socket.id);
    offeredAt.set(screen, now);
    offer(socket, screen).catch((error: unknown) => log.error({ error, screen }, 'a screen got no new token'));
  }

  /** Whoever goes on knocking with it does not keep the hall busy. */
  function tellCopy(screen: string, from: string): void {
    if (hall.now() - (told.get(screen) ?? -Infinity) < againMs) return;
    told.set(screen, hall.now());
    log.warn({ screen, address: from }, 'a token was used that had been replaced: somebody has a copy of it');
    const command = { type: 'screen.tell-copy', screen, from } as const;
    hall
      .order({ commandId: `copy/${randomUUID()}`, actor: { is: 'hall' }, command })
      .catch((error: unknown) => log.error({ error, screen }, 'the copy of a token could not be written down'));
  }

  const stop = hall.onDecided((changed) => {
    for (const { kind, id } of changed) {
      if (kind !== 'screenToken') continue;
      const screen = id as ScreenId;
      const pairedAt = storedToken(hall, id)?.pairedAt;
      // Paired anew, or not at all any more: copies of what was before open nothing, and nobody has to look for them.
      if (pairings.get(id) !== pairedAt) {
        told.delete(id);
        offeredAt.delete(screen);
      }
      pairings.set(id, pairedAt);
      lookAt(screen);
    }
  });

  return {
    shown(tokens, address) {
      const { screen } = tokens;
      const standing = standingOf(storedToken(hall, screen), tokens);
      if (standing.is === 'successor')
        order('screen.use-token', screen, standing.token).catch((error: unknown) =>
          log.error({ error, screen }, 'the new token of a screen could not take the place of the one before'),
        );
      if (standing.is === 'spent') tellCopy(screen, address);
    },
    look(screen) {
      if (screen !== undefined) return lookAt(screen);
      offers = 0;
      for (const id of Object.keys(hall.state().screenToken)) lookAt(id as ScreenId);
    },
    async use(socket, screen, token) {
      const handshake = DisplayHandshake.safeParse(socket.handshake.auth);
      const { is } = standingOf(storedToken(hall, screen), { screen, token });
      if (!handshake.success || (is !== 'successor' && is !== 'in-force'))
        return problem('conflict', no.tokenSuperseded(screen));
      // From here on the socket stands on both, and is not ended with the older one.
      socket.handshake.auth = { ...handshake.data, next: token };
      const answer = await order('screen.use-token', screen, token);
      offered.delete(socket.id);
      if (answer.ok) offeredAt.delete(screen);
      return answer.ok ? null : answer.problem;
    },
    forget: (socket) => void offered.delete(socket.id),
    stop,
  };
}

/** It was given the successor before it came here, and will use it by itself. */
function holdsSuccessor(socket: DisplaySocket, nextHash: string | null): boolean {
  const next: unknown = socket.handshake.auth['next'];
  return nextHash !== null && typeof next === 'string' && matchesHash(next, nextHash);
}
