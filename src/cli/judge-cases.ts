import { releases } from '../core/canton/releases';
import { z } from '../core/plan/z';
import { judgeFiles, loads } from '../core/read/judge/judge-files';
import { loggedProblem } from '../core/read/judge/problem-text';
import { UsageError } from './usage-error';

const Case = z.object({ id: z.string(), line: z.enum(releases), hocon: z.string() });

/** What is answered for a case, in the words of Canton's log. */
export type Answer = {
  readonly id: string;
  /** Whether Canton's reader and validations accept it. */
  readonly ok: boolean;
  /** What they refuse. */
  readonly errors: readonly string[];
  /** What the start of a node refuses although the configuration loads. */
  readonly start?: readonly string[];
};

/**
 * Judges cases, a JSON object on each line; blank lines are passed over.
 * @param env what `${NAME}` may find
 * @throws UsageError at a line that is not a case, with its number
 */
export async function* judgeCases(text: string, env: Readonly<Record<string, string>>): AsyncGenerator<Answer> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const { id, line: release, hocon } = parseCase(line, index + 1);
    const files = new Map([['case.conf', hocon]]);
    const { problems } = await judgeFiles({ names: ['case.conf'], files, env, unresolved: 'fail', release });
    const said = problems.map(loggedProblem);
    if (!loads(problems)) yield { id, ok: false, errors: said };
    else yield { id, ok: true, errors: [], ...(said.length > 0 && { start: said }) };
  }
}

function parseCase(line: string, number: number): z.infer<typeof Case> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`Line ${number} is not JSON`);
  }
  const read = Case.safeParse(value);
  if (!read.success)
    throw new UsageError(`Line ${number} is not {"id", "line", "hocon"} with a line of ${releases.join(', ')}`);
  return read.data;
}
