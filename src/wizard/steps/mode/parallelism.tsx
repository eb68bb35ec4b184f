import { knows } from '../../../core/canton/keys';
import { Fold } from '../../../ui/fold';
import { TextInput } from '../../../ui/text-input';
import { useStepForm } from '../../form';
import { PlanField, Row } from '../../plan-field';
import { usePlanPart } from '../../use-plan';
import type { Scope } from './scope';

/** How much a node does at the same time. */
export function Parallelism({ scope }: { scope: Scope }) {
  const release = usePlanPart((plan) => plan.release);
  const { parallelism } = scope.shown;
  const path = `${scope.path}.parallelism`;
  const form = useStepForm(parallelism, (next, field) =>
    scope.change((node) => ({ ...node, parallelism: next }), `parallelism.${field}`),
  );
  if (!knows('crypto.parallelism', release)) {
    return (
      <Fold title="Parallelism" aside={`not in Canton ${release}`}>
        <p className="text-small text-muted">Canton has this setting from 3.5 on.</p>
      </Fold>
    );
  }
  const hasEncryption = knows('crypto.parallelism.encryption-parallelism', release);
  return (
    <Fold title="Parallelism" aside="Canton's defaults">
      <Row paths={[`${path}.signatureVerification`, `${path}.encryption`]}>
        <PlanField
          path={`${path}.signatureVerification`}
          label="Signatures checked at a time"
          optional
          writes="crypto.parallelism.signature-verification-parallelism"
        >
          {(wiring) => (
            <TextInput
              mono
              inputMode="numeric"
              placeholder="10"
              {...wiring}
              {...form.register('signatureVerification')}
            />
          )}
        </PlanField>
        {hasEncryption ? (
          <PlanField
            path={`${path}.encryption`}
            label="Encryptions at a time"
            optional
            writes="crypto.parallelism.encryption-parallelism"
          >
            {(wiring) => (
              <TextInput mono inputMode="numeric" placeholder="10" {...wiring} {...form.register('encryption')} />
            )}
          </PlanField>
        ) : (
          <p className="text-small text-muted">Encryption has a setting of its own from 3.6 on.</p>
        )}
      </Row>
    </Fold>
  );
}
