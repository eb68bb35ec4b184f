import { defaultOf } from '../../../core/canton/keys';
import { docs } from '../../../core/canton/sources';
import { replaceKms } from '../../../core/plan/edit-kms';
import type { DriverKms } from '../../../core/plan/kms';
import { Button } from '../../../ui/button';
import { TextInput } from '../../../ui/text-input';
import { useStepForm } from '../../form';
import { FindingsAt, PlanField, Row } from '../../plan-field';
import { useEdit, usePlanPart } from '../../use-plan';
import { Entries } from './driver-entries';
import { presetOf, type presets } from './driver-tree';
import { Retries } from './retries';
import { useWriteKms } from './use-kms';

/** Everything Canton asks about a KMS behind a driver. */
export function Driver({ kms, index }: { kms: DriverKms; index: number }) {
  const release = usePlanPart((plan) => plan.release);
  const edit = useEdit();
  const write = useWriteKms(index);
  const form = useStepForm<DriverKms>(kms, write);
  const path = `kms.${index}`;
  return (
    <>
      <Row paths={[`${path}.driverName`, `${path}.jar`]}>
        <PlanField
          path={`${path}.driverName`}
          label="Name of the driver"
          hint="As its factory announces it."
          writes="kms.name"
        >
          {(wiring) => <TextInput mono placeholder="acme-hsm" {...wiring} {...form.register('driverName')} />}
        </PlanField>
        <PlanField
          path={`${path}.jar`}
          label="Its jar"
          hint="Path on the node's machine; it goes onto the class path, before Canton's."
        >
          {(wiring) => <TextInput mono placeholder="/opt/canton/acme-hsm.jar" {...wiring} {...form.register('jar')} />}
        </PlanField>
      </Row>
      <fieldset data-path={`${path}.config`} className="grid gap-2">
        <legend className="mb-1.5 font-semibold">
          The driver's own settings <code className="font-normal text-muted">kms.config</code>
        </legend>
        <p className="text-small text-muted">
          Canton passes them on unread: only the driver knows them.{' '}
          <a
            href={docs('tutorials/kms_driver_guide.html', 'KMS driver developer guide', release).url}
            target="_blank"
            rel="noreferrer"
          >
            Developer guide
          </a>
        </p>
        {kms.config.length === 0 && (
          <p className="flex flex-wrap items-center gap-2 text-small">
            Start with the settings of
            {(['aws-kms', 'mock-kms'] as const satisfies readonly (keyof typeof presets)[]).map((name) => (
              <Button
                key={name}
                onClick={() => write({ ...kms, driverName: kms.driverName || name, config: presetOf(name) })}
              >
                {name}
              </Button>
            ))}
          </p>
        )}
        <Entries
          path={`${path}.config`}
          driver={kms.driverName}
          depth={0}
          entries={kms.config}
          onChange={(config, answer) => edit((plan) => replaceKms(plan, index, { ...kms, config }), answer)}
        />
        <FindingsAt paths={[`${path}.config`]} errors />
      </fieldset>
      <PlanField
        path={`${path}.healthCheckPeriod`}
        label="Health check every"
        optional
        writes="kms.health-check-period"
      >
        {(wiring) => (
          <TextInput
            mono
            placeholder={String(defaultOf('crypto.kms.health-check-period', release))}
            {...wiring}
            {...form.register('healthCheckPeriod')}
          />
        )}
      </PlanField>
      <div>
        <Retries path={path} retries={kms.retries} register={(answer) => form.register(answer)} />
      </div>
    </>
  );
}
