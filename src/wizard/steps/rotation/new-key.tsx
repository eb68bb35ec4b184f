import type { ReactNode } from 'react';
import { editKey } from '../../../core/plan/edit-rotation';
import type { KeyRotation, ObservedKey } from '../../../core/plan/task';
import { Choice } from '../../../ui/choice';
import { TextInput } from '../../../ui/text-input';
import { FindingsAt, PlanField } from '../../plan-field';
import { useEdit, usePlan } from '../../use-plan';
import { needOf, optionsFor, targetOf, targetValue } from './new-key-options';

export const selectClass =
  'block w-full min-w-0 min-h-9 rounded-control border border-edge bg-surface px-2 pointer-coarse:min-h-11';

/** What takes a key's place: made by the node, of the same kind or another, or a KMS key that exists; and its name. */
export function NewKey(props: {
  place: number;
  rotation: KeyRotation;
  /** The key as the inventory shows it, if it does. */
  old: ObservedKey | undefined;
  /** For whoever hears the page: which key this is about. */
  whose: string;
}) {
  const { place, rotation, old, whose } = props;
  const { to } = rotation;
  const plan = usePlan();
  const edit = useEdit();
  const path = `task.keys.${place}`;
  const need = to.type === 'given' && old !== undefined ? needOf(plan, rotation.node, old) : undefined;
  const change = (answer: string, next: (before: KeyRotation) => KeyRotation) =>
    edit((before) => editKey(before, place, next), `${path}.${answer}`);

  return (
    <div className="@container grid gap-2">
      <div className="grid items-start gap-2 @md:grid-cols-2">
        <PlanField path={`${path}.to`} label={<Label whose={whose}>New key</Label>}>
          {(wiring) => (
            <Choice
              {...wiring}
              className={selectClass}
              options={optionsFor(plan, rotation, old)}
              value={targetValue(to)}
              onChoose={(value) => change('to', (before) => ({ ...before, to: targetOf(value) }))}
            />
          )}
        </PlanField>
        <PlanField path={`${path}.name`} label={<Label whose={whose}>Its name</Label>}>
          {(wiring) => (
            <TextInput
              mono
              {...wiring}
              value={rotation.name}
              onChange={({ target }) => change('name', (before) => ({ ...before, name: target.value }))}
            />
          )}
        </PlanField>
      </div>
      {to.type === 'given' && (
        <PlanField
          path={`${path}.to.kmsKeyId`}
          label={<Label whose={whose}>KMS key id</Label>}
          {...(need !== undefined && { hint: `A key of the old one's kind is ${need.spec}, for ${need.use}.` })}
        >
          {(wiring) => (
            <TextInput
              mono
              {...wiring}
              value={to.kmsKeyId}
              onChange={({ target }) =>
                change('to.kmsKeyId', (before) => ({ ...before, to: { type: 'given', kmsKeyId: target.value } }))
              }
            />
          )}
        </PlanField>
      )}
      <FindingsAt paths={[path]} errors />
    </div>
  );
}

/** Small, since many of these stand beneath each other; whose key it is need only be heard. */
export function Label({ whose, children }: { whose: string; children: ReactNode }) {
  return (
    <span className="text-small font-normal text-muted">
      {children}
      <span className="sr-only"> for {whose}</span>
    </span>
  );
}
