import { Applied } from '#shared/report.ts';
import { z } from 'zod';
import type { TelemetryRecord } from '../ports/telemetry.ts';

/** How one screen made a change. */
export interface LedgerChange {
  readonly screen: string;
  /** Shared time of the frame on the glass, as far as the page can know; ms. */
  readonly shownAt: number;
  readonly latenessMs: number;
  readonly boundMs: number | null;
  readonly droppedFrames: number;
  /**
   * `dropped-frames`: its browser lost frames around the change. `late`: it came to it afterwards, because its link, its
   * media or its page were not there in time.
   */
  readonly mark: 'on-time' | 'dropped-frames' | 'late';
}

/** A screen that was to change and did not say that it has. */
export interface LedgerGap {
  readonly screen: string;
  /** Whether it had answered READY. */
  readonly wasReady: boolean;
}

/** One instant at which screens of a run were to change together. Times in ms. */
export interface LedgerTake {
  readonly cue: number;
  readonly plannedAt: number;
  /** When it was decided, and what its commit took; null where the hall's programme changed by itself. */
  readonly decidedAt: number | null;
  readonly commitMs: number | null;
  /** Between the first and the last of the screens that were on time; null where fewer than two were. */
  readonly spreadMs: number | null;
  /** Of the screens that were on time. */
  readonly lateness: Percentiles | null;
  readonly changes: readonly LedgerChange[];
  readonly missing: readonly LedgerGap[];
}

export interface Percentiles {
  readonly n: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** A refresh of the slowest display there is; who changes later than this was not on time. */
const lateMs = 1000 / 24;
/** A report takes its time; who has not told by then is missing. */
const graceMs = 3_000;

const TakeBody = z.object({
  command: z.string(),
  decidedAt: z.number(),
  plannedAt: z.number(),
  commitMs: z.number(),
  ready: z.array(z.string()).optional(),
  late: z.array(z.string()).optional(),
});
type Decided = z.infer<typeof TakeBody>;

/** The skew ledger of a run, from what telemetry keeps of it, oldest first. */
export function ledgerOf(records: readonly TelemetryRecord[], now: number): readonly LedgerTake[] {
  const decided = records.flatMap(({ kind, body }) => (kind === 'take' ? (TakeBody.safeParse(body).data ?? []) : []));
  const takes = new Map<string, Applied[]>();
  for (const { kind, body } of records) {
    const applied = kind === 'applied' ? Applied.safeParse(body).data : undefined;
    if (applied === undefined) continue;
    const key = `${applied.cue}@${applied.plannedAt}`;
    takes.set(key, [...(takes.get(key) ?? []), applied]);
  }
  const made = [...takes.values()].map((applied) => takeOf(applied, decided, now));
  // A take that no screen has told of at all is the one most worth telling.
  const silent = decided.filter(
    (one) => one.command === 'run.take' && !made.some(({ plannedAt }) => isSameInstant(plannedAt, one.plannedAt)),
  );
  return [...made, ...silent.map((one) => silentTake(one, now))].toSorted((a, b) => a.plannedAt - b.plannedAt);
}

/** The ledger's own record is written in whole ms. */
const isSameInstant = (a: number, b: number): boolean => Math.abs(a - b) < 1;

function takeOf(applied: readonly Applied[], decided: readonly Decided[], now: number): LedgerTake {
  const [first] = applied;
  if (first === undefined) throw new Error('a take nobody applied has no screens to tell of');
  const decision = decided.find(({ plannedAt }) => isSameInstant(plannedAt, first.plannedAt));
  const changes = applied.map(changeOf);
  const onTime = changes.filter(({ mark }) => mark === 'on-time');
  const shown = onTime.map(({ shownAt }) => shownAt);
  return {
    cue: first.cue,
    plannedAt: first.plannedAt,
    decidedAt: decision?.decidedAt ?? null,
    commitMs: decision?.commitMs ?? null,
    spreadMs: shown.length < 2 ? null : Math.max(...shown) - Math.min(...shown),
    lateness: percentilesOf(onTime.map(({ latenessMs }) => latenessMs)),
    changes,
    missing: decision === undefined ? [] : missingIn(decision, changes, now),
  };
}

function silentTake(decision: Decided, now: number): LedgerTake {
  const { plannedAt, decidedAt, commitMs } = decision;
  const missing = missingIn(decision, [], now);
  return { cue: 0, plannedAt, decidedAt, commitMs, spreadMs: null, lateness: null, changes: [], missing };
}

function changeOf({ screen, shownAt, latenessMs, boundMs, droppedFrames }: Applied): LedgerChange {
  const mark = latenessMs > lateMs ? 'late' : droppedFrames > 0 ? 'dropped-frames' : 'on-time';
  return { screen, shownAt, latenessMs, boundMs, droppedFrames, mark };
}

function missingIn(decision: Decided, changes: readonly LedgerChange[], now: number): readonly LedgerGap[] {
  if (decision.command !== 'run.take' || now - decision.plannedAt < graceMs) return [];
  const { ready = [], late = [] } = decision;
  return [...ready, ...late]
    .filter((screen) => !changes.some((change) => change.screen === screen))
    .map((screen) => ({ screen, wasReady: ready.includes(screen) }));
}

/** Nearest-rank percentiles, or null of nothing. */
export function percentilesOf(samples: readonly number[]): Percentiles | null {
  const sorted = samples.toSorted((a, b) => a - b);
  const max = sorted.at(-1);
  if (max === undefined) return null;
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? max;
  return { n: sorted.length, p50: rank(0.5), p90: rank(0.9), p99: rank(0.99), max };
}
