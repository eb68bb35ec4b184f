import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type KeyPurpose, keyPurposes } from '../../../core/canton/key-purposes';
import { chooseKeys, withPause } from '../../../core/plan/edit-rotation';
import type { Rotate } from '../../../core/plan/task';
import { Button } from '../../../ui/button';
import { NearItem } from '../../../ui/near-item';
import { FilterBox } from '../../filter-box';
import { FindingsAt, PlanCheckbox } from '../../plan-field';
import { Section } from '../../section';
import { useWantedPath } from '../../use-field-focus';
import { useEdit } from '../../use-plan';
import { AllOf } from './all-of';
import { NodeKeys } from './node-keys';
import { PasteDialog } from './paste-dialog';
import { purposeWords } from './purpose-words';
import { isFound, keysIn, type NodeLines, rotationLines } from './rows';
import { Strays } from './strays';

/** Up to this many nodes all are on the page; of more, those near the view. */
const whole = 20;
const nodeHeight = 140;

/** The keys of the nodes themselves: which are replaced, and by what. */
export function KeysSection({ task }: { task: Rotate }) {
  const edit = useEdit();
  const [text, setText] = useState('');
  const [pasting, setPasting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { nodes, strays } = useMemo(() => rotationLines(task), [task]);
  const wanted = nodeOf(task, useWantedPath());
  const shown = wanted === undefined ? nodes.filter((entry) => isFound(entry, text)) : nodes;
  const isFiltered = shown.length < nodes.length;

  return (
    <Section title="Keys of the nodes">
      <FindingsAt paths={['task.keys']} errors />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Bulk nodes={shown} {...(isFiltered && { aside: 'shown' })} />
        <Button ref={opener} onClick={() => setPasting(true)}>
          Paste a list
        </Button>
      </div>
      {nodes.length > 5 && (
        <FilterBox
          title="Filter of the keys"
          label="Show keys with"
          placeholder="Node, name, fingerprint, signing ..."
          text={text}
          onText={setText}
          said={isFiltered ? `${shown.length} of ${nodes.length} nodes` : `${nodes.length} nodes`}
        />
      )}
      <ul aria-label="Nodes and their keys" className="grid grid-cols-1">
        {shown.map((entry, at) => (
          <NearItem
            key={entry.node.name}
            className="border-t border-line py-2.5 first:border-t-0"
            estimate={nodeHeight}
            first={at < 8}
            pinned={nodes.length <= whole || entry.node.name === wanted}
          >
            {() => <NodeKeys entry={entry} />}
          </NearItem>
        ))}
      </ul>
      {shown.length === 0 && <p className="text-muted">No key has that.</p>}
      <Strays strays={strays} />
      <PlanCheckbox
        path="task.pause"
        label="Pause for a backup between the new key and the end of the old one"
        hint="Two files a node instead of one. The first makes the new keys known, and the node goes on using the old ones; you back up its database; the second removes the old keys. Without the backup, a restore to a time before would not know the new keys."
        checked={task.pause}
        onChange={({ target }) => edit((plan) => withPause(plan, target.checked))}
      />
      {pasting && (
        <PasteDialog
          task={task}
          onClose={() => {
            flushSync(() => setPasting(false));
            opener.current?.focus();
          }}
        />
      )}
    </Section>
  );
}

/** One answer for many keys: all of them, or all that are for the same. */
function Bulk({ nodes, aside }: { nodes: readonly NodeLines[]; aside?: string }) {
  const edit = useEdit();
  const purposes: readonly (KeyPurpose | undefined)[] = [undefined, ...keyPurposes];
  return purposes.map((purpose) => {
    const keys = keysIn(nodes, purpose);
    if (keys.length === 0) return null;
    const what = purpose === undefined ? 'All keys' : purposeWords[purpose];
    const count = aside === undefined ? keys.length : `${keys.length} ${aside}`;
    return (
      <AllOf
        key={what}
        label={`${what} (${count})`}
        all={keys.length}
        chosen={keys.filter(({ isChosen }) => isChosen).length}
        onChoose={(chosen) =>
          edit((plan) =>
            chooseKeys(
              plan,
              keys.map(({ at }) => at),
              chosen,
            ),
          )
        }
      />
    );
  });
}

/** The node that an answer belongs to, where somebody is led to one. */
function nodeOf({ keys }: Rotate, path: string | undefined): string | undefined {
  const place = /^task\.keys\.(\d+)/.exec(path ?? '')?.[1];
  return place === undefined ? undefined : keys[Number(place)]?.node;
}
