import { defineConfig } from 'vitest/config';

const minuteMs = 60_000;

/** The projects run one after the other, the fast ones first, so that a browser never competes with the many. */
export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,contract,simulation}/**/*.test.ts'],
          maxWorkers: '100%',
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
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 2 * minuteMs,
          hookTimeout: 2 * minuteMs,
          // Much of this is waiting for what must not happen; more than two at a time would compete for two cores.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
