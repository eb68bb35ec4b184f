import type { GcpKms } from '../../../core/plan/kms';
import { RadioCards } from '../../../ui/radio-cards';
import { TextInput } from '../../../ui/text-input';
import { useStepForm } from '../../form';
import { FindingsAt, PlanField, Row } from '../../plan-field';
import { AuditLogging } from './audit-logging';
import { PlaceField } from './place-field';
import { Retries } from './retries';
import { useWriteKms } from './use-kms';

/** Everything Canton asks about Google Cloud KMS. */
export function Gcp({ kms, index }: { kms: GcpKms; index: number }) {
  const write = useWriteKms(index);
  const form = useStepForm<GcpKms>(kms, write);
  const path = `kms.${index}`;
  return (
    <>
      <Row paths={[`${path}.projectId`, `${path}.locationId`]}>
        <PlanField
          path={`${path}.projectId`}
          label="Project"
          hint="The one that holds the keys."
          writes="kms.project-id"
        >
          {(wiring) => <TextInput mono placeholder="acme-prod" {...wiring} {...form.register('projectId')} />}
        </PlanField>
        <PlaceField
          path={`${path}.locationId`}
          label="Location"
          writes="kms.location-id"
          catalogue="gcp-locations"
          placeholder="europe-west6"
          typed={kms.locationId}
          registration={form.register('locationId')}
        />
      </Row>
      <Row paths={[`${path}.keyRingId`, `${path}.endpointOverride`]}>
        <PlanField path={`${path}.keyRingId`} label="Key ring" hint="It must exist already." writes="kms.key-ring-id">
          {(wiring) => <TextInput mono placeholder="canton" {...wiring} {...form.register('keyRingId')} />}
        </PlanField>
        <PlanField path={`${path}.endpointOverride`} label="Endpoint override" optional writes="kms.endpoint-override">
          {(wiring) => (
            <TextInput mono placeholder="kms.example.net:443" {...wiring} {...form.register('endpointOverride')} />
          )}
        </PlanField>
      </Row>
      <AuditLogging path={path} register={form.register('auditLogging')} />
      <GcpAccess kms={kms} index={index} />
      <div>
        <Retries path={path} retries={kms.retries} register={(answer) => form.register(answer)} />
      </div>
    </>
  );
}

function GcpAccess({ kms, index }: { kms: GcpKms; index: number }) {
  const write = useWriteKms(index);
  const path = `kms.${index}`;
  const { credentials, keyProject } = kms;
  return (
    <>
      <RadioCards
        legend="How does the node sign in to Google Cloud?"
        hint="This page never asks for a credential. The README and the example of the environment depend on the answer."
        path={`${path}.credentials`}
        columns={2}
        value={credentials.type}
        onChoose={(type) => write({ ...kms, credentials: type === 'key-file' ? { type, path: '' } : { type } })}
        cards={[
          { value: 'workload-identity', label: 'Workload identity', about: 'From the platform: GKE, or the machine' },
          { value: 'key-file', label: 'Key file', about: 'A service account’s key on the node’s machine' },
        ]}
      />
      <FindingsAt paths={[`${path}.credentials`, `${path}.credentials.type`]} errors />
      {credentials.type === 'key-file' && (
        <PlanField path={`${path}.credentials.path`} label="Path of the key file" hint="On the node's machine.">
          {(wiring) => (
            <TextInput
              mono
              {...wiring}
              value={credentials.path}
              onChange={({ target }) =>
                write({ ...kms, credentials: { type: 'key-file', path: target.value } }, 'credentials.path')
              }
            />
          )}
        </PlanField>
      )}
      <RadioCards
        legend="Which project does the node's service account belong to?"
        path={`${path}.keyProject`}
        columns={2}
        value={keyProject.type}
        onChoose={(type) =>
          write({ ...kms, keyProject: type === 'other' ? { type, serviceAccountProject: '' } : { type } })
        }
        cards={[
          { value: 'same', label: 'The project of the keys' },
          {
            value: 'other',
            label: 'Another project',
            about: 'Those who own the ring must give it the rights named in the README',
          },
        ]}
      />
      <FindingsAt paths={[`${path}.keyProject`]} errors />
      {keyProject.type === 'other' && (
        <PlanField path={`${path}.keyProject.serviceAccountProject`} label="Project of the service account">
          {(wiring) => (
            <TextInput
              mono
              {...wiring}
              value={keyProject.serviceAccountProject}
              onChange={({ target }) =>
                write(
                  { ...kms, keyProject: { type: 'other', serviceAccountProject: target.value } },
                  'keyProject.serviceAccountProject',
                )
              }
            />
          )}
        </PlanField>
      )}
    </>
  );
}
