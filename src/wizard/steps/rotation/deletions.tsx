import { addDeletion, editDeletion, removeDeletion } from '../../../core/plan/edit-rotation';
import { isRotatable, purposeOf } from '../../../core/plan/observed';
import type { KeyDeletion, ObservedKey, Rotate } from '../../../core/plan/task';
import { Button } from '../../../ui/button';
import { Fold } from '../../../ui/fold';
import { TextInput } from '../../../ui/text-input';
import { FindingsAt, PlanField } from '../../plan-field';
import { Shortened } from '../../shortened';
import { useWantedPath } from '../../use-field-focus';
import { useEdit } from '../../use-plan';
import { Label } from './new-key';
import { NodeChoice } from './node-choice';
import { purposeWords } from './purpose-words';

const shownCandidates = 50;

/** Deleting for good what was replaced: off until somebody names a key in full. */
export function Deletions({ task }: { task: Rotate }) {
  const edit = useEdit();
  const { deletions, inventory } = task;
  const isWanted = useWantedPath()?.startsWith('task.deletions') ?? false;
  const candidates = inventory.flatMap((node) =>
    node.keys
      .filter((key) => !isRotatable(key) && !key.root && !key.usage.includes('namespace'))
      .map((key) => ({ node: node.name, key })),
  );
  return (
    <Fold
      title="Delete retired keys"
      aside={deletions.length === 0 ? 'none' : deletions.length}
      open={deletions.length > 0 || isWanted}
    >
      <p className="text-mid">
        A rotation only retires a key; deleting it can't be undone.{' '}
        <b>With external keys the key in the KMS is destroyed too</b>, and a backup from its time can no longer be used.
        Delete a key only after every node has been pruned past the time it was in use, in a file of its own that you
        run last.
      </p>
      {candidates.length > 0 && (
        <details className="text-small">
          <summary>Held, but not announced: {candidates.length}</summary>
          <ul className="mt-1 grid gap-0.5 text-muted">
            {candidates.slice(0, shownCandidates).map(({ node, key }) => (
              <li key={`${node} ${key.fingerprint}`} className="flex flex-wrap items-center gap-x-2">
                <span className="font-mono">{node}</span> {about(key)}
                <Shortened text={key.fingerprint} what={`fingerprint of ${key.name} of ${node}`} />
              </li>
            ))}
            {candidates.length > shownCandidates && <li>and {candidates.length - shownCandidates} more</li>}
          </ul>
        </details>
      )}
      <FindingsAt paths={['task.deletions']} errors />
      {deletions.length > 0 && (
        <ul aria-label="Keys to be deleted" className="grid gap-4">
          {deletions
            // A deletion is what stands at its place; it has no other identity.
            .map((deletion, place) => ({ deletion, place, key: `deletion ${place + 1}` }))
            .map(({ deletion, place, key }) => (
              <li key={key}>
                <Deletion place={place} deletion={deletion} task={task} />
              </li>
            ))}
        </ul>
      )}
      <p>
        <Button onClick={() => edit(addDeletion)}>Name a key to be deleted</Button>
      </p>
    </Fold>
  );
}

function Deletion({ place, deletion, task }: { place: number; deletion: KeyDeletion; task: Rotate }) {
  const edit = useEdit();
  const path = `task.deletions.${place}`;
  const whose = `deletion ${place + 1}`;
  const key = task.inventory
    .find(({ name }) => name === deletion.node)
    ?.keys.find(({ fingerprint }) => fingerprint === deletion.fingerprint);
  const change = (answer: keyof KeyDeletion, text: string) =>
    edit((plan) => editDeletion(plan, place, (before) => ({ ...before, [answer]: text })), `${path}.${answer}`);
  return (
    <div data-path={path} className="@container grid gap-2">
      <PlanField
        path={`${path}.fingerprint`}
        label={<Label whose={whose}>Fingerprint, in full</Label>}
        {...(key !== undefined && {
          hint: `${about(key)}${key.kmsKeyId === '' ? '' : `; the KMS key ${key.kmsKeyId} is destroyed with it`}.`,
        })}
      >
        {(wiring) => (
          <TextInput
            mono
            {...wiring}
            value={deletion.fingerprint}
            onChange={({ target }) => change('fingerprint', target.value)}
          />
        )}
      </PlanField>
      <div className="grid items-start gap-2 @md:grid-cols-2">
        <NodeChoice
          path={`${path}.node`}
          whose={whose}
          node={deletion.node}
          onChoose={(node) => change('node', node)}
        />
        <PlanField
          path={`${path}.retiredBefore`}
          label={<Label whose={whose}>The node is pruned up to</Label>}
          hint="The script stops if the key was in use after this instant."
        >
          {(wiring) => (
            <TextInput
              mono
              {...wiring}
              placeholder="2026-11-01T00:00:00Z"
              value={deletion.retiredBefore}
              onChange={({ target }) => change('retiredBefore', target.value)}
            />
          )}
        </PlanField>
      </div>
      <FindingsAt paths={[path]} errors />
      <p>
        <Button onClick={() => edit((plan) => removeDeletion(plan, place))}>
          Don't delete it<span className="sr-only"> ({whose})</span>
        </Button>
      </p>
    </div>
  );
}

function about(key: ObservedKey): string {
  const purpose = purposeWords[purposeOf(key)];
  return key.name === '' ? purpose : `${key.name}, ${purpose.toLowerCase()}`;
}
