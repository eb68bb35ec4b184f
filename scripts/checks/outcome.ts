import { readFileSync } from 'node:fs';
import { z } from '../../src/core/plan/z.ts';

/** How a check ended, in cases. What was skipped counts as failed: a test nobody ran has shown nothing. */
export interface Outcome extends Counts {
  readonly name: string;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** What failed, as far as the runner names it: the end of a long output is what a person reads first. */
  readonly failures: readonly string[];
}

/** Who wrote a report, and so what it looks like. `outcomes` is what this project's own runners write. */
export type ReportFormat = 'vitest' | 'playwright' | 'outcomes';

const Vitest = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

const Spec = z.object({ title: z.string(), file: z.string(), tests: z.array(z.object({ status: z.string() })) });
const Suite = z.object({
  specs: z.array(Spec),
  get suites() {
    return z.optional(z.array(Suite));
  },
});
const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(Suite),
});

const Outcomes = z.array(
  z.object({ name: z.string(), passed: z.number(), failed: z.number(), failures: z.array(z.string()) }),
);

/**
 * Reads the counts out of a runner's JSON report.
 *
 * @throws when the report is missing or isn't one: a runner that died without counts
 */
function readReport(format: ReportFormat, file: string): Counts {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  switch (format) {
    case 'vitest': {
      const { numPassedTests, numTotalTests, testResults } = Vitest.parse(report);
      const failures = testResults.flatMap(({ name, status, assertionResults }) => {
        const cases = assertionResults.filter((one) => one.status !== 'passed').map(({ fullName }) => fullName);
        // A file that broke before its first case has none.
        return cases.length > 0 || status === 'passed' ? cases : [name];
      });
      return { passed: numPassedTests, failed: numTotalTests - numPassedTests, failures };
    }
    case 'playwright': {
      const { stats, suites } = Playwright.parse(report);
      const { expected, unexpected, flaky, skipped } = stats;
      return { passed: expected, failed: unexpected + flaky + skipped, failures: suites.flatMap(notPassed) };
    }
    case 'outcomes':
      return total(Outcomes.parse(report));
  }
}

function notPassed({ specs, suites = [] }: z.infer<typeof Suite>): string[] {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status !== 'expected'));
  return [...here.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(notPassed)];
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
  if (report === undefined) {
    return { name, passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, failures: succeeded ? [] : [name] };
  }
  try {
    const { passed, failed, failures } = readReport(report.format, report.file);
    if (failed > 0 || (succeeded && passed > 0)) return { name, passed, failed, failures };
    return { name, passed, failed: 1, failures: [`${name}: no case failed, but the run did`] };
  } catch (problem) {
    console.error(`${name} left no readable report: ${problem instanceof Error ? problem.message : String(problem)}`);
    return { name, passed: 0, failed: 1, failures: [`${name}: no readable report`] };
  }
}

/** Adds outcomes up. */
export function total(outcomes: readonly Outcome[]): Counts {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}
