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

describe('a run', () => {
  test('without a report counts as one', () => {
    expect(judgeRun('types', true, undefined)).toEqual({ name: 'types', passed: 1, failed: 0 });
    expect(judgeRun('types', false, undefined)).toEqual({ name: 'types', passed: 0, failed: 1 });
  });

  test('of vitest fails for what failed and for what was skipped', () => {
    const { passed, failed } = judgeRun('unit', false, report('vitest', { numPassedTests: 7, numTotalTests: 10 }));
    expect({ passed, failed }).toEqual({ passed: 7, failed: 3 });
  });

  test('of Playwright fails for what failed, wavered or was skipped', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 4 };
    const { passed, failed } = judgeRun('browser', false, report('playwright', { stats }));
    expect({ passed, failed }).toEqual({ passed: 5, failed: 7 });
  });

  test('of our own runners is added up', () => {
    const outcomes = [
      { name: 'types', passed: 1, failed: 0 },
      { name: 'unit', passed: 6, failed: 2 },
    ];
    const { passed, failed } = judgeRun('npm test', false, report('outcomes', outcomes));
    expect({ passed, failed }).toEqual({ passed: 7, failed: 2 });
  });

  test('that ended badly though every case passed has failed', () => {
    const { passed, failed } = judgeRun('unit', false, report('vitest', { numPassedTests: 7, numTotalTests: 7 }));
    expect({ passed, failed }).toEqual({ passed: 7, failed: 1 });
  });

  test('without a single case has failed', () => {
    expect(judgeRun('unit', true, report('vitest', { numPassedTests: 0, numTotalTests: 0 })).failed).toBe(1);
  });

  test.each([
    ['no report', () => ({ format: 'vitest' as const, file: join(folder, 'missing.json') })],
    ['a report that is something else', () => report('playwright', { numPassedTests: 7, numTotalTests: 7 })],
  ])('that left %s has failed', (_, broken) => {
    expect(judgeRun('unit', true, broken())).toEqual({ name: 'unit', passed: 0, failed: 1 });
  });
});

test('outcomes add up', () => {
  expect(total([])).toEqual({ passed: 0, failed: 0 });
});
