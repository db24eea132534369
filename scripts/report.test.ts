import { describe, expect, it } from 'vitest';
import { lastLine, tally } from './report.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

describe('the last line', () => {
  it('counts tests, and names skipped ones only when there are any', () => {
    const all = tally({ testResults: [file('passed', 'passed', 'passed'), file('passed', 'passed')] }, 0);
    expect(lastLine(all)).toBe('3 passed, 0 failed');
    const some = tally({ testResults: [file('failed', 'passed', 'failed', 'skipped', 'todo')] }, 1);
    expect(lastLine(some)).toBe('1 passed, 1 failed, 2 skipped');
  });

  it('counts a file that does not load, or whose hooks fail, as a failure', () => {
    expect(tally({ testResults: [file('failed'), file('failed', 'passed')] }, 1)).toEqual({
      passed: 1,
      failed: 2,
      skipped: 0,
    });
  });

  it('is never green when Vitest ended badly or wrote no report', () => {
    expect(tally({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
    expect(tally(null, 1).failed).toBe(1);
  });
});
