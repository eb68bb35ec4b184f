import { useState } from 'react';
import { editNodes, nodesWithKms } from '../../../core/plan/edit';
import type { Node } from '../../../core/plan/node';
import type { Path } from '../../../core/plan/plan';
import { useWantedPath } from '../../use-field-focus';
import { useEdit, usePlan } from '../../use-plan';

/** The nodes that the answers on the screen are for. */
export type Scope = {
  /** `all`, or the place of one node in the plan. */
  readonly chosen: 'all' | number;
  readonly choose: (scope: 'all' | number) => void;
  /** Places of the nodes meant; never empty. */
  readonly indices: readonly number[];
  /** The node whose answers are shown: the first one meant. */
  readonly shown: Node;
  /** Where that node's answers stand. */
  readonly path: Path;
  /** Gives every node meant the same answer; `answer` groups keystrokes in one field into one undo step. */
  readonly change: (change: (node: Node) => Node, answer?: string) => void;
};

/** The scope of this step: all nodes with a KMS, unless one is chosen or somebody is being led to one. */
export function useScope(): Scope | undefined {
  const plan = usePlan();
  const edit = useEdit();
  const [asked, choose] = useState<'all' | number>('all');
  const withKms = nodesWithKms(plan);
  const wanted = Number(/^nodes\.(\d+)\./.exec(useWantedPath() ?? '')?.[1] ?? Number.NaN);
  if (asked !== 'all' && withKms.includes(wanted) && wanted !== asked) choose(wanted);
  if (asked === 'all' && withKms.includes(wanted) && wanted !== withKms[0]) choose(wanted);
  const chosen = asked === 'all' || withKms.includes(asked) ? asked : 'all';
  const indices = chosen === 'all' ? withKms : [chosen];
  const [first] = indices;
  const shown = first === undefined ? undefined : plan.nodes[first];
  if (first === undefined || shown === undefined) return undefined;
  const path = `nodes.${first}`;
  return {
    chosen,
    choose,
    indices,
    shown,
    path,
    change: (change, answer) =>
      edit((before) => editNodes(before, indices, change), answer === undefined ? undefined : `${path}.${answer}`),
  };
}
