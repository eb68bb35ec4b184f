import { editKey, removeKey } from '../../../core/plan/edit-rotation';
import type { KeyRotation } from '../../../core/plan/task';
import { Button } from '../../../ui/button';
import { TextInput } from '../../../ui/text-input';
import { PlanField } from '../../plan-field';
import { useEdit } from '../../use-plan';
import { Label, NewKey } from './new-key';
import { NodeChoice } from './node-choice';
import type { Chosen } from './rows';

/** How many are on the page at once: they are rare, unless a whole rotation is done already. */
const shown = 20;

/** Rotations of keys that the inventory does not show as announced: done already, or of another node's key. */
export function Strays({ strays }: { strays: readonly Chosen<KeyRotation>[] }) {
  const edit = useEdit();
  if (strays.length === 0) return null;
  return (
    <div className="grid gap-2 rounded-card border border-line bg-surface px-3 py-2.5">
      <p className="text-mid">
        <b>Not among the announced keys.</b> The inventory does not show these keys in use: they were rotated already,
        or the fingerprint is another node's. A script for them finds nothing left to do, or stops.
      </p>
      <ul className="grid gap-3">
        {strays.slice(0, shown).map(({ place, rotation }) => {
          const whose = `a key of ${rotation.node}`;
          const path = `task.keys.${place}`;
          const change = (answer: 'node' | 'fingerprint', text: string) =>
            edit((plan) => editKey(plan, place, (before) => ({ ...before, [answer]: text })), `${path}.${answer}`);
          return (
            <li key={place} className="grid gap-2 border-t border-line pt-2">
              <div className="flex flex-wrap items-end gap-2">
                <PlanField
                  className="grow"
                  path={`${path}.fingerprint`}
                  label={<Label whose={whose}>Fingerprint of the old key of {rotation.node}</Label>}
                >
                  {(wiring) => (
                    <TextInput
                      mono
                      {...wiring}
                      value={rotation.fingerprint}
                      onChange={({ target }) => change('fingerprint', target.value)}
                    />
                  )}
                </PlanField>
                <Button onClick={() => edit((plan) => removeKey(plan, place))}>Leave it out</Button>
              </div>
              <NodeChoice
                path={`${path}.node`}
                whose={whose}
                node={rotation.node}
                onChoose={(node) => change('node', node)}
              />
              <NewKey place={place} rotation={rotation} old={undefined} whose={whose} />
            </li>
          );
        })}
      </ul>
      {strays.length > shown && <p className="text-small text-muted">and {strays.length - shown} more</p>}
    </div>
  );
}
