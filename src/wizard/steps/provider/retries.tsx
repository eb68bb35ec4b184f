import type { UseFormRegisterReturn } from 'react-hook-form';
import { retryDefaults } from '../../../core/canton/retries';
import type { Retries as Answers } from '../../../core/plan/kms';
import { Fold } from '../../../ui/fold';
import { TextInput } from '../../../ui/text-input';
import { FindingsAt, PlanField } from '../../plan-field';

const parts = [
  { part: 'failures', key: 'failures', label: 'After a failed call' },
  { part: 'createKeyCheck', key: 'create-key-check', label: 'While a new key becomes active' },
] as const;
const fields = [
  { answer: 'initialDelay', key: 'initial-delay', label: 'First wait' },
  { answer: 'maxDelay', key: 'max-delay', label: 'Longest wait' },
  { answer: 'maxRetries', key: 'max-retries', label: 'Tries' },
] as const;

export type RetryAnswer = `retries.${(typeof parts)[number]['part']}.${(typeof fields)[number]['answer']}`;

/** Waiting and trying again. Canton has no defaults for single keys, so one answer brings the other two along. */
export function Retries(props: {
  path: string;
  retries: Answers;
  register: (answer: RetryAnswer) => UseFormRegisterReturn;
}) {
  const { path, retries, register } = props;
  const changed = parts.some(({ part }) => fields.some(({ answer }) => retries[part][answer] !== ''));
  return (
    <Fold title="Retries" aside={changed ? 'changed' : "Canton's defaults"} open={changed}>
      {parts.map(({ part, key: section, label: legend }) => (
        <fieldset key={part} className="@container grid gap-2">
          <legend className="mb-1.5 font-semibold">{legend}</legend>
          <div className="grid grid-cols-1 items-start gap-4 @md:grid-cols-3">
            {fields.map(({ answer, key, label }) => (
              <PlanField
                key={answer}
                path={`${path}.retries.${part}.${answer}`}
                label={label}
                optional
                writes={`kms.retries.${section}.${key}`}
              >
                {(wiring) => (
                  <TextInput
                    mono
                    placeholder={String(retryDefaults[section][key])}
                    {...wiring}
                    {...register(`retries.${part}.${answer}`)}
                  />
                )}
              </PlanField>
            ))}
          </div>
          <FindingsAt paths={[`${path}.retries.${part}`]} errors />
        </fieldset>
      ))}
      <FindingsAt paths={[`${path}.retries`]} errors />
    </Fold>
  );
}
