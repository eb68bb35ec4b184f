import type { ClipboardEvent } from 'react';
import { chooseWrappers, giveWrappers, removeWrapper } from '../../../core/plan/edit-rotation';
import { wrappersInUse } from '../../../core/plan/observed';
import type { Rotate } from '../../../core/plan/task';
import { Button } from '../../../ui/button';
import { NearItem } from '../../../ui/near-item';
import { pastedLines } from '../../pasted-lines';
import { FindingsAt } from '../../plan-field';
import { Section } from '../../section';
import { useWantedPath } from '../../use-field-focus';
import { useEdit } from '../../use-plan';
import { AllOf } from './all-of';
import { NewWrapper, WrapperItem } from './wrapper-item';
import { type WrapperLine, wrapperLines } from './wrapper-lines';

/** Up to this many nodes all are on the page; of more, those near the view. */
const whole = 40;
const lineHeight = 44;

/** The keys that encrypt the stored keys of nodes with envelope encryption. */
export function WrappersSection({ task }: { task: Rotate }) {
  const edit = useEdit();
  const { lines, strays } = wrapperLines(task);
  const names = lines.map(({ node }) => node.name);
  const wanted = nodeOf(task, useWantedPath());
  const chosen = lines.filter((line) => line.chosen !== undefined).length;

  /** A column of ids pasted into one field fills those of the chosen nodes beneath it too. */
  function fill(event: ClipboardEvent, from: WrapperLine) {
    const ids = pastedLines(event.clipboardData.getData('text'));
    if (ids.length < 2) return;
    event.preventDefault();
    const places = lines.slice(lines.indexOf(from)).flatMap((line) => line.chosen?.place ?? []);
    edit((plan) => giveWrappers(plan, new Map(places.slice(0, ids.length).map((place, at) => [place, ids[at] ?? '']))));
  }

  return (
    <Section title="Wrapper keys">
      <p className="text-mid text-muted">
        The node decrypts every stored key with the old wrapper key and encrypts it with the new one, in one step.
      </p>
      <FindingsAt paths={['task.wrappers']} errors />
      {lines.length > 1 && (
        <AllOf
          label={`All nodes with envelope encryption (${lines.length})`}
          all={lines.length}
          chosen={chosen}
          onChoose={(all) => edit((plan) => chooseWrappers(plan, names, all))}
        />
      )}
      <ul aria-label="Nodes and their wrapper keys" className="grid grid-cols-1">
        {lines.map((line, at) => (
          <NearItem
            key={line.node.name}
            className="border-t border-line py-2 first:border-t-0"
            estimate={lineHeight}
            first={at < 15}
            pinned={lines.length <= whole || line.node.name === wanted}
          >
            {() => (
              <WrapperItem
                line={line}
                onChoose={(on) => edit((plan) => chooseWrappers(plan, [line.node.name], on))}
                onPaste={(event) => fill(event, line)}
              />
            )}
          </NearItem>
        ))}
      </ul>
      {strays.map(({ place, rotation }) => (
        <div key={place} className="grid gap-2 rounded-card border border-line bg-surface px-3 py-2.5 text-mid">
          <p>
            The inventory shows no wrapper key on <code>{rotation.node}</code>.
          </p>
          <NewWrapper place={place} rotation={rotation} inUse={[]} />
          <p>
            <Button onClick={() => edit((plan) => removeWrapper(plan, place))}>Leave it out</Button>
          </p>
        </div>
      ))}
    </Section>
  );
}

/** Whether there is anything to say about wrapper keys. */
export function hasWrappers({ inventory, wrappers }: Rotate): boolean {
  return wrappers.length > 0 || inventory.some((node) => wrappersInUse(node).length > 0);
}

/** The node that an answer belongs to, where somebody is led to one. */
function nodeOf({ wrappers }: Rotate, path: string | undefined): string | undefined {
  const place = /^task\.wrappers\.(\d+)/.exec(path ?? '')?.[1];
  return place === undefined ? undefined : wrappers[Number(place)]?.node;
}
