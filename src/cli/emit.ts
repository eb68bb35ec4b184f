import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundle } from '../core/emit/bundle';
import { readPlanFile } from '../core/link/read-plan-file';
import type { Plan } from '../core/plan/plan';
import { findings } from '../core/rules/rules';
import { nodesTouchedBy } from '../core/rules/touches';
import { folderProblem, writeFolder } from './out-folder';
import { UsageError } from './usage-error';

/** `npm run -s emit`: the files of a plan without a browser, byte for byte those of the wizard's ZIP. */

const usage = `Usage: npm run -s emit -- PLAN.json OUT_DIR

Writes the files that the wizard would put into its ZIP. What is wrong with the plan goes to standard error; files that
an error touches are not written. OUT_DIR must be empty, or hold what an earlier run wrote.
Exit status: 0 written, 1 an error in the plan or in the way, 2 wrong usage.`;

/** What stops the command before anything is written; the message says why. */
class Stopped extends Error {}

function planFrom(path: string): Plan {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    throw new UsageError(`Can't read ${path}`);
  }
  const decoded = readPlanFile(text);
  if (decoded.type === 'failure') throw new Stopped(`${path}: ${decoded.failure.message}`);
  for (const notice of decoded.notices) {
    console.error(`notice: ${notice.path === undefined ? '' : `${notice.path}: `}${notice.message}`);
  }
  return decoded.plan;
}

function run(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [planPath, folder, ...more] = positionals;
  if (planPath === undefined || folder === undefined || more.length > 0)
    throw new UsageError('Two arguments are needed');
  const plan = planFrom(planPath);
  const found = findings(plan);
  for (const { severity, path, message } of found) console.error(`${severity}: ${path}: ${message}`);
  const errors = found.filter((finding) => finding.severity === 'error');
  const problem = folderProblem(folder);
  if (problem !== undefined) throw new Stopped(problem);
  writeFolder(folder, bundle(plan, new Set(errors.flatMap(({ path }) => nodesTouchedBy(plan, path)))));
  return errors.length === 0 ? 0 : 1;
}

try {
  process.exitCode = run();
} catch (error) {
  if (error instanceof Stopped) {
    console.error(error.message);
    process.exitCode = 1;
  } else if (error instanceof UsageError || (error instanceof TypeError && 'code' in error)) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else throw error;
}
