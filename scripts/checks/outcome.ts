import { readFileSync } from 'node:fs';
import { z } from '../../src/core/plan/z.ts';

/** How a check ended, in cases. What was skipped counts as failed: a test nobody ran has shown nothing. */
export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
}

/** Who wrote a report, and so what it looks like. `outcomes` is what this project's own runners write. */
export type ReportFormat = 'vitest' | 'playwright' | 'outcomes';

const Vitest = z.object({ numPassedTests: z.number(), numTotalTests: z.number() });

const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

const Outcomes = z.array(z.object({ name: z.string(), passed: z.number(), failed: z.number() }));

/**
 * Reads the counts out of a runner's JSON report.
 *
 * @throws when the report is missing or isn't one: a runner that died without counts
 */
function readReport(format: ReportFormat, file: string): { passed: number; failed: number } {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  switch (format) {
    case 'vitest': {
      const { numPassedTests, numTotalTests } = Vitest.parse(report);
      return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
    }
    case 'playwright': {
      const { expected, unexpected, flaky, skipped } = Playwright.parse(report).stats;
      return { passed: expected, failed: unexpected + flaky + skipped };
    }
    case 'outcomes':
      return total(Outcomes.parse(report));
  }
}

/**
 * Judges a finished runner by both its exit status and its report, so that neither a crash between two tests nor a
 * report without a single case is taken for a pass.
 */
export function judgeRun(
  name: string,
  succeeded: boolean,
  report: { format: ReportFormat; file: string } | undefined,
): Outcome {
  if (report === undefined) return { name, passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  try {
    const { passed, failed } = readReport(report.format, report.file);
    const isSilentFailure = failed === 0 && (!succeeded || passed === 0);
    return { name, passed, failed: isSilentFailure ? 1 : failed };
  } catch (problem) {
    console.error(`${name} left no readable report: ${problem instanceof Error ? problem.message : String(problem)}`);
    return { name, passed: 0, failed: 1 };
  }
}

/** Adds outcomes up. */
export function total(outcomes: readonly Outcome[]): { passed: number; failed: number } {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  };
}
