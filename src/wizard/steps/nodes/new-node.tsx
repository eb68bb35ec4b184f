import { type Ref, useState } from 'react';
import { addNode, addNodes } from '../../../core/plan/edit';
import type { NodeKind } from '../../../core/plan/node';
import { readNodeList } from '../../../core/plan/paste-nodes';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { TextInput } from '../../../ui/text-input';
import { useEdit } from '../../use-plan';
import { kindOptions } from './node-options';

/**
 * The line that adds nodes: a name and Enter, and the next one can be typed. It reads what it is given as a pasted list
 * does, so `mediator med1` says the kind too; several lines at once open the list.
 */
export function NewNode(props: {
  kind: NodeKind;
  onKind: (kind: NodeKind) => void;
  onPaste: (text: string) => void;
  ref: Ref<HTMLInputElement>;
}) {
  const { kind, onKind, onPaste, ref } = props;
  const edit = useEdit();
  const [text, setText] = useState('');

  function add() {
    const typed = text.trim();
    const { nodes } = readNodeList(typed, kind);
    edit((plan) =>
      typed === '' ? addNode(plan, kind) : addNodes(plan, nodes.length > 0 ? nodes : [{ kind, name: typed }]),
    );
    setText('');
  }

  return (
    <form
      aria-label="Add a node"
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        ref={ref}
        mono
        className="w-auto! min-w-40 grow basis-40"
        aria-label="Name of a new node"
        placeholder="Name, then Enter"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (!/[\r\n]./.test(pasted.trim())) return;
          event.preventDefault();
          onPaste(pasted);
        }}
      />
      <Choice
        className="min-h-9 rounded-control border border-edge bg-surface px-2 pointer-coarse:min-h-11"
        aria-label="Kind of the new node"
        options={kindOptions}
        value={kind}
        onChoose={onKind}
      />
      <Button type="submit">Add</Button>
      <Button onClick={() => onPaste('')}>Paste a list</Button>
    </form>
  );
}
