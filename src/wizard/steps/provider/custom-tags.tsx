import type { UseFormRegister } from 'react-hook-form';
import { knows } from '../../../core/canton/keys';
import type { AwsKms } from '../../../core/plan/kms';
import { Button } from '../../../ui/button';
import { TextInput } from '../../../ui/text-input';
import { FindingsAt, PlanField } from '../../plan-field';
import { usePlanPart } from '../../use-plan';
import { useWriteKms } from './use-kms';

/** Tags for the keys that Canton creates, beside the one it always sets. */
export function CustomTags(props: { kms: AwsKms; index: number; register: UseFormRegister<AwsKms> }) {
  const { kms, index, register } = props;
  const release = usePlanPart((plan) => plan.release);
  const write = useWriteKms(index);
  const path = `kms.${index}.customTags`;
  return (
    <>
      <p className="text-small text-muted">
        Canton tags each key it creates with <code>CreatedBy=Canton</code>.{' '}
        {!knows('crypto.kms.custom-tags', release) &&
          `Tags of your own are read from 3.6 on; for ${release} they are left out of the files.`}
      </p>
      {kms.customTags.map((tag, place) => {
        // A tag is what stands at its place; it has no other identity.
        const at = `${path}.${place}`;
        return (
          <div key={at} className="grid grid-cols-[1fr_1fr_auto] items-start gap-2">
            <PlanField path={`${at}.name`} label={`Name of tag ${place + 1}`}>
              {(wiring) => <TextInput mono {...wiring} {...register(`customTags.${place}.name`)} />}
            </PlanField>
            <PlanField path={`${at}.value`} label="Value">
              {(wiring) => <TextInput mono {...wiring} {...register(`customTags.${place}.value`)} />}
            </PlanField>
            <Button
              className="mt-7.5"
              aria-label={`Remove the tag ${tag.name}`}
              onClick={() => write({ ...kms, customTags: kms.customTags.toSpliced(place, 1) })}
            >
              ✕
            </Button>
          </div>
        );
      })}
      <FindingsAt paths={[path]} errors />
      <div>
        <Button onClick={() => write({ ...kms, customTags: [...kms.customTags, { name: '', value: '' }] })}>
          Add a tag
        </Button>
      </div>
    </>
  );
}
