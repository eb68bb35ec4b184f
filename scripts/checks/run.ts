import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { judgeRun, type Outcome, type ReportFormat, total } from './outcome.ts';

/** A check is a command; one that counts cases says where its report will lie. */
export interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly report?: { readonly format: ReportFormat; readonly file: string };
}

/** After this many milliseconds a check that hangs is stopped and has failed. */
const patience = 16 * 60_000;

/** Where reports lie; git ignores it. */
export const reports = 'test-results';

/** The command line of a tool from node_modules, without the detour over npx. */
export function tool(script: string, ...args: string[]): [string, ...string[]] {
  return [process.execPath, join('node_modules', script), ...args];
}

/** Runs the checks one after the other, all of them: the first failure doesn't hide the second. */
export function runChecks(checks: readonly Check[]): Outcome[] {
  return checks.map(({ name, command: [program, ...args], env, report }) => {
    console.log(`\n== ${name}`);
    if (report !== undefined) {
      rmSync(report.file, { force: true });
      mkdirSync(dirname(report.file), { recursive: true });
    }
    const { status, error } = spawnSync(program, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      timeout: patience,
    });
    if (error !== undefined) console.error(`${program} didn't run: ${error.message}`);
    return judgeRun(name, status === 0, report);
  });
}

/** Prints a line a check, one for each failure and, last, the sum; writes them to a file for who adds up several runs. */
export function summarise(outcomes: readonly Outcome[], file?: string): { passed: number; failed: number } {
  console.log('');
  for (const { name, passed, failed } of outcomes) console.log(`${name}: ${passed} passed, ${failed} failed`);
  const sum = total(outcomes);
  for (const failure of sum.failures) console.log(`failed: ${failure}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(outcomes, null, 2)}\n`);
  return sum;
}
