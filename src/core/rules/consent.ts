import { holdsFor } from '../canton/releases';
import { code } from '../canton/sources';
import { validationSource } from '../canton/validation-source';
import type { Node } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import { changeAws } from './change';
import { eachKms } from './each';
import type { Finding, Rule } from './finding';

/** Settings that Canton guards with `non-standard-config`, and the consent itself. */
export const consentRule: Rule = (plan) => [
  ...eachKms(plan, (kms, at, index) =>
    kms.type === 'aws' && kms.disableSslVerification ? [certificates(plan, `${at}.disableSslVerification`, index)] : [],
  ),
  ...(plan.nonStandardConfig && !isNeeded(plan) ? [unneeded(plan)] : []),
];

function certificates(plan: Plan, path: Path, index: number): Finding {
  const guarded = plan.release !== '3.3' && !plan.nonStandardConfig;
  const common = {
    path,
    fix: {
      label: 'Check the certificate of the KMS',
      apply: (before: Plan) => changeAws(before, index, { disableSslVerification: false }),
    },
  };
  if (!guarded) {
    return {
      ...common,
      id: 'certificates-unchecked',
      severity: 'security',
      message: 'Anyone on the way can pose as the KMS.',
      why: 'The certificate of the KMS is not checked: what the node sends can be read and what it gets can be forged, signatures and decrypted keys included. For an emulator, and nothing else.',
      source: code('config', 'KmsConfig.scala', plan.release),
    };
  }
  const open =
    plan.release === '3.4' ? " Canton's open-source build of 3.4 doesn't look and leaves TLS unchecked." : '';
  return {
    ...common,
    id: 'certificates-unchecked-need-consent',
    severity: 'error',
    message: 'Leaving certificates unchecked needs non-standard settings allowed.',
    why: `Without canton.parameters.non-standard-config the whole file is refused while loading.${open} It is meant for emulators: anyone on the way can pose as the KMS.`,
    source: validationSource(plan.release),
    log: 'Disabling SSL verification for AWS KMS on ... requires you to explicitly set canton.parameters.non-standard-config = yes',
  };
}

/** Whether something in the plan asks for the consent. */
function isNeeded(plan: Plan): boolean {
  const needy = (node: Node) =>
    node.custody.type === 'external' &&
    node.sessionSigningKeys.type === 'on' &&
    (plan.release === '3.4' ||
      (holdsFor({ since: '3.5' }, plan.release) && node.sessionSigningKeys.disableBoundChecks));
  return (
    (plan.release !== '3.3' && plan.kms.some((kms) => kms.type === 'aws' && kms.disableSslVerification)) ||
    plan.nodes.some(needy)
  );
}

function unneeded(plan: Plan): Finding {
  return {
    id: 'consent-unneeded',
    severity: 'warning',
    path: 'nonStandardConfig',
    message: 'Nothing in this plan needs non-standard settings.',
    why: 'Allowed, they let every node of the process load what Canton otherwise refuses as unsafe, in your own files too.',
    source: code('appConfig', 'CantonConfig.scala', plan.release),
    fix: { label: 'Allow them no longer', apply: (before) => ({ ...before, nonStandardConfig: false }) },
  };
}
