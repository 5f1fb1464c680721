import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest of each group, longest first: of those that wait, what waits for a promise of half a minute or more. */
const longest: readonly string[] = [
  'tests/contract/store.test.ts',
  'tests/simulation/resolution.test.ts',
  'tests/unit/shared/clock/filter.test.ts',
  'tests/unit/controller/store/telemetry.test.ts',
  'tests/unit/controller/store/journal.test.ts',
  'tests/e2e/player-host.test.ts',
  'tests/e2e/token-rotation.test.ts',
  'tests/integration/controller.test.ts',
  'tests/integration/misbehaving-players.test.ts',
  'tests/integration/token-change.test.ts',
  'tests/integration/notices.test.ts',
  'tests/integration/actions.test.ts',
  'tests/integration/restarts.test.ts',
  'tests/e2e/keyboard-alone.test.ts',
  'tests/e2e/health-degraded.test.ts',
  'tests/e2e/health.test.ts',
  'tests/e2e/keyboard-keepers.test.ts',
  'tests/e2e/schedule.test.ts',
  'tests/e2e/console-access.test.ts',
];

/**
 * Starts the longest files of each group first, so that none runs alone in the end. vitest remembers how long a file
 * took, but not on a fresh clone, where it goes by their sizes.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((file) => moduleId.endsWith(file));
      return place === -1 ? longest.length : place;
    };
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    // oxlint-disable-next-line unicorn/no-array-sort -- a sequencer's, not an array's
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}
