import type { ScreenState } from '#shared/facts.ts';
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
  | 'changing'
  | 'disagrees';

export interface SelfTest {
  readonly ready: number;
  readonly total: number;
  readonly unready: readonly { readonly screen: string; readonly why: Unready }[];
  /** They say that all is well, and nobody has seen their picture. */
  readonly unproved: readonly string[];
}

/**
 * How the hall stands at `now` before it opens: a screen is ready when it has said lately that it agrees, and has the
 * time and its media, and its picture was seen. One that is dark because the hall is closed is as it should be.
 */
export function selfTest(screens: Readonly<Record<string, ScreenState>>, now: number): SelfTest {
  const all = Object.values(screens);
  const unready = all.flatMap((screen) => {
    const why = unreadyFor(screen, now);
    return why === null ? [] : [{ screen: screen.id, why }];
  });
  const out = new Set<string>(unready.map(({ screen }) => screen));
  const unproved = all.filter(({ id, health }) => health.state === 'unproved' && !out.has(id)).map(({ id }) => id);
  return { ready: all.length - unready.length - unproved.length, total: all.length, unready, unproved };
}

function unreadyFor({ player, health, reported, reportedAt, agrees }: ScreenState, now: number): Unready | null {
  if (player === 'none' || health.state === 'offline') return 'offline';
  if (reported === null || reportedAt === null) return 'unheard';
  // Also where this console has not heard from the hall: what it knows is no younger than that.
  if (health.state === 'late' || now - reportedAt > silenceLimitMs) return 'stale';
  // Whoever works on it may have it in any state; the hall does not look meanwhile.
  if (health.state === 'maintenance') return 'maintenance';
  if (['frozen', 'wrong', 'degraded'].includes(health.state)) return 'trouble';
  if (reported.clock.boundMs === null) return 'unsynced';
  if (reported.media.missing.length > 0) return 'missing';
  if (agrees === null) return 'changing';
  return agrees ? null : 'disagrees';
}
