import { readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { defaultRelease, type Release, releases } from '../core/canton/releases';
import { judgeFiles } from '../core/read/judge/judge-files';
import { problemLine } from '../core/read/judge/problem-text';
import { judgeCases } from './judge-cases';
import { UsageError } from './usage-error';

/** `npm run -s judge`: what Canton would say to configuration files, before Canton says it. */

const usage = `Usage: npm run -s judge -- [--line ${releases.join('|')}] FILE.conf ...
       npm run -s judge -- --jsonl CASES

Reads the files as Canton does when each is given with -c, a later one over an earlier one, and prints what Canton would
refuse, a line a problem: file:line: path: problem. "-" is standard input. Without --line: ${defaultRelease}.
With --jsonl, each line of CASES is {"id", "line", "hocon"}; each line printed is {"id", "ok", "errors"}.
Exit status: 0 nothing to refuse, 1 problems, 2 wrong usage.`;

/** What ${NAME} may find: the environment, and of the JVM's own properties those that name a person or a place. */
const environment: Readonly<Record<string, string>> = {
  'user.name': userInfo().username,
  'user.home': homedir(),
  'user.dir': process.cwd(),
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
};

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A file named on the command line: that it can't be read is said before Canton would. */
function givenFile(path: string): string {
  const text = readFile(path);
  if (text === undefined) throw new UsageError(`Can't read ${path}`);
  return text;
}

function releaseOf(line: string): Release {
  const release = releases.find((known) => known === line);
  if (release === undefined) throw new UsageError(`No such release line: ${line}`);
  return release;
}

async function judgeNamed(names: readonly string[], release: Release): Promise<number> {
  const given = new Map(names.map((name) => [name, givenFile(name)]));
  const { problems } = await judgeFiles({
    names,
    files: (path) => given.get(path) ?? readFile(path),
    env: environment,
    unresolved: 'fail',
    release,
  });
  for (const problem of problems) console.log(problemLine(problem));
  return problems.length === 0 ? 0 : 1;
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { line: { type: 'string' }, jsonl: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (values.jsonl !== undefined) {
    if (positionals.length > 0 || values.line !== undefined) throw new UsageError('--jsonl takes CASES alone');
    for await (const answer of judgeCases(givenFile(values.jsonl), environment)) console.log(JSON.stringify(answer));
    return 0;
  }
  if (positionals.length === 0) throw new UsageError('No file given');
  return judgeNamed(positionals, releaseOf(values.line ?? defaultRelease));
}

/** Whether an error is the caller's: ours, or one that Node's parser of arguments throws. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

try {
  process.exitCode = await run();
} catch (error) {
  if (!isUsageError(error)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
