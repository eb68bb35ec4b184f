import { code, concluded } from '../canton/sources';
import type { Kms } from '../plan/kms';
import type { Path, Plan } from '../plan/plan';
import type { Finding } from './finding';

/** A key that is to be generated although the keys lie where the node isn't meant to create any. */
export function createdElsewhere(kms: Kms | undefined, path: Path, plan: Pick<Plan, 'release'>): Finding[] {
  const release = plan.release === '3.3' ? '3.4' : plan.release;
  if (kms?.type === 'aws' && kms.keyAccount.type === 'other') {
    return [
      {
        id: 'rotation-creates-in-own-account',
        severity: 'security',
        path,
        message: "A key that the node generates lies in the node's own account, not in the other one.",
        why: 'AWS creates keys in the account of the caller. The README asks for no right to create any, since the keys lie elsewhere: without it the rotation fails and the old key stays in use; with it the key is made where it was not to be. Make the key there and give its ARN.',
        source: concluded(code('crypto', 'kms/aws/AwsKms.scala', release)),
      },
    ];
  }
  if (kms?.type === 'gcp' && kms.keyProject.type === 'other') {
    return [
      {
        id: 'rotation-creates-in-other-project',
        severity: 'warning',
        path,
        message: 'The node would create a key in another project, and the README asks for no right to do so.',
        why: 'Without that right the rotation fails and the old key stays in use. Make the key there and give its id, or grant the right to create keys.',
        source: concluded(code('crypto', 'kms/gcp/GcpKms.scala', release)),
      },
    ];
  }
  return [];
}
