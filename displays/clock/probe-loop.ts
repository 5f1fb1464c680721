import { readReply } from '#shared/clock/events.ts';
import { addSample, createFilter, resetFilter, setStill, type FilterConfig } from '#shared/clock/filter.ts';
import { burstAgain, firstPace, paced, probeEveryMs } from '#shared/clock/pace.ts';
import { bound, type Reading } from '#shared/clock/reading.ts';
import { createRecent } from '#shared/recent.ts';
import { monoMs } from '#shared/time.ts';

export interface ProbeLoopOptions {
  readonly config: FilterConfig;
  /** The local monotonic clock and the wall clock beside it, ms. */
  readonly mono: () => number;
  readonly wall: () => number;
  /** Runs something after `ms`; returns its cancel. */
  readonly after: (run: () => void, ms: number) => () => void;
  /** Sends a probe; `answer` is called at once when the reply comes, or never. */
  readonly ask: (probe: { readonly t1: number }, answer: (reply: unknown) => void) => void;
  /** A new reading, and the half round trip that it comes from, ms; null where no answer has led to it. */
  readonly onReading: (reading: Reading, delayMs: number | null) => void;
  /** Fixes the interval after the burst, for benches; absent: as slow as the bound allows. */
  readonly fixedIntervalMs?: number;
}

export interface ProbeLoop {
  connected(): void;
  disconnected(): void;
  setStill(isStill: boolean): void;
  stop(): void;
}

/** A wall clock in whole ms moves against the monotonic one by less than this between two looks, unless one jumped. */
const jumpMs = 50;
const hiccupMs = 5;
/** Probes under way at once while the first picture waits; else one. */
const firstInFlight = 4;
/**
 * Twenty seconds of a page's first minute, so that what its own start held up is soon forgotten, and three minutes at the
 * slowest pace.
 */
export const keptDelays = 100;
/** An answer that is this late says nothing: the next probe is sent. */
const patienceMs = 5_000;

/** Probes for ever while connected and tells a new reading after each answer. */
export function startProbeLoop(options: ProbeLoopOptions): ProbeLoop {
  const { config, mono, wall, after, ask, onReading } = options;
  let filter = createFilter(config, wall() - mono());
  let pace = firstPace;
  let wallOffsetMs = wall() - mono();
  let cancel: () => void = () => undefined;
  /** Half of each round trip of late. */
  const delays = createRecent(keptDelays, 0);
  /** Answers of another flight are stale: lost in a disconnect, a suspend or by patience. */
  let flight = 0;
  /** Probes of this flight without an answer. */
  let inFlight = 0;
  let lastSentAt = -Infinity;

  function newFlight(): void {
    flight += 1;
    inFlight = 0;
    cancel();
  }

  /** A suspend, or a clock that was set: what was measured before says nothing of now. */
  function noticeJump(): boolean {
    const before = mono();
    const now = wall() - before;
    // Held up between the two, by a busy machine: they belong to different instants and tell nothing.
    if (mono() - before > hiccupMs) return false;
    const hasJumped = Math.abs(now - wallOffsetMs) > jumpMs;
    wallOffsetMs = now;
    if (hasJumped) {
      newFlight();
      filter = resetFilter(filter);
      pace = burstAgain(pace);
      tell(null);
    }
    return hasJumped;
  }

  function probe(): void {
    noticeJump();
    const mine = flight;
    inFlight += 1;
    const t1 = mono();
    lastSentAt = t1;
    ask({ t1 }, (answer) => {
      const t4 = mono();
      if (mine !== flight) return;
      inFlight -= 1;
      if (!noticeJump()) take(t1, t4, answer);
      probeLater();
    });
    if (mine === flight) probeLater();
  }

  function probeLater(): void {
    cancel();
    if (inFlight < mostInFlight()) cancel = after(probe, Math.max(0, lastSentAt + everyMs() - mono()));
    else cancel = after(lose, patienceMs);
  }

  /** Somebody waits for the first picture: the first burst does not wait for a slow link's answers. */
  function mostInFlight(): number {
    return pace.isFirst ? Math.min(firstInFlight, pace.burstLeft) : 1;
  }

  function everyMs(): number {
    return pace.burstLeft > 0 ? probeEveryMs(pace) : (options.fixedIntervalMs ?? probeEveryMs(pace));
  }

  function lose(): void {
    newFlight();
    probe();
  }

  function take(t1: number, t4: number, answer: unknown): void {
    const reply = readReply(answer);
    // A controller that answers nonsense is like one that does not answer: the clock runs on, the next probe asks again.
    if (reply === null) return;
    const wasSyncing = filter.reading.phase !== 'synced';
    filter = addSample(filter, { ...reply, t1, t4 });
    const excessMs = bound(filter.reading, monoMs(t4)) - filter.leastBoundMs;
    pace = paced(pace, t4, excessMs);
    if (!wasSyncing && filter.reading.phase !== 'synced') pace = burstAgain(pace);
    const delayMs = Math.max(0, t4 - t1 - (reply.t3 - reply.t2)) / 2;
    delays.add(delayMs);
    tell(delayMs);
  }

  function tell(delayMs: number | null): void {
    onReading({ ...filter.reading, delayMs: delays.percentile(0.99) }, delayMs);
  }

  return {
    connected() {
      pace = burstAgain(pace);
      newFlight();
      probe();
    },
    disconnected: newFlight,
    setStill(isStill) {
      filter = setStill(filter, isStill);
    },
    stop: newFlight,
  };
}
