import type { ClockState } from '#shared/clock/shared-clock.ts';
import type { Readiness } from '#shared/report.ts';
import type { MountState } from './scene-mount.ts';

export interface ReadinessInput {
  /** Null while no element was made for it yet. */
  readonly mount: MountState | null;
  readonly media: { readonly missing: number; readonly secondsLeft: number | null };
  readonly clock: Pick<ClockState, 'status' | 'boundMs'>;
  readonly outputDelayMs: number;
  /** An instant of the display's refresh in shared time and its period, ms. */
  readonly refresh: { readonly at: number; readonly periodMs: number } | null;
}

/** How a player stands with an armed scene, for the light on the console. */
export function readinessOf({ mount, media, clock, outputDelayMs, refresh }: ReadinessInput): Readiness['state'] {
  const not = (
    reason: 'fetching' | 'decoding' | 'warming' | 'missing' | 'failed' | 'unsynced',
    seconds: number | null,
  ) => ({ is: 'not-ready', reason, seconds }) as const;
  switch (mount?.is) {
    case undefined:
    case 'fetching':
      return media.missing > 0 ? not('missing', null) : not('fetching', media.secondsLeft);
    case 'decoding':
      return not('decoding', null);
    case 'warming':
      return not('warming', 0);
    case 'failed':
      return not(media.missing > 0 ? 'missing' : 'failed', null);
    case 'ready':
      break;
  }
  if (clock.status === 'unsynced' || clock.status === 'syncing') return not('unsynced', 1);
  return {
    is: 'ready',
    boundMs: Number.isFinite(clock.boundMs) ? clock.boundMs : null,
    outputDelayMs,
    vsyncPhaseMs: refresh?.at ?? null,
    vsyncPeriodMs: refresh?.periodMs ?? null,
  };
}
