import { useId, useState } from 'react';
import { addNodes } from '../../../core/plan/edit';
import { type NodeKind, nodeKinds } from '../../../core/plan/node';
import { type NodeList, readNodeList } from '../../../core/plan/paste-nodes';
import { maxNodes } from '../../../core/plan/plan';
import { Choice } from '../../../ui/choice';
import { counted } from '../../counted';
import { PasteList } from '../../paste-list';
import { useEdit, usePlan } from '../../use-plan';
import { kindOptions } from './node-options';

/** A list of nodes, pasted or typed, with what was understood of it beneath as it changes. */
export function PasteDialog(props: { text: string; kind: NodeKind; onClose: () => void }) {
  const plan = usePlan();
  const edit = useEdit();
  const id = useId();
  const [text, setText] = useState(props.text);
  const [kind, setKind] = useState(props.kind);
  const list = readNodeList(
    text,
    kind,
    plan.nodes.map((node) => node.name),
  );
  const room = maxNodes - plan.nodes.length;

  function add() {
    edit((before) => addNodes(before, list.nodes));
    if (list.rest === '') props.onClose();
    else setText(list.rest);
  }

  return (
    <PasteList
      title="Add a list of nodes"
      hint={
        <>
          A line each: <code>participant bank1</code>. Or the rows of a table, with a first line that names the columns:{' '}
          <code>kind, name, custody, storage, replicas</code>.
        </>
      }
      label="List of nodes"
      text={text}
      onText={setText}
      understood={understood(list)}
      notice={
        list.nodes.length > room && (
          <p className="text-error">
            A plan holds {maxNodes} nodes: only the first {Math.max(0, room)} of these fit.
          </p>
        )
      }
      problems={list.problems}
      take={list.nodes.length === 0 ? 'Add nodes' : `Add ${counted(list.nodes.length, 'node')}`}
      onTake={list.nodes.length === 0 ? undefined : add}
      onClose={props.onClose}
    >
      <div className="flex flex-wrap items-center gap-2 text-mid">
        <label htmlFor={`${id}-kind`}>A line with a name alone is a</label>
        <Choice
          id={`${id}-kind`}
          className="min-h-8 rounded-control border border-edge bg-surface px-1.5 pointer-coarse:min-h-11"
          options={kindOptions}
          value={kind}
          onChoose={setKind}
        />
      </div>
    </PasteList>
  );
}

/** "12 nodes understood: 10 participants, 1 sequencer, 1 mediator. 1 line is left." */
function understood({ nodes, problems }: NodeList): string {
  if (nodes.length + problems.length === 0) return 'Nothing to read yet.';
  const kinds = nodeKinds.flatMap((kind) => {
    const count = nodes.filter((node) => node.kind === kind).length;
    return count === 0 ? [] : [counted(count, kind)];
  });
  const read =
    nodes.length === 0 ? 'No node understood.' : `${counted(nodes.length, 'node')} understood: ${kinds.join(', ')}.`;
  return problems.length === 0 ? read : `${read} ${counted(problems.length, 'line')} to look at.`;
}
