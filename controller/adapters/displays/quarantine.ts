import type { Offence } from '#core/ports.ts';

export interface Kept {
  readonly why: Offence;
  /** ms of the caller's clock. */
  readonly until: number;
}

/** Keeps players out that would cost the hall something, each by its name: a screen's id, or an address. */
export interface Quarantine {
  /** It connects now; why it may not, or null. */
  connects(name: string, now: number): Kept | null;
  /** It did what no player does, at once or again: kept out from here on, longer each time. */
  offends(name: string, why: Offence, now: number): Kept;
  /** It did not answer; three times in two minutes are too many. Null while they are not. */
  strikes(name: string, why: Offence, now: number): Kept | null;
  release(name: string): boolean;
  /** Those whose time is over at `now`, forgotten with this. */
  over(now: number): readonly string[];
  kept(name: string): Kept | null;
}

/** Reloads come in twos and threads of a technician's hands; a machine that flaps comes in dozens. */
const mostConnects = 12;
const connectsWithinMs = 10_000;
const mostStrikes = 3;
const strikesWithinMs = 120_000;
const firstMs = 60_000;
const longestMs = 30 * 60_000;
/** An offender that has been quiet for this long begins anew. */
const forgivenAfterMs = 3_600_000;

export function createQuarantine(): Quarantine {
  const connected = new Map<string, number[]>();
  const struck = new Map<string, number[]>();
  const kept = new Map<string, Kept>();
  const record = new Map<string, { readonly times: number; readonly at: number }>();

  function recent(of: Map<string, number[]>, name: string, now: number, withinMs: number): number {
    const times = [...(of.get(name) ?? []).filter((at) => at > now - withinMs), now];
    of.set(name, times);
    return times.length;
  }
  function offends(name: string, why: Offence, now: number): Kept {
    const before = record.get(name);
    const times = before === undefined || now - before.at > forgivenAfterMs ? 1 : before.times + 1;
    record.set(name, { times, at: now });
    const found = { why, until: now + Math.min(longestMs, firstMs * 2 ** (times - 1)) };
    kept.set(name, found);
    connected.delete(name);
    struck.delete(name);
    return found;
  }
  return {
    connects(name, now) {
      const found = kept.get(name);
      if (found !== undefined && now < found.until) return found;
      const times = recent(connected, name, now, connectsWithinMs);
      return times > mostConnects ? offends(name, { is: 'flaps', times, withinS: connectsWithinMs / 1000 }, now) : null;
    },
    offends,
    strikes(name, why, now) {
      return recent(struck, name, now, strikesWithinMs) >= mostStrikes ? offends(name, why, now) : null;
    },
    release: (name) => kept.delete(name),
    over(now) {
      const done = [...kept].filter(([, { until }]) => until <= now).map(([name]) => name);
      for (const name of done) kept.delete(name);
      // Names that have been quiet cost nothing.
      for (const [of, withinMs] of [
        [connected, connectsWithinMs],
        [struck, strikesWithinMs],
      ] as const)
        for (const [name, times] of of) if ((times.at(-1) ?? 0) < now - withinMs) of.delete(name);
      for (const [name, { at }] of record) if (now - at > forgivenAfterMs) record.delete(name);
      return done;
    },
    kept: (name) => kept.get(name) ?? null,
  };
}
