import type { TelemetryRecord } from '#core/ports.ts';
import { RunId, ScreenId } from '#shared/ids.ts';
import { hexOf } from '#shared/proof/luma-grid.ts';
import { aHostReport, aReport } from '../../support/reports.ts';

const reportEveryMs = 2_000;
const hostEveryMs = 5_000;
const minuteMs = 60_000;

/** What one screen says in the minute that begins at `at`: figures that change as in a hall, a picture, a machine. */
export function minuteOf(screen: string, at: number, random: () => number): readonly TelemetryRecord[] {
  const id = ScreenId.parse(screen);
  const reports = Array.from({ length: minuteMs / reportEveryMs }, (_, index): TelemetryRecord => {
    const now = at + index * reportEveryMs + Math.floor(20 * random());
    const drawn = Math.floor((now % (24 * 3_600_000)) * 0.06);
    return {
      kind: 'report',
      at: now,
      screen,
      body: aReport({
        screen: id,
        at: now - random(),
        plan: { revision: 120 + Math.floor(at / 3_600_000 / 24), sequence: 0, until: at + 48 * 3_600_000 },
        shown: {
          run: RunId.parse(`rule-ambient-${Math.floor(at / 1_800_000)}`),
          scene: 'statehood',
          type: 'statehood',
          key: `rule-ambient-${Math.floor(at / 1_800_000)}/0/${index}/kk`,
          cue: index % 4,
          positionMs: now % 120_000,
          language: 'kk',
        },
        frames: { drawn, dropped: Math.floor(drawn * 0.001), refreshHz: 59.94, refreshAt: now - 16 * random() },
        clock: {
          status: 'synced',
          boundMs: 0.2 + 0.3 * random(),
          roundTripMs: 0.6 + random(),
          generation: 1,
          jumps: 0,
        },
        light: {
          at: now,
          source: 'page',
          grid: hexOf(Array.from({ length: 64 }, (_cell, cell) => 20 + cell + Math.floor(8 * random()))),
        },
        overlays: [],
        touch: { count: random() < 0.1 ? 1 : 0, heldMs: 0 },
        page: { ...aReport().page, heapBytes: 4e7 + Math.floor(1e7 * random()), longTaskMs: Math.floor(40 * random()) },
      }),
    };
  });
  const hosts = Array.from({ length: minuteMs / hostEveryMs }, (_, index): TelemetryRecord => {
    const now = at + index * hostEveryMs + Math.floor(20 * random());
    const memory = { usedBytes: 2e9 + Math.floor(1e8 * random()), totalBytes: 8e9 };
    const disk = { freeBytes: 4e10 + Math.floor(1e6 * random()), totalBytes: 1.2e11 };
    const body = aHostReport({ screen: id, cpu: random(), memory, disk, temperatureC: 45 + Math.floor(20 * random()) });
    return { kind: 'host', at: now, screen, body: { ...body, uptimeS: Math.floor(now / 1_000) % 1e6 } };
  });
  return [...reports, ...hosts];
}

/** What beside reports is remembered of an ordinary day of one screen; each kind spread over it. */
export const ordinaryDay = { applied: 200, touch: 300, state: 12, player: 4 } as const;

export function dayOf(screen: string, at: number, kinds: readonly (keyof typeof ordinaryDay)[]): TelemetryRecord[] {
  const dayMs = 24 * 3_600_000;
  return kinds.flatMap((kind) =>
    Array.from({ length: ordinaryDay[kind] }, (_, index): TelemetryRecord => {
      const when = at + (index * dayMs) / ordinaryDay[kind];
      const common = { at: when, screen } as const;
      switch (kind) {
        case 'applied': {
          const run = `rule-ambient-${Math.floor(when / 1_800_000)}`;
          const body = { screen, run, cue: 1, plannedAt: when, shownAt: when + 8.31, latenessMs: 8.31, boundMs: 0.31 };
          return { kind, ...common, run, body: { ...body, droppedFrames: 0 } };
        }
        case 'touch':
          return { kind, ...common, body: { screen, topic: 'chronicle.year', value: 1991 + (index % 35) } };
        case 'state':
          return { kind, ...common, body: { is: index % 2 === 0 ? 'online' : 'dark', reason: null, since: when } };
        case 'player':
          return { kind, ...common, body: { is: index % 2 === 0 ? 'came' : 'left', by: 'screen' } };
      }
    }),
  );
}
