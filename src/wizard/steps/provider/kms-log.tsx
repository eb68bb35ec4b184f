import { TextInput } from '../../../ui/text-input';
import { PlanField } from '../../plan-field';
import { useEdit, usePlanPart } from '../../use-plan';

/** Where the lines about KMS calls go; a matter of the start line, not of the configuration. */
export function KmsLog() {
  const file = usePlanPart((plan) => plan.kmsLogFile);
  const edit = useEdit();
  return (
    <PlanField
      path="kmsLogFile"
      label="A file of its own for KMS calls"
      optional
      hint="Goes into the start line; without it they stand in the main log."
      writes="--kms-log-file-name"
    >
      {(wiring) => (
        <TextInput
          mono
          placeholder="log/kms.log"
          {...wiring}
          value={file}
          onChange={({ target }) => {
            const text = target.value;
            edit((plan) => ({ ...plan, kmsLogFile: text }), 'kmsLogFile');
          }}
        />
      )}
    </PlanField>
  );
}
