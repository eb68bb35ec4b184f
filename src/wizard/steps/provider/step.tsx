import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { editionsOf } from '../../../core/canton/editions';
import type { Release } from '../../../core/canton/releases';
import { type KmsType, kmsTypes } from '../../../core/canton/schemes';
import { code, docs, type Page } from '../../../core/canton/sources';
import { withType } from '../../../core/plan/edit-kms';
import type { Kms } from '../../../core/plan/kms';
import { RadioCards } from '../../../ui/radio-cards';
import { FindingsAt } from '../../plan-field';
import { StepPage } from '../../step-page';
import { kmsShowing } from '../../step-showing';
import { useWantedPath } from '../../use-field-focus';
import { usePlan } from '../../use-plan';
import { Aws } from './aws';
import { catalogueClient } from './catalogue';
import { Driver } from './driver';
import { Gcp } from './gcp';
import { KmsLog } from './kms-log';
import { KmsName, KmsTabs, SecondKms } from './several';
import { useWriteKms } from './use-kms';

/** Which KMS holds the keys, and everything Canton asks about it. */
export function ProviderStep() {
  const plan = usePlan();
  const [chosen, setChosen] = useState(0);
  const wanted = kmsShowing(plan, useWantedPath());
  if (wanted !== chosen && plan.kms[wanted] !== undefined) setChosen(wanted);
  const index = plan.kms[chosen] === undefined ? 0 : chosen;
  const kms = plan.kms[index];
  return (
    <QueryClientProvider client={catalogueClient}>
      <StepPage
        title="Which KMS holds the keys?"
        lede="All nodes use it, unless you give one another. It can't be changed later without moving to new keys."
        docs={kms === undefined ? [] : pagesOf(kms.type, plan.release)}
      >
        <KmsTabs chosen={index} onChoose={setChosen} />
        {kms !== undefined && (
          <OneKms key={`${kms.id} ${kms.type}`} kms={kms} index={index} onRemoved={() => setChosen(0)} />
        )}
        <KmsLog />
        <div>
          <SecondKms />
        </div>
      </StepPage>
    </QueryClientProvider>
  );
}

function OneKms({ kms, index, onRemoved }: { kms: Kms; index: number; onRemoved: () => void }) {
  const { release } = usePlan();
  const write = useWriteKms(index);
  const path = `kms.${index}`;
  return (
    <>
      <KmsName kms={kms} index={index} onRemoved={onRemoved} />
      <RadioCards
        legend="Provider"
        path={`${path}.type`}
        value={kms.type}
        onChoose={(type) => write(withType(kms, type))}
        cards={kmsTypes.map((type) => ({ value: type, label: labels[type], about: aboutOf(type, release) }))}
      />
      <FindingsAt paths={[path, `${path}.type`]} errors />
      {kms.type === 'aws' && <Aws kms={kms} index={index} />}
      {kms.type === 'gcp' && <Gcp kms={kms} index={index} />}
      {kms.type === 'driver' && <Driver kms={kms} index={index} />}
    </>
  );
}

const labels = { aws: 'AWS KMS', gcp: 'GCP KMS', driver: 'Driver' } as const satisfies Record<KmsType, string>;

/** The truth about editions: what is documented, and what the line's open code does. */
function aboutOf(type: KmsType, release: Release): string {
  if (type === 'driver') return "Your own HSM, through Canton's driver API; every edition";
  const { open } = editionsOf(type, release);
  const what = type === 'gcp' ? 'The key ring must exist first. ' : '';
  return open
    ? `${what}Documented for Enterprise; ${release}'s open code runs it too`
    : `${what}Enterprise only: the open ${release} refuses it`;
}

function pagesOf(type: KmsType, release: Release): readonly Page[] {
  const configure = docs('howtos/secure/kms/configuration/kms_configuration.html', 'Configure a KMS', release);
  switch (type) {
    case 'aws':
      return [configure, docs('howtos/secure/kms/configuration/kms_aws_config.html', 'AWS KMS', release)];
    case 'gcp':
      return [configure, docs('howtos/secure/kms/configuration/kms_gcp_config.html', 'GCP KMS', release)];
    case 'driver':
      return [
        configure,
        docs('howtos/secure/kms/configuration/kms_driver_config.html', 'Driver-based KMS', release),
        docs('tutorials/kms_driver_guide.html', 'Driver developer guide', release),
        ...driverApi(release),
      ];
  }
}

/** The interfaces a driver implements. They are published nowhere but in the code. */
function driverApi(release: Release): readonly Page[] {
  return (['KmsDriver', 'KmsDriverFactory'] as const).map((name) => ({
    label: `Driver API: ${name}`,
    url: code('driverApi', `v1/${name}.scala`, release).url,
  }));
}
