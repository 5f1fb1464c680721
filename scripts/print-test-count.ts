import { readFile } from 'node:fs/promises';
import { countTests, TestReport } from './count-tests.ts';

/** Prints the last line of a CI run, `N passed, N failed`, and fails unless tests ran and all of them passed. */
const reportPath = 'reports/tests.json';

async function readReport(): Promise<TestReport> {
  const text = await readFile(reportPath, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) return TestReport.parse(JSON.parse(text));
  console.error(`${reportPath} is missing: no test ran.`);
  return { success: true, numPassedTests: 0, testResults: [] };
}

const { passed, failed } = countTests(await readReport());
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
