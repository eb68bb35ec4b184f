import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { judgeRun, type ReportFormat, total } from './outcome.ts';

const folder = mkdtempSync(join(tmpdir(), 'wizard-outcome-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(format: ReportFormat, content: unknown): { format: ReportFormat; file: string } {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return { format, file };
}

function vitest(numPassedTests: number, numTotalTests: number, testResults: readonly object[] = []) {
  return report('vitest', { numPassedTests, numTotalTests, testResults });
}

describe('a run', () => {
  test('without a report counts as one', () => {
    expect(judgeRun('types', true, undefined)).toEqual({ name: 'types', passed: 1, failed: 0, failures: [] });
    expect(judgeRun('types', false, undefined)).toEqual({ name: 'types', passed: 0, failed: 1, failures: ['types'] });
  });

  test('of vitest fails for what failed and for what was skipped, and names it', () => {
    const testResults = [
      {
        name: 'plan.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'a plan is read', status: 'passed' },
          { fullName: 'a plan is kept', status: 'failed' },
          { fullName: 'a plan is told', status: 'skipped' },
        ],
      },
      { name: 'broken.test.ts', status: 'failed', assertionResults: [] },
    ];
    const outcome = judgeRun('unit', false, vitest(7, 10, testResults));
    expect(outcome).toEqual({
      name: 'unit',
      passed: 7,
      failed: 3,
      failures: ['a plan is kept', 'a plan is told', 'broken.test.ts'],
    });
  });

  test('of Playwright fails for what failed, wavered or was skipped, and names it', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 4 };
    const spec = (title: string, status: string) => ({ title, file: 'start.spec.ts', tests: [{ status }] });
    const suites = [
      {
        specs: [spec('opens', 'expected')],
        suites: [{ specs: [spec('closes', 'unexpected'), spec('waits', 'flaky')] }],
      },
    ];
    expect(judgeRun('browser', false, report('playwright', { stats, suites }))).toEqual({
      name: 'browser',
      passed: 5,
      failed: 7,
      failures: ['start.spec.ts: closes', 'start.spec.ts: waits'],
    });
  });

  test('of our own runners is added up', () => {
    const outcomes = [
      { name: 'types', passed: 1, failed: 0, failures: [] },
      { name: 'unit', passed: 6, failed: 2, failures: ['a', 'b'] },
    ];
    const outcome = judgeRun('npm test', false, report('outcomes', outcomes));
    expect(outcome).toEqual({ name: 'npm test', passed: 7, failed: 2, failures: ['a', 'b'] });
  });

  test('that ended badly though every case passed has failed', () => {
    const { passed, failed } = judgeRun('unit', false, vitest(7, 7));
    expect({ passed, failed }).toEqual({ passed: 7, failed: 1 });
  });

  test('without a single case has failed', () => {
    expect(judgeRun('unit', true, vitest(0, 0)).failed).toBe(1);
  });

  test.each([
    ['no report', () => ({ format: 'vitest' as const, file: join(folder, 'missing.json') })],
    ['a report that is something else', () => report('playwright', { numPassedTests: 7, numTotalTests: 7 })],
  ])('that left %s has failed', (_, broken) => {
    expect(judgeRun('unit', true, broken())).toMatchObject({ passed: 0, failed: 1 });
  });
});

test('outcomes add up', () => {
  expect(total([])).toEqual({ passed: 0, failed: 0, failures: [] });
});
