import type { Health } from '#shared/facts.ts';
import { silenceLimitMs } from '#shared/protocol.ts';
import type { Report } from '#shared/report.ts';

/** What is known of a screen's player. Times in ms of shared time. */
export interface Heard {
  readonly report: Report | null;
  readonly reportedAt: number | null;
  /** Whether a player is connected for it now. */
  readonly isConnected: boolean;
  readonly agrees: boolean | null;
  readonly isPaired: boolean;
}

/** Reports come every 2 s; one that is missing makes a screen late, two that are missing make it silent. */
const lateMs = 3_500;

/** The state of a screen at `now`, and since when: `before` keeps its beginning while the state stays the same. */
export function healthAt(heard: Heard, before: Health | null, now: number): Health {
  const { state, reason } = stateOf(heard, now);
  const since = before !== null && before.state === state ? before.since : beginning(state, heard, now);
  return { state, since, reason };
}

function stateOf({ report, reportedAt, agrees, isPaired, isConnected }: Heard, now: number): Omit<Health, 'since'> {
  if (report === null || reportedAt === null) {
    return {
      state: 'unknown',
      reason: isPaired ? 'Its player has not been heard since the controller started.' : 'No player is paired with it.',
    };
  }
  const silentMs = now - reportedAt;
  if (silentMs > silenceLimitMs || (!isConnected && silentMs > lateMs))
    return { state: 'offline', reason: 'Its player has not been heard.' };
  if (silentMs > lateMs) return { state: 'late', reason: 'Its last report is overdue.' };
  if (agrees === false) return { state: 'wrong', reason: 'It shows something else than its plan wants.' };
  const error = report.errors.at(-1);
  if (error !== undefined) return { state: 'degraded', reason: `${error.where}: ${error.what}`.slice(0, 300) };
  if (report.media.missing.length > 0)
    return { state: 'degraded', reason: `Missing: ${report.media.missing.join(', ')}`.slice(0, 300) };
  if (report.power === 'standby') return { state: 'dark', reason: 'Its plan wants it to sleep.' };
  return { state: 'online', reason: null };
}

/** A screen is offline since it was last heard, not since somebody noticed. */
function beginning(state: Health['state'], heard: Heard, now: number): number {
  return state === 'offline' || state === 'late' ? (heard.reportedAt ?? now) : now;
}
