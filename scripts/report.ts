/** Reads what Vitest's JSON reporter wrote and counts honestly: a file that does not load is a failure, too. */

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

type TestFile = {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
};

/** Counts tests; `exitCode` is Vitest's own: errors outside any test make it non-zero while every test passed. */
export function tally(report: { readonly testResults: readonly TestFile[] } | null, exitCode: number): Tally {
  const files = report?.testResults ?? [];
  const statuses = files.flatMap((file) => file.assertionResults.map((one) => one.status));
  const count = (status: string) => statuses.filter((one) => one === status).length;
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const failed = count('failed') + unloaded;
  const passed = count('passed');
  return {
    passed,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: statuses.length - count('failed') - passed,
  };
}

/** The last line of `npm test`. */
export function lastLine(of: Tally): string {
  return `${of.passed} passed, ${of.failed} failed${of.skipped > 0 ? `, ${of.skipped} skipped` : ''}`;
}
