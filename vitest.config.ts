import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

/** Each worker, and each controller that a test starts, would compile the same thousand modules anew. */
process.env['NODE_COMPILE_CACHE'] ??= resolve('.cache/node');

const minuteMs = 60_000;
/** A machine that others use too can hold a page up for seconds: then once more, and the report tells of it. */
const retry = process.env['CI'] === undefined ? 0 : 1;
const cores = availableParallelism();
/**
 * Browsers take fresh memory all the time. Where a machine is slow to give it, as some virtual ones are, two at once hold
 * each other up for longer than tests wait: there half as many run. The whole took 37 minutes on such a machine.
 */
const workersPerCore = isQuickWithMemory() ? 1 : 1 / 2;
/** What starts processes mostly waits: for what must come in time, and for what must not come. */
const waitingWorkers = Math.max(1, 2 * cores * workersPerCore);
/** What starts browsers: more at once would finish sooner, and find pages too busy to be in time. */
const browserWorkers = Math.max(1, Math.floor(cores * workersPerCore));
/** One browser with a page that is a text, and minutes of waiting for what a machine does by itself. */
const patient = ['tests/e2e/player-host.test.ts', 'tests/e2e/token-rotation.test.ts'];
/** Their frames are timed as they are shown: a machine that is busy with anything else drops some. */
const films = ['tests/e2e/video.test.ts'];

/** The unit tests run first and use the whole machine; then come those that wait, those with browsers, last the films. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,contract,simulation}/**/*.test.ts'],
          maxWorkers: '100%',
          // No module of ours remembers anything and every file leaves the world as it found it, so none needs its own.
          isolate: false,
          setupFiles: ['tests/support/left-as-found.ts'],
          // Disks of shared machines pause for seconds.
          testTimeout: minuteMs / 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: minuteMs / 2,
          hookTimeout: minuteMs,
          maxWorkers: waitingWorkers,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'patient',
          include: patient,
          retry,
          testTimeout: 2 * minuteMs,
          hookTimeout: 2 * minuteMs,
          maxWorkers: waitingWorkers,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [...films, ...patient],
          retry,
          testTimeout: 2 * minuteMs,
          hookTimeout: 2 * minuteMs,
          maxWorkers: browserWorkers,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'films',
          include: films,
          testTimeout: 2 * minuteMs,
          hookTimeout: 2 * minuteMs,
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});

/** A gigabyte and a half of fresh memory a second, or more. */
function isQuickWithMemory(): boolean {
  const startedAt = performance.now();
  const bytes = Buffer.alloc(1 << 27, 1).length;
  return bytes / (performance.now() - startedAt) > 1.5e6;
}
