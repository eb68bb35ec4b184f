import { spawn } from 'node:child_process';
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

/** Checks that are run at the same time. The output of the first is seen as it comes, that of the others afterwards. */
export type SideBySide = readonly [Check, ...Check[]];

/** After this many milliseconds a check that hangs is stopped and has failed. */
const patience = 16 * 60_000;

/** Where reports lie; git ignores it. */
export const reports = 'test-results';

/** The command line of a tool from node_modules, without the detour over npx. */
export function tool(script: string, ...args: string[]): [string, ...string[]] {
  return [process.execPath, join('node_modules', script), ...args];
}

/** Runs the checks one after the other, all of them: the first failure doesn't hide the second. */
export async function runChecks(turns: readonly (Check | SideBySide)[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const turn of turns) {
    const [first, ...others] = 'name' in turn ? ([turn] as const) : turn;
    const beside = others.map((check) => run(check, 'pipe'));
    console.log(`\n== ${first.name}`);
    outcomes.push((await run(first, 'inherit')).outcome);
    for (const each of beside) {
      const { outcome, output } = await each;
      console.log(`\n== ${outcome.name}`);
      process.stdout.write(output);
      outcomes.push(outcome);
    }
  }
  return outcomes;
}

async function run(
  { name, command: [program, ...args], env, report }: Check,
  output: 'inherit' | 'pipe',
): Promise<{ readonly outcome: Outcome; readonly output: Buffer }> {
  if (report !== undefined) {
    rmSync(report.file, { force: true });
    mkdirSync(dirname(report.file), { recursive: true });
  }
  const child = spawn(program, args, {
    stdio: [output === 'inherit' ? 'inherit' : 'ignore', output, output],
    env: { ...process.env, ...env },
  });
  // Our own, since the one of `spawn` outlives a program that isn't there.
  const limit = setTimeout(() => child.kill(), patience);
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
  const succeeded = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      said.push(Buffer.from(`${program} didn't run: ${error.message}\n`));
      if (output === 'inherit') console.error(`${program} didn't run: ${error.message}`);
      resolve(false);
    });
    child.on('close', (status) => resolve(status === 0));
  });
  clearTimeout(limit);
  return { outcome: judgeRun(name, succeeded, report), output: Buffer.concat(said) };
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
