import type { ReactNode } from 'react';
import { editNodes } from '../../../core/plan/edit';
import { kmsOf } from '../../../core/plan/plan';
import { Field } from '../../../ui/field';
import { TextInput } from '../../../ui/text-input';
import { useErrorsAt } from '../../plan-field';
import type { Placed } from '../../scope';
import { useEdit, usePlanPart } from '../../use-plan';
import type { AnswerLine } from './answer-line';
import { AnswerTable } from './answer-table';
import { Remarks } from './remarks';
import { takeTable } from './take-table';

/** Texts asked of each node: plain fields for one, a table for many. */
export function Answers<L extends AnswerLine>(props: {
  caption: string;
  nodes: readonly Placed[];
  lines: readonly L[];
  /** What is said under a field; a table says it above. */
  hint?: (line: L, placed: Placed) => ReactNode;
  optional?: boolean;
  onPaste?: (text: string) => void;
}) {
  const { caption, nodes, lines, hint, optional = false, onPaste } = props;
  const [only, ...others] = nodes;
  if (only === undefined) return null;
  if (others.length > 0) {
    return <AnswerTable caption={caption} nodes={nodes} lines={lines} {...(onPaste && { onPaste })} />;
  }
  const { node, index } = only;
  return (
    <>
      {lines
        .filter(({ asked }) => asked(node))
        .map((line) => (
          <AnswerField
            key={`${line.label} ${index}`}
            placed={only}
            line={line}
            hint={hint?.(line, only)}
            optional={optional}
            {...(onPaste && { onPaste })}
          />
        ))}
      <Remarks nodes={nodes} lines={lines} />
    </>
  );
}

function AnswerField(props: {
  placed: Placed;
  line: AnswerLine;
  hint: ReactNode;
  optional: boolean;
  onPaste?: (text: string) => void;
}) {
  const { placed, line, hint, optional, onPaste } = props;
  const { index, node } = placed;
  const kms = usePlanPart((plan) => kmsOf(plan, node)?.type);
  const edit = useEdit();
  const path = `nodes.${index}.${line.answer}`;
  const errors = useErrorsAt(path);
  return (
    <Field path={path} label={line.label} hint={hint} optional={optional} errors={errors}>
      {(wiring) => (
        <TextInput
          mono
          {...wiring}
          placeholder={line.example(node, kms)}
          value={line.read(node)}
          onChange={({ target }) =>
            edit((before) => editNodes(before, [index], (one) => line.write(one, target.value)), path)
          }
          {...(onPaste && { onPaste: (event) => takeTable(event, onPaste) })}
        />
      )}
    </Field>
  );
}
