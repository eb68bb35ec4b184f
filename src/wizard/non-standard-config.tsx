import { Checkbox } from '../ui/checkbox';
import { FindingsAt, useErrorsAt } from './plan-field';
import { useEdit, usePlanPart } from './use-plan';

/** The consent that Canton wants for settings it guards; asked where one of them is chosen, never given unasked. */
export function NonStandardConfig() {
  const on = usePlanPart((plan) => plan.nonStandardConfig);
  const edit = useEdit();
  const errors = useErrorsAt('nonStandardConfig');
  return (
    <div className="grid gap-3">
      <Checkbox
        path="nonStandardConfig"
        label="Allow non-standard configuration"
        hint="Canton guards this setting: without the consent it refuses the file. It holds for the whole process, and lets other unusual settings through as well."
        writes="canton.parameters.non-standard-config"
        errors={errors}
        checked={on}
        onChange={({ target }) => edit((plan) => ({ ...plan, nonStandardConfig: target.checked }))}
      />
      <FindingsAt paths={['nonStandardConfig']} />
    </div>
  );
}
