import { useEffect, useRef, useState } from 'react';
import { type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';

/**
 * Binds React Hook Form to a part of the plan. The form holds what is being typed; every change goes into the plan at
 * once, and what changes the plan from elsewhere (undo, a fix, another tab) comes back into the form.
 *
 *     const kms = usePlanPart((plan) => plan.kms[index]);
 *     const form = useStepForm(kms, (next, field) =>
 *       edit((plan) => ({ ...plan, kms: plan.kms.with(index, next) }), `kms.${index}.${field}`));
 *     <PlanField path={`kms.${index}.region`} label="Region" writes="kms.region">
 *       {(wiring) => <TextInput mono {...wiring} {...form.register('region')} />}
 *     </PlanField>
 *
 * The second argument of `edit` groups keystrokes in one field into one step of undo. Choices that change the shape of
 * an answer (radio cards, adding a row) don't go through the form: call `edit` and the form follows.
 *
 * @param value the part as it stands in the plan; must be the very object the last `write` put there
 * @param write puts a typed value into the plan; `field` is the path inside `value`
 */
export function useStepForm<T extends FieldValues>(
  value: T,
  write: (value: T, field: string) => void,
): UseFormReturn<T> {
  const [first] = useState(value);
  const form = useForm<T>({ values: first });
  const inForm = useRef(value);
  const latestWrite = useRef(write);
  useEffect(() => {
    latestWrite.current = write;
  });
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values, name, type }) => {
          // Only what a person did has a type; a reset from outside must not be written back.
          if (name === undefined || type === undefined) return;
          inForm.current = values;
          latestWrite.current(values, name);
        },
      }),
    [form],
  );
  useEffect(() => {
    if (value === inForm.current) return;
    inForm.current = value;
    form.reset(value, { keepFieldsRef: true });
  }, [form, value]);
  return form;
}
