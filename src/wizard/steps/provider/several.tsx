import { editNodes, withKms } from '../../../core/plan/edit';
import { addKms, removeKms, replaceKms } from '../../../core/plan/edit-kms';
import type { Kms } from '../../../core/plan/kms';
import { Button } from '../../../ui/button';
import { Fold } from '../../../ui/fold';
import { Select, TextInput } from '../../../ui/text-input';
import { PlanField } from '../../plan-field';
import { useGoTo } from '../../use-field-focus';
import { useErrors } from '../../use-findings';
import { useEdit, usePlan } from '../../use-plan';
import { kmsWords, nodeWords } from '../../words';

/** Which of several KMS is in view. One is shown without any of this until a second is asked for. */
export function KmsTabs({ chosen, onChoose }: { chosen: number; onChoose: (index: number) => void }) {
  const { kms } = usePlan();
  if (kms.length < 2) return null;
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="mb-1.5 font-semibold">KMS of this plan</legend>
      {kms.map((one, index) => (
        <Button
          key={one.id}
          aria-pressed={index === chosen}
          className={index === chosen ? 'border-accent! bg-accent-soft!' : undefined}
          onClick={() => onChoose(index)}
        >
          {kmsWords(kms, one)}
          <ToMend index={index} />
        </Button>
      ))}
    </fieldset>
  );
}

/** How many answers about a KMS have to be mended: its fields may be out of view. */
function ToMend({ index }: { index: number }) {
  const errors = useErrors();
  const paths = errors.flatMap(({ path }) => (`${path}.`.startsWith(`kms.${index}.`) ? [path] : []));
  const count = new Set(paths).size;
  if (count === 0) return null;
  return (
    <span className="ml-2 rounded-full bg-error-soft px-1.5 text-[0.75rem] text-error">
      <span aria-hidden="true">⚠ {count}</span>
      <span className="sr-only">, {count} to mend</span>
    </span>
  );
}

/** A KMS among several: its name, and the way to take it away. */
export function KmsName({ kms, index, onRemoved }: { kms: Kms; index: number; onRemoved: () => void }) {
  const plan = usePlan();
  const edit = useEdit();
  if (plan.kms.length < 2) return null;
  const path = `kms.${index}.name`;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <PlanField path={path} label="What do you call it?" className="grow">
        {(wiring) => (
          <TextInput
            {...wiring}
            value={kms.name}
            onChange={({ target }) => {
              const name = target.value;
              edit((before) => replaceKms(before, index, { ...kms, name }), path);
            }}
          />
        )}
      </PlanField>
      <Button
        onClick={() => {
          onRemoved();
          edit((before) => removeKms(before, index));
        }}
      >
        Remove this KMS
      </Button>
    </div>
  );
}

/** A second KMS, and which nodes use which. */
export function SecondKms() {
  const plan = usePlan();
  const goTo = useGoTo();
  const edit = useEdit();
  const nodes = plan.nodes.flatMap((node, index) => (node.custody.type === 'none' ? [] : [{ node, index }]));
  return (
    <Fold
      title="Several KMS"
      aside={plan.kms.length === 1 ? 'one for all nodes' : `${plan.kms.length}, and which nodes use them`}
      open={plan.kms.length > 1}
    >
      <p className="text-small text-muted">For instance a key ring for each node, or one node with an HSM.</p>
      <div>
        <Button
          onClick={() => {
            edit(addKms);
            goTo(`kms.${plan.kms.length}.name`);
          }}
        >
          Add a KMS
        </Button>
      </div>
      {plan.kms.length > 1 && (
        <ul className="grid max-h-96 gap-1.5 overflow-auto">
          {nodes.map(({ node, index }) => (
            <li key={`node ${index}`} className="[contain-intrinsic-size:auto_2.5rem] [content-visibility:auto]">
              <div data-path={`nodes.${index}.custody.kms`} className="grid grid-cols-2 items-center gap-2 text-mid">
                <span className="font-mono text-code">{nodeWords(node, index)}</span>
                <Select
                  aria-label={`KMS of ${nodeWords(node, index)}`}
                  value={node.custody.type === 'none' ? '' : node.custody.kms}
                  onChange={({ target }) => {
                    const id = target.value;
                    edit((before) => editNodes(before, [index], (each) => withKms(each, id)));
                  }}
                >
                  {plan.kms.map((kms) => (
                    <option key={kms.id} value={kms.id}>
                      {kmsWords(plan.kms, kms)}
                    </option>
                  ))}
                </Select>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
