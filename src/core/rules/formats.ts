import { problemOf } from '../plan/format';
import { setsUpNodes } from '../plan/migration';
import type { Node } from '../plan/node';
import type { Finding, Rule } from './finding';
import { type Answer, kmsAnswers, nodeAnswers, type Reach } from './format-answers';
import { kinds } from './format-kinds';
import { bringsUp, hasScripts } from './scripts';

/** Answers that can't be what they should be: the message is that of the value's format, at the value's place. */
export const formatRule: Rule = (plan) => {
  const { release, task } = plan;
  const reach: Reach = { release, setsUp: setsUpNodes(task), scripts: hasScripts(plan) };
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
    ...(bringsUp(plan)
      ? problems('synchronizer.', [
          { at: 'alias', text: plan.synchronizer.alias, kind: kinds.synchronizerAlias },
          { at: 'sequencerUrl', text: plan.synchronizer.sequencerUrl, kind: kinds.sequencerUrl },
        ])
      : []),
    ...plan.kms.flatMap((kms, index) => problems(`kms.${index}.`, kmsAnswers(kms, release))),
    ...plan.nodes.flatMap((node, index) => ofNode(node, index, reach)),
  ];
};

/** What is wrong with answers, each at its place behind the prefix. */
export function problems(prefix: string, answers: readonly Answer[]): Finding[] {
  return answers.flatMap(({ at, text, kind: { id, shape, why, source } }) => {
    const message = problemOf(shape, text);
    return message === undefined ? [] : [{ id, severity: 'error', path: `${prefix}${at}`, message, why, source }];
  });
}

/** A node's problems hold as long as the object, its place and what it reaches do, so a keystroke looks at one node anew. */
const known = new WeakMap<Node, { index: number; reach: Reach; found: readonly Finding[] }>();

function ofNode(node: Node, index: number, reach: Reach): readonly Finding[] {
  const before = known.get(node);
  if (before?.index === index && isSame(before.reach, reach)) return before.found;
  const found = problems(`nodes.${index}.`, nodeAnswers(node, reach));
  known.set(node, { index, reach, found });
  return found;
}

function isSame(one: Reach, other: Reach): boolean {
  return one.release === other.release && one.setsUp === other.setsUp && one.scripts === other.scripts;
}
