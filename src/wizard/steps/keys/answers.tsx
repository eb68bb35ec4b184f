import type { ReactNode } from 'react';
import { editNodes } from '../../../core/plan/edit';
import { kmsOf } from '../../../core/plan/plan';
import { TextInput } from '../../../ui/text-input';
import { PlanField } from '../../plan-field';
import type { Placed } from '../../scope';
import { useEdit, usePlan } from '../../use-plan';
import type { AnswerLine } from './answer-line';
import { AnswerTable } from './answer-table';
import { takeTable } from './take-table';

/** Texts asked of each node: plain fields for one, a table for many. */
export function Answers<L extends AnswerLine>(props: {
  caption: string;
  nodes: readonly Placed[];
  lines: readonly L[];
  /** What is said under a field; a table says it above. */
  hint?: (line: L, placed: Placed) => ReactNode;
  writes?: string;
  optional?: boolean;
  onPaste?: (text: string) => void;
}) {
  const { caption, nodes, lines, hint, writes, optional = false, onPaste } = props;
  const plan = usePlan();
  const edit = useEdit();
  const [only, ...others] = nodes;
  if (only === undefined) return null;
  if (others.length > 0) {
    return <AnswerTable caption={caption} nodes={nodes} lines={lines} {...(onPaste && { onPaste })} />;
  }
  const { index, node } = only;
  return lines
    .filter(({ asked }) => asked(node))
    .map((line) => {
      const path = `nodes.${index}.${line.answer}`;
      return (
        <PlanField
          key={`${line.label} ${path}`}
          path={path}
          label={line.label}
          hint={hint?.(line, only)}
          optional={optional}
          {...(writes !== undefined && { writes })}
        >
          {(wiring) => (
            <TextInput
              mono
              {...wiring}
              placeholder={line.example(node, kmsOf(plan, node)?.type)}
              value={line.read(node)}
              onChange={({ target }) =>
                edit((before) => editNodes(before, [index], (one) => line.write(one, target.value)), path)
              }
              {...(onPaste && { onPaste: (event) => takeTable(event, onPaste) })}
            />
          )}
        </PlanField>
      );
    });
}
