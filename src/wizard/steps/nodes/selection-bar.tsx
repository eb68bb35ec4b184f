import { duplicateNodes, editNodes, removeNodes, withCustody, withKms } from '../../../core/plan/edit';
import type { Kms } from '../../../core/plan/kms';
import type { Node } from '../../../core/plan/node';
import type { Plan } from '../../../core/plan/plan';
import { Button } from '../../../ui/button';
import { Choice } from '../../../ui/choice';
import { counted } from '../../counted';
import { useEdit } from '../../use-plan';
import { custodyOptions, kindOptions, kmsOptions, storageOptions } from './node-options';

const yesNo = [
  { value: 'yes', label: 'With replicas' },
  { value: 'no', label: 'Without replicas' },
] as const;
const select = 'min-h-8 rounded-control border border-edge bg-surface px-1.5 text-small pointer-coarse:min-h-11';

/** What can be done with the selected nodes: give all one answer, move, duplicate, remove. */
export function SelectionBar(props: {
  /** Places of the selected nodes in the plan. */
  indices: readonly number[];
  kms: readonly Kms[];
  /** Nothing when the order can't be changed, since the table shows only some of the nodes. */
  onMove: ((by: -1 | 1) => void) | undefined;
  onClear: () => void;
}) {
  const { indices, kms, onMove, onClear } = props;
  const edit = useEdit();
  const set = (change: (node: Node, plan: Plan) => Node) =>
    edit((plan) => editNodes(plan, indices, (node) => change(node, plan)));
  const count = counted(indices.length, 'node');
  const unordered = onMove === undefined ? 'Clear the filter to change the order' : undefined;
  return (
    <section
      aria-label="Selected nodes"
      className="sticky -top-px z-10 flex flex-wrap items-center gap-1.5 border-y border-line bg-surface px-2 py-1.5 text-small"
    >
      <b className="mr-1" role="status">
        {count} selected
      </b>
      <Choice
        className={select}
        aria-label={`Kind of ${count}`}
        prompt="Kind"
        options={kindOptions}
        value={undefined}
        onChoose={(kind) => set((node) => ({ ...node, kind }))}
      />
      <Choice
        className={select}
        aria-label={`Custody of ${count}`}
        prompt="Custody"
        options={custodyOptions}
        value={undefined}
        onChoose={(type) => set((node, plan) => withCustody(node, type, plan))}
      />
      {kms.length > 1 && (
        <Choice
          className={select}
          aria-label={`KMS of ${count}`}
          prompt="KMS"
          options={kmsOptions(kms)}
          value={undefined}
          onChoose={(id) => set((node) => withKms(node, id))}
        />
      )}
      <Choice
        className={select}
        aria-label={`Storage of ${count}`}
        prompt="Storage"
        options={storageOptions}
        value={undefined}
        onChoose={(storage) => set((node) => ({ ...node, storage }))}
      />
      <Choice
        className={select}
        aria-label={`Replicas of ${count}`}
        prompt="Replicas"
        options={yesNo}
        value={undefined}
        onChoose={(answer) => set((node) => ({ ...node, replicas: answer === 'yes' }))}
      />
      <span className="ml-auto flex flex-wrap gap-1">
        <Button
          className="min-h-8! px-2! py-0!"
          aria-label={`Move ${count} up`}
          title={unordered ?? 'Move up  Alt+↑'}
          disabled={onMove === undefined}
          onClick={() => onMove?.(-1)}
        >
          ↑
        </Button>
        <Button
          className="min-h-8! px-2! py-0!"
          aria-label={`Move ${count} down`}
          title={unordered ?? 'Move down  Alt+↓'}
          disabled={onMove === undefined}
          onClick={() => onMove?.(1)}
        >
          ↓
        </Button>
        <Button className="min-h-8! px-2! py-0!" onClick={() => edit((plan) => duplicateNodes(plan, indices))}>
          Duplicate
        </Button>
        <Button
          className="min-h-8! px-2! py-0!"
          onClick={() => {
            edit((plan) => removeNodes(plan, indices));
            onClear();
          }}
        >
          Remove
        </Button>
        <Button look="quiet" className="min-h-8! px-2! py-0!" aria-label="Clear the selection" onClick={onClear}>
          ✕
        </Button>
      </span>
    </section>
  );
}
