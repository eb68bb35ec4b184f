import { memo } from 'react';
import type { KmsType } from '../../../core/canton/schemes';
import { editNodes } from '../../../core/plan/edit';
import type { Node } from '../../../core/plan/node';
import { kmsOf } from '../../../core/plan/plan';
import { Chunk, inChunks } from '../../../ui/chunk';
import { Errors } from '../../../ui/field';
import { TextInput } from '../../../ui/text-input';
import { useErrorsAt } from '../../plan-field';
import type { Placed } from '../../scope';
import { useWantedPath } from '../../use-field-focus';
import { useEdit, usePlan } from '../../use-plan';
import { nodeWords } from '../../words';
import type { AnswerLine } from './answer-line';
import { placeOf } from './in-view';
import { Remarks } from './remarks';
import { takeTable } from './take-table';

/** Up to this many nodes all are on the page; more come and go in chunks. */
const whole = 60;
const chunkSize = 20;
const lineHeight = 40;

/** A row a node, with a line for each text that is asked of it. */
export function AnswerTable(props: {
  caption: string;
  nodes: readonly Placed[];
  lines: readonly AnswerLine[];
  onPaste?: (text: string) => void;
}) {
  const { caption, nodes, lines, onPaste } = props;
  const plan = usePlan();
  const wanted = placeOf(useWantedPath());
  return (
    <>
      <table
        aria-rowcount={nodes.length + 1}
        className="w-full table-fixed text-small"
        {...(onPaste && { onPaste: (event) => takeTable(event, onPaste) })}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr aria-rowindex={1} className="text-left text-muted max-[35rem]:sr-only [&>th]:py-1.5 [&>th]:font-semibold">
            <th scope="col" className="w-[24%]">
              Node
            </th>
            <th scope="col">{caption}</th>
          </tr>
        </thead>
        {inChunks(nodes, chunkSize).map((chunk) => (
          <Chunk
            key={chunk.from}
            rows={chunk.rows.length}
            estimate={lineHeight * lines.length}
            first={chunk.from < 2 * chunkSize}
            pinned={nodes.length <= whole || chunk.rows.some(({ index }) => index === wanted?.index)}
          >
            {chunk.rows.map(({ index, node }, place) => (
              <AnswerRow
                key={index}
                index={index}
                node={node}
                kms={kmsOf(plan, node)?.type}
                lines={lines}
                rowIndex={chunk.from + place + 2}
              />
            ))}
          </Chunk>
        ))}
      </table>
      <Remarks nodes={nodes} lines={lines} />
    </>
  );
}

const AnswerRow = memo(function AnswerRow(props: {
  index: number;
  node: Node;
  kms: KmsType | undefined;
  lines: readonly AnswerLine[];
  rowIndex: number;
}) {
  const { index, node, kms, lines, rowIndex } = props;
  const name = nodeWords(node, index);
  const asked = lines.filter((line) => line.asked(node));
  return (
    <tr aria-rowindex={rowIndex} className="border-t border-line align-top max-[35rem]:grid max-[35rem]:py-1.5">
      <th
        scope="row"
        className="truncate py-2.5 pr-2 text-left font-mono font-normal max-[35rem]:pb-0.5 max-[35rem]:font-semibold"
      >
        {name}
      </th>
      <td className="grid gap-1 py-1">
        {asked.map((line) => (
          <AnswerCell
            key={line.label}
            index={index}
            node={node}
            name={name}
            kms={kms}
            line={line}
            alone={lines.length === 1}
          />
        ))}
      </td>
    </tr>
  );
});

function AnswerCell(props: {
  index: number;
  node: Node;
  name: string;
  kms: KmsType | undefined;
  line: AnswerLine;
  /** Nothing else is asked of a node: the heading of the table says what this is. */
  alone: boolean;
}) {
  const { index, node, name, kms, line, alone } = props;
  const edit = useEdit();
  const path = `nodes.${index}.${line.answer}`;
  const errors = useErrorsAt(path);
  const value = line.read(node);
  // Nothing typed yet is no mistake: one word is enough to the eye, or a new table would be full of sentences.
  const isMissing = errors.length > 0 && value === '' && !alone;
  return (
    <div data-path={path} className={alone ? undefined : 'grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-x-2'}>
      {!alone && (
        <span aria-hidden="true" className="grid min-h-9 content-center leading-tight text-muted">
          {line.short}
          {isMissing && <span className="text-error">⚠ missing</span>}
        </span>
      )}
      <div className="min-w-0">
        <TextInput
          mono
          aria-label={`${line.label} of ${name}`}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? `${path}.errors` : undefined}
          placeholder={line.example(node, kms)}
          value={value}
          onChange={({ target }) =>
            edit((plan) => editNodes(plan, [index], (before) => line.write(before, target.value)), path)
          }
        />
        <div className={isMissing ? 'sr-only' : undefined}>
          <Errors id={`${path}.errors`} errors={errors} />
        </div>
      </div>
    </div>
  );
}
