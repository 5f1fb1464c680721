import { expect, it } from 'vitest';
import { countTests } from '../../../scripts/count-tests.ts';

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

it.each([
  ['a good run', true, 2, [file('passed', 'passed', 'passed')], 0],
  ['failed tests', false, 1, [file('failed', 'passed', 'failed', 'failed')], 2],
  ['a file that could not be loaded', false, 1, [file('passed', 'passed'), file('failed')], 1],
  ['a file whose setup broke, so that its tests were skipped', false, 0, [file('failed', 'skipped', 'skipped')], 1],
  ['an error outside of every file', false, 1, [file('passed', 'passed')], 1],
])('%s', (_case, success, passed, testResults, failed) => {
  expect(countTests({ success, numPassedTests: passed, testResults })).toEqual({ passed, failed });
});
