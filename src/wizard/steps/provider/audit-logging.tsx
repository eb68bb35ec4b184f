import type { UseFormRegisterReturn } from 'react-hook-form';
import { PlanCheckbox } from '../../plan-field';

/** Whether the calls to a cloud's KMS are logged; a driver has a setting of its own for that. */
export function AuditLogging({ path, register }: { path: string; register: UseFormRegisterReturn }) {
  return (
    <PlanCheckbox
      path={`${path}.auditLogging`}
      label="Log every KMS call"
      hint="Requests and answers, sensitive parts removed. In the main log, unless the start line names a file."
      writes="kms.audit-logging"
      {...register}
    />
  );
}
