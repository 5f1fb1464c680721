import { z } from 'zod';

/** The part of vitest's JSON report that says how the run went. */
export const TestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});
export type TestReport = z.infer<typeof TestReport>;

/** How many tests passed and failed. A file that broke outside its tests counts as one failure, and so does a run. */
export function countTests(report: TestReport): { readonly passed: number; readonly failed: number } {
  const perFile = report.testResults.map((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
    return failed === 0 && file.status === 'failed' ? 1 : failed;
  });
  const failed = perFile.reduce((sum, count) => sum + count, 0);
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed };
}
