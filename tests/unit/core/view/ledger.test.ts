import { describe, expect, it } from 'vitest';
import type { TelemetryRecord } from '#core/ports.ts';
import { ledgerOf } from '#core/view/ledger.ts';

const T = 1_800_000_000_000.25;

const applied = (screen: string, latenessMs: number, change: object = {}): TelemetryRecord => ({
  kind: 'applied',
  at: T + 100,
  screen,
  run: 'run-1',
  body: {
    screen,
    run: 'run-1',
    cue: 0,
    plannedAt: T,
    shownAt: T + latenessMs,
    latenessMs,
    boundMs: 0.3,
    droppedFrames: 0,
    ...change,
  },
});
const taken = (ready: string[], late: string[] = []): TelemetryRecord => ({
  kind: 'take',
  at: T - 40,
  run: 'run-1',
  body: { command: 'run.take', decidedAt: T - 40, plannedAt: Math.floor(T), commitMs: 3.5, ready, late },
});
const after = T + 60_000;
const only = (records: readonly TelemetryRecord[], now = after) => {
  const [take, ...more] = ledgerOf(records, now);
  expect(more).toEqual([]);
  return take;
};

describe('the skew ledger', () => {
  it('has of each take the spread and the percentiles, with how many there were', () => {
    expect(only([taken(['a', 'b', 'c']), applied('a', 2), applied('b', 9), applied('c', 5)])).toMatchObject({
      plannedAt: T,
      decidedAt: T - 40,
      commitMs: 3.5,
      spreadMs: 7,
      lateness: { n: 3, p50: 5, p90: 9, p99: 9, max: 9 },
      missing: [],
    });
  });

  it('names who lost frames and who came late, and counts neither into the spread', () => {
    const take = only([
      taken(['a', 'b', 'c'], ['d']),
      applied('a', 2),
      applied('b', 4),
      applied('c', 36, { droppedFrames: 2 }),
      applied('d', 4_000),
    ]);
    expect(take?.changes.map(({ screen, mark }) => [screen, mark])).toEqual([
      ['a', 'on-time'],
      ['b', 'on-time'],
      ['c', 'dropped-frames'],
      ['d', 'late'],
    ]);
    expect(take).toMatchObject({ spreadMs: 2, lateness: { n: 2 } });
  });

  it('names a screen that was ready and never changed, and one that never was ready', () => {
    const records = [taken(['a', 'b'], ['c']), applied('a', 2)];
    expect(only(records)?.missing).toEqual([
      { screen: 'b', wasReady: true },
      { screen: 'c', wasReady: false },
    ]);
    expect(only(records, T + 500)?.missing).toEqual([]);
  });

  it('tells of a take that no screen has told of', () => {
    expect(only([taken(['a'])])).toMatchObject({ changes: [], spreadMs: null, missing: [{ screen: 'a' }] });
  });

  it('keeps the changes of a run apart, and waits for nobody at a cue that follows by itself', () => {
    const cue = (screen: string, shownAt: number) => applied(screen, 3, { cue: 1, plannedAt: T + 9_000, shownAt });
    const takes = ledgerOf([taken(['a', 'b']), applied('a', 2), applied('b', 3), cue('a', T + 9_003)], after);
    expect(
      takes.map(({ cue: at, changes, missing, commitMs }) => [at, changes.length, missing.length, commitMs]),
    ).toEqual([
      [0, 2, 0, 3.5],
      [1, 1, 0, null],
    ]);
  });

  it('reads over records that are none', () => {
    const broken: TelemetryRecord = { kind: 'applied', at: 1, screen: 'a', run: 'run-1', body: { screen: 'a' } };
    expect(ledgerOf([broken], after)).toEqual([]);
  });
});
