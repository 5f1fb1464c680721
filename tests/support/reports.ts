import { RunId, ScreenId } from '#shared/ids.ts';
import { hexOf, type LightSample } from '#shared/proof/luma-grid.ts';
import type { HostReport } from '#shared/host-report.ts';
import type { Report } from '#shared/report.ts';

/** A report of a player where all is well. */
export function aReport(change: Partial<Report> = {}): Report {
  return {
    screen: ScreenId.parse('p1'),
    at: 0,
    plan: { revision: 1, sequence: 0, until: 1 },
    shown: {
      run: RunId.parse('run-1'),
      scene: 'idle',
      type: 'title',
      key: 'run-1/0/0/0',
      cue: 0,
      positionMs: 0,
      language: 'en',
    },
    power: 'on',
    frames: { drawn: 100, dropped: 0, refreshHz: 60 },
    clock: { status: 'synced', boundMs: 0.4, roundTripMs: 1, generation: 0 },
    media: { held: 3, missing: [] },
    sound: 'none',
    limits: [],
    errors: [],
    page: {
      visible: true,
      width: 1080,
      height: 1920,
      pixelRatio: 1,
      heapBytes: 10e6,
      longTaskMs: 0,
      focused: true,
      storage: { usedBytes: 1, quotaBytes: 100 },
      browser: 'Chrome/156',
      build: 'dev',
    },
    ...change,
  };
}

/** A picture of the given cell luminances, repeated to fill the grid. */
export function aLight(at: number, lumas: readonly number[], source: LightSample['source'] = 'page'): LightSample {
  return { at, source, grid: hexOf(Array.from({ length: 64 }, (_, cell) => lumas[cell % lumas.length] ?? 0)) };
}

/** A report of a machine where all is well. */
export function aHostReport(change: Partial<HostReport> = {}): HostReport {
  return {
    screen: ScreenId.parse('p1'),
    cpu: 0.2,
    memory: { usedBytes: 1, totalBytes: 4 },
    temperatureC: 50,
    disk: { freeBytes: 50, totalBytes: 100 },
    uptimeS: 10,
    browser: { name: 'chromium', state: 'running', restarts: 0, lastRestart: null },
    light: null,
    can: [],
    controller: 'http://hall:8080',
    build: 'dev',
    ...change,
  };
}
