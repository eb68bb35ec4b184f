import { code } from '../../../canton/sources';
import { validationSource } from '../../../canton/validation-source';
import { flagAt, kindOf, textAt } from '../values';
import type { Check } from './check';

/** Switched-off TLS checks need `non-standard-config`; in 3.4 only the enterprise edition looks, in 3.3 nobody. */
export const sslVerification: Check = {
  source: validationSource,
  look: (node, { release, edition, process, refuse }) => {
    if (release === '3.3' || (release === '3.4' && edition === 'open-source') || process.nonStandardConfig) return;
    if (!flagAt(node.values, 'crypto.kms.disable-ssl-verification', release)) return;
    refuse(
      'crypto.kms.disable-ssl-verification',
      `Disabling SSL verification for AWS KMS on ${kindOf[node.section]} ${node.name} requires you to explicitly set canton.parameters.non-standard-config = yes`,
    );
  },
};

/** 3.3 loads AWS and GCP in the enterprise edition only. */
export const enterpriseKms: Check = {
  source: (release) => code('config', 'KmsConfig.scala', release),
  look: (node, { release, edition, refuse }) => {
    const type = textAt(node.values, 'crypto.kms.type', release);
    if (release !== '3.3' || edition === 'enterprise' || (type !== 'aws' && type !== 'gcp')) return;
    const name = type === 'aws' ? 'Aws' : 'Gcp';
    refuse('crypto.kms', `Configuration ${name} is supported only in EnterpriseCantonEdition`);
  },
};
