import { useId, useState } from 'react';
import { purposesOf } from '../../../core/canton/key-purposes';
import { fillByPattern } from '../../../core/plan/edit-keys';
import { keyFromPattern, patternProblem, usualPattern } from '../../../core/plan/key-pattern';
import type { Kms } from '../../../core/plan/kms';
import { kmsOf } from '../../../core/plan/plan';
import { Button } from '../../../ui/button';
import { TextInput } from '../../../ui/text-input';
import type { Placed } from '../../scope';
import { useEdit, usePlan } from '../../use-plan';
import { kmsWords } from '../../words';

/** Fills the keys of nodes from their names, for each KMS by a pattern of its own. */
export function PatternFill({ nodes }: { nodes: readonly Placed[] }) {
  const plan = usePlan();
  const groups = plan.kms.flatMap((kms) => {
    const users = nodes.filter(({ node }) => node.name !== '' && kmsOf(plan, node) === kms);
    return users.length === 0 ? [] : [{ kms, users }];
  });
  return groups.map(({ kms, users }) => (
    <Fill key={kms.id} kms={kms} nodes={users} {...(groups.length > 1 && { where: kmsWords(plan.kms, kms) })} />
  ));
}

function Fill({ kms, nodes, where }: { kms: Kms; nodes: readonly Placed[]; where?: string }) {
  const edit = useEdit();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [filled, setFilled] = useState(0);
  const pattern = typed ?? usualPattern(kms);
  const problem = patternProblem(pattern, nodes.length);
  const node = nodes[0]?.node;
  const preview =
    node === undefined ? [] : purposesOf(node.kind).map((purpose) => keyFromPattern(pattern, node.name, purpose));
  return (
    <form
      aria-label={`Name the keys by a pattern${where === undefined ? '' : `, ${where}`}`}
      className="grid gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem !== undefined) return;
        edit((plan) =>
          fillByPattern(
            plan,
            nodes.map(({ index }) => index),
            pattern,
          ),
        );
        setFilled(nodes.length);
      }}
    >
      <label htmlFor={id} className="font-semibold">
        A naming pattern{where !== undefined && ` for ${where}`}
      </label>
      <div className="flex flex-wrap gap-2">
        <TextInput
          mono
          id={id}
          className="w-auto! grow basis-52"
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={`${id}-about`}
          value={pattern}
          onChange={({ target }) => {
            setTyped(target.value);
            setFilled(0);
          }}
        />
        <Button type="submit" disabled={problem !== undefined}>
          {nodes.length === 1 ? 'Fill the keys' : `Fill the keys of ${nodes.length} nodes`}
        </Button>
      </div>
      <div id={`${id}-about`} className="text-small text-muted">
        {problem === undefined ? (
          <p>
            {node?.name}:{' '}
            {preview.map((one, at) => (
              <span key={one}>
                {at > 0 && ', '}
                <code className="wrap-anywhere">{one}</code>
              </span>
            ))}
          </p>
        ) : (
          <p className="text-error">{problem}</p>
        )}
      </div>
      <p role="status" className="text-small text-muted empty:hidden">
        {filled > 0 &&
          `Filled, ${filled === 1 ? 'for one node' : `for ${filled} nodes`}. Undo brings back what stood there.`}
      </p>
    </form>
  );
}
