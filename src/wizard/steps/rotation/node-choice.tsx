import type { Path } from '../../../core/plan/plan';
import { Choice } from '../../../ui/choice';
import { PlanField } from '../../plan-field';
import { usePlanPart } from '../../use-plan';
import { Label, selectClass } from './new-key';

/** Which of the nodes that were found a row is about; a name that none of them has stays among the choices. */
export function NodeChoice(props: { path: Path; whose: string; node: string; onChoose: (name: string) => void }) {
  const { path, whose, node, onChoose } = props;
  const task = usePlanPart((plan) => plan.task);
  const found = task.type === 'rotate' ? task.inventory.map(({ name }) => name) : [];
  const names = node === '' || found.includes(node) ? found : [...found, node];
  return (
    <PlanField path={path} label={<Label whose={whose}>Node</Label>}>
      {(wiring) => (
        <Choice
          {...wiring}
          className={selectClass}
          prompt="Choose a node"
          options={names.map((name) => ({ value: name, label: name }))}
          value={node === '' ? undefined : node}
          onChoose={onChoose}
        />
      )}
    </PlanField>
  );
}
