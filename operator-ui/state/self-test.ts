import type { ScreenState } from '#shared/facts.ts';

/** What is still to be done before a screen can be opened to visitors. */
export type Unready = 'offline' | 'unheard' | 'disagrees' | 'unsynced' | 'missing' | 'trouble';

export interface SelfTest {
  readonly ready: number;
  readonly total: number;
  readonly unready: readonly { readonly screen: string; readonly why: Unready }[];
}

/**
 * How the hall stands before it opens: a screen is ready when it answers, agrees, and has the time and its media. One
 * that is dark because the hall is closed is as it should be.
 */
export function selfTest(screens: Readonly<Record<string, ScreenState>>): SelfTest {
  const all = Object.values(screens);
  const unready = all.flatMap((screen) => {
    const why = unreadyFor(screen);
    return why === null ? [] : [{ screen: screen.id, why }];
  });
  return { ready: all.length - unready.length, total: all.length, unready };
}

function unreadyFor({ player, health, reported, agrees }: ScreenState): Unready | null {
  if (player === 'none' || health.state === 'offline') return 'offline';
  if (reported === null) return 'unheard';
  if (['frozen', 'wrong', 'degraded'].includes(health.state)) return 'trouble';
  if (reported.clock.boundMs === null) return 'unsynced';
  if (reported.media.missing.length > 0) return 'missing';
  return agrees === false ? 'disagrees' : null;
}
