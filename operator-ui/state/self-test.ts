import type { ScreenState } from '#shared/facts.ts';
import type { Hall } from '#shared/hall.ts';
import { silenceLimitMs } from '#shared/protocol.ts';

/** What is still to be done before a screen can be opened to visitors. */
export type Unready =
  | 'offline'
  | 'unheard'
  | 'stale'
  | 'maintenance'
  | 'trouble'
  | 'unsynced'
  | 'missing'
  | 'fetching'
  | 'changing'
  | 'disagrees';

export interface Waiting {
  readonly screen: string;
  readonly why: Unready;
  /** Of one that fetches its media: until these are there; null: it does not know. */
  readonly secondsLeft?: number | null;
}

export interface SelfTest {
  /** Nothing is to be done for these, whether or not anybody has seen their picture. */
  readonly ready: number;
  readonly total: number;
  readonly unready: readonly Waiting[];
  /** Those that are ready by what they say, and whose picture nobody has seen. */
  readonly unproved: readonly string[];
}

/**
 * How the hall's screens stand at `now` before it opens: one is ready when it has answered lately, agrees, and has the time
 * and its media. One that is dark because the hall is closed is as it should be.
 */
export function selfTest(
  { screens }: Pick<Hall, 'screens'>,
  states: Readonly<Record<string, ScreenState>>,
  now: number,
): SelfTest {
  const unready: Waiting[] = [];
  const unproved: string[] = [];
  for (const { id } of screens) {
    const state = states[id];
    const why = state === undefined ? 'unheard' : unreadyFor(state, now);
    if (why === 'fetching') unready.push({ screen: id, why, secondsLeft: state?.reported?.media.secondsLeft ?? null });
    else if (why !== null) unready.push({ screen: id, why });
    else if (state?.health.state === 'unproved') unproved.push(id);
  }
  return { ready: screens.length - unready.length, total: screens.length, unready, unproved };
}

function unreadyFor({ player, health, reported, reportedAt, agrees }: ScreenState, now: number): Unready | null {
  if (player === 'none' || health.state === 'offline') return 'offline';
  if (reported === null || reportedAt === null) return 'unheard';
  // Also where this console has not heard from the hall: what it knows is no younger than that. One lost report is nothing.
  if (now - reportedAt > silenceLimitMs) return 'stale';
  // Whoever works on it may have it in any state; the hall does not look meanwhile.
  if (health.state === 'maintenance') return 'maintenance';
  if (['frozen', 'wrong', 'degraded'].includes(health.state)) return 'trouble';
  if (reported.clock.boundMs === null) return 'unsynced';
  if (reported.media.missing.length > 0) return 'missing';
  if ((reported.media.lacks?.length ?? 0) > 0) return 'fetching';
  if (agrees === null) return 'changing';
  return agrees ? null : 'disagrees';
}
