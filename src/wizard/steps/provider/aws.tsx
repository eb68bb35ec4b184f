import { knows } from '../../../core/canton/keys';
import type { AwsKms } from '../../../core/plan/kms';
import { Fold } from '../../../ui/fold';
import { TextInput } from '../../../ui/text-input';
import { useStepForm } from '../../form';
import { NonStandardConfig } from '../../non-standard-config';
import { PlanCheckbox, PlanField, Row } from '../../plan-field';
import { usePlanPart } from '../../use-plan';
import { AuditLogging } from './audit-logging';
import { AwsAccess } from './aws-access';
import { CustomTags } from './custom-tags';
import { PlaceField } from './place-field';
import { Retries } from './retries';
import { useWriteKms } from './use-kms';

/** Everything Canton asks about AWS KMS. */
export function Aws({ kms, index }: { kms: AwsKms; index: number }) {
  const release = usePlanPart((plan) => plan.release);
  const write = useWriteKms(index);
  const form = useStepForm<AwsKms>(kms, write);
  const path = `kms.${index}`;
  return (
    <>
      <Row paths={[`${path}.region`, `${path}.endpointOverride`]}>
        <PlaceField
          path={`${path}.region`}
          label="Region"
          writes="kms.region"
          catalogue="aws-regions"
          placeholder="eu-central-1"
          typed={kms.region}
          registration={form.register('region')}
        />
        <PlanField path={`${path}.endpointOverride`} label="Endpoint override" optional writes="kms.endpoint-override">
          {(wiring) => (
            <TextInput mono placeholder="https://kms.example.net" {...wiring} {...form.register('endpointOverride')} />
          )}
        </PlanField>
      </Row>
      <div className="grid gap-3">
        <PlanCheckbox
          path={`${path}.multiRegionKey`}
          label="Create keys as multi-region"
          hint="Keys that Canton creates can then be replicated to other regions. You replicate each of them: Canton doesn't."
          writes="kms.multi-region-key"
          {...form.register('multiRegionKey')}
        />
        <AuditLogging path={path} register={form.register('auditLogging')} />
      </div>
      <AwsAccess kms={kms} index={index} />
      <div>
        <Fold
          title="Tags on new keys"
          aside={knows('crypto.kms.custom-tags', release) ? 'CreatedBy=Canton' : `not in Canton ${release}`}
          open={kms.customTags.length > 0}
        >
          <CustomTags kms={kms} index={index} register={form.register} />
        </Fold>
        <Retries path={path} retries={kms.retries} register={(answer) => form.register(answer)} />
        <Fold
          title="TLS"
          aside={kms.disableSslVerification ? 'not verified' : 'verified'}
          open={kms.disableSslVerification}
        >
          <PlanCheckbox
            path={`${path}.disableSslVerification`}
            label="Don't verify the KMS's certificate"
            hint="Only for a local emulator: anyone in between could answer in the KMS's place."
            writes="kms.disable-ssl-verification"
            {...form.register('disableSslVerification')}
          />
          {kms.disableSslVerification && <NonStandardConfig />}
        </Fold>
      </div>
    </>
  );
}
