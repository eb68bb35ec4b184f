import type { AwsCredentials, AwsKms } from '../../../core/plan/kms';
import { RadioCards } from '../../../ui/radio-cards';
import { TextInput } from '../../../ui/text-input';
import { FindingsAt, PlanField } from '../../plan-field';
import { useWriteKms } from './use-kms';

const ways = {
  static: { label: 'Access keys', about: 'In the node’s environment' },
  profile: { label: 'Profile', about: 'From the AWS files of the user that runs the node' },
  irsa: { label: 'IRSA', about: 'A role for the Kubernetes service account' },
  'pod-identity': { label: 'Pod Identity', about: 'A role for the pod, through the EKS agent' },
  'instance-role': { label: 'Instance role', about: 'The role of the machine or container' },
} as const satisfies Record<AwsCredentials['type'], { label: string; about: string }>;
const order = ['instance-role', 'irsa', 'pod-identity', 'profile', 'static'] as const;

/** How the node proves who it is, and in whose account the keys lie. No credential is ever asked for. */
export function AwsAccess({ kms, index }: { kms: AwsKms; index: number }) {
  const write = useWriteKms(index);
  const path = `kms.${index}`;
  const { credentials, keyAccount } = kms;
  return (
    <>
      <RadioCards
        legend="How does the node sign in to AWS?"
        hint="This page never asks for a credential. The README and the example of the environment depend on the answer."
        path={`${path}.credentials`}
        value={credentials.type}
        onChoose={(type) => write({ ...kms, credentials: type === 'profile' ? { type, profile: '' } : { type } })}
        cards={order.map((value) => ({ value, ...ways[value] }))}
      />
      <FindingsAt paths={[`${path}.credentials`, `${path}.credentials.type`]} errors />
      {credentials.type === 'profile' && (
        <PlanField path={`${path}.credentials.profile`} label="Name of the profile">
          {(wiring) => (
            <TextInput
              mono
              {...wiring}
              value={credentials.profile}
              onChange={({ target }) =>
                write({ ...kms, credentials: { type: 'profile', profile: target.value } }, 'credentials.profile')
              }
            />
          )}
        </PlanField>
      )}
      <RadioCards
        legend="Whose account holds the keys?"
        path={`${path}.keyAccount`}
        columns={2}
        value={keyAccount.type}
        onChoose={(type) => write({ ...kms, keyAccount: type === 'other' ? { type, account: '' } : { type } })}
        cards={[
          { value: 'same', label: 'The account the node signs in to', about: 'Canton can create keys there' },
          { value: 'other', label: 'Another account', about: 'Keys are made beforehand and named by their ARN' },
        ]}
      />
      <FindingsAt paths={[`${path}.keyAccount`]} errors />
      {keyAccount.type === 'other' && (
        <PlanField path={`${path}.keyAccount.account`} label="Account number" hint="Twelve digits">
          {(wiring) => (
            <TextInput
              mono
              inputMode="numeric"
              {...wiring}
              value={keyAccount.account}
              onChange={({ target }) =>
                write({ ...kms, keyAccount: { type: 'other', account: target.value } }, 'keyAccount.account')
              }
            />
          )}
        </PlanField>
      )}
    </>
  );
}
