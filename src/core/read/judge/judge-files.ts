import type { Release } from '../../canton/releases';
import { type HoconInput, readHocon } from '../hocon';
import type { HoconError } from '../hocon-value';
import { judge } from './judge';
import type { Problem } from './problem';

export type FilesToJudge = HoconInput & { readonly release: Release };

export type FilesJudged = {
  /** What Canton would refuse; empty when it loads the files and their nodes can start. */
  readonly problems: readonly Problem[];
  /** Paths of keys that exist and whose values nobody but the node, a driver or a database library can judge. */
  readonly notJudged: readonly string[];
};

/**
 * What Canton of a release line would say to files given with `-c`, in that order. `${NAME}` is found in `env`; what
 * isn't there counts as text that the node's environment gives, unless `unresolved` is `fail`, as it is for Canton.
 * Never throws.
 */
export async function judgeFiles({ release, ...input }: FilesToJudge): Promise<FilesJudged> {
  const read = await readHocon({ unresolved: 'mark', ...input });
  if (!read.ok) return { problems: [unread(read.error)], notJudged: [] };
  const { problems, notJudged } = judge(read.root, release);
  return { problems, notJudged };
}

function unread({ kind, message, file, line }: HoconError): Problem {
  const variable = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/.exec(message)?.[1];
  const hint = kind === 'substitution' && variable ? `: set the environment variable ${variable} for the node` : '';
  return {
    stage: 'parse',
    path: '',
    message: message + hint,
    ...(kind === 'crash' && { crash: true }),
    ...(file !== null && { file }),
    ...(line !== null && { line }),
  };
}

/**
 * Whether Canton loads a configuration with these problems: what only its nodes' start refuses doesn't count.
 */
export function loads(problems: readonly Problem[]): boolean {
  return problems.every(({ stage }) => stage === 'start');
}
