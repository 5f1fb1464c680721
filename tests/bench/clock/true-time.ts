/**
 * The time that no subject sees: the machine's monotonic clock, the same in every thread and process. Servers tell it,
 * moved to an epoch; clients are given it moved and stretched, and are then asked what the server's is.
 */
export interface TrueTime {
  /** ms since the bench began. */
  now(): number;
}

export function trueTime(startedNs: string): TrueTime {
  const started = BigInt(startedNs);
  return { now: () => Number(process.hrtime.bigint() - started) / 1e6 };
}

/** Where the bench's servers put the beginning: some day, in ms since the Unix epoch. */
export const serverStartMs = 1_790_000_000_000;

export const driftPpm = 40;
