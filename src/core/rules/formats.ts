import type { Release } from '../canton/releases';
import { problemOf } from '../plan/format';
import type { Node } from '../plan/node';
import type { Finding, Rule } from './finding';
import { type Answer, kmsAnswers, nodeAnswers } from './format-answers';
import { kinds } from './format-kinds';

/** Answers that can't be what they should be: the message is that of the value's format, at the value's place. */
export const formatRule: Rule = (plan) => {
  const { release } = plan;
  return [
    ...problems('', [
      { at: 'name', text: plan.name, kind: kinds.planName },
      { at: 'kmsLog.file', text: plan.kmsLog.file, kind: kinds.logFile },
      // Without a file of their own the rest reaches no file.
      ...(plan.kmsLog.file === ''
        ? []
        : [
            { at: 'kmsLog.rollingPattern', text: plan.kmsLog.rollingPattern, kind: kinds.rollingPattern },
            { at: 'kmsLog.rollingHistory', text: plan.kmsLog.rollingHistory, kind: kinds.rollingHistory },
          ]),
    ]),
    ...plan.kms.flatMap((kms, index) => problems(`kms.${index}.`, kmsAnswers(kms, release))),
    ...plan.nodes.flatMap((node, index) => ofNode(node, index, release)),
  ];
};

function problems(prefix: string, answers: readonly Answer[]): Finding[] {
  return answers.flatMap(({ at, text, kind: { id, shape, why, source } }) => {
    const message = problemOf(shape, text);
    return message === undefined ? [] : [{ id, severity: 'error', path: `${prefix}${at}`, message, why, source }];
  });
}

/** A node's problems hold as long as the object, its place and the line do, so a keystroke looks at one node anew. */
const known = new WeakMap<Node, { index: number; release: Release; found: readonly Finding[] }>();

function ofNode(node: Node, index: number, release: Release): readonly Finding[] {
  const before = known.get(node);
  if (before?.index === index && before.release === release) return before.found;
  const found = problems(`nodes.${index}.`, nodeAnswers(node, release));
  known.set(node, { index, release, found });
  return found;
}
