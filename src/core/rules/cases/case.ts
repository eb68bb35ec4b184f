import { external, newKms, newNode, newPlan, sessionSigningKeysOn } from '../../plan/defaults';
import type { AwsKms, DriverKms, GcpKms, Kms } from '../../plan/kms';
import type { GivenKeys, Node, NodeKind, Schemes, SessionSigningKeys } from '../../plan/node';
import type { Path, Plan } from '../../plan/plan';

/** The smallest plan that raises a finding, and one beside it that doesn't. */
export type Case = {
  readonly id: string;
  /** Where the finding stands. */
  readonly at: Path;
  readonly raised: Plan;
  readonly silent: Plan;
};

const backoff = { initialDelay: '500ms', maxDelay: '10s', maxRetries: '20' };
const retries = { failures: backoff, createKeyCheck: backoff };

const quietDriver: DriverKms = {
  ...ofType('driver', newKms('driver', 'kms1')),
  driverName: 'acme-hsm',
  jar: 'drivers/acme-hsm.jar',
  retries,
};
const quietAws: AwsKms = {
  ...ofType('aws', newKms('aws', 'kms1')),
  region: 'eu-central-1',
  retries,
  credentials: { type: 'instance-role' },
};
const quietGcp: GcpKms = {
  ...ofType('gcp', newKms('gcp', 'kms1')),
  locationId: 'europe-west6',
  projectId: 'acme-prod',
  keyRingId: 'canton',
  retries,
  credentials: { type: 'workload-identity' },
};

function ofType<T extends Kms['type']>(type: T, kms: Kms): Extract<Kms, { type: T }> {
  if (!is(type, kms)) throw new Error(`Not a KMS of type ${type}`);
  return kms;
}

function is<T extends Kms['type']>(type: T, kms: Kms): kms is Extract<Kms, { type: T }> {
  return kms.type === type;
}

/** A plan of which nothing is said: one participant, its keys in an HSM behind a driver. */
export const quiet: Plan = {
  ...newPlan(),
  kms: [quietDriver],
  nodes: [newNode('participant', 'bank1', external('kms1'))],
};

export function plan(change: Partial<Plan>): Plan {
  return { ...quiet, ...change };
}

export function driver(change: Partial<DriverKms>): Plan {
  return plan({ kms: [{ ...quietDriver, ...change }] });
}

export function aws(change: Partial<AwsKms> = {}, rest: Partial<Plan> = {}): Plan {
  return plan({ kms: [{ ...quietAws, ...change }], ...rest });
}

export function gcp(change: Partial<GcpKms> = {}, rest: Partial<Plan> = {}): Plan {
  return plan({ kms: [{ ...quietGcp, ...change }], ...rest });
}

export function node(change: Partial<Node> = {}, kind: NodeKind = 'participant'): Node {
  return { ...newNode(kind, 'bank1', external('kms1')), ...change };
}

/** A plan with these nodes. */
export function nodes(...changes: Partial<Node>[]): Plan {
  return plan({ nodes: changes.map((change) => node(change, change.kind)) });
}

/** The wrapper key of an envelope node, given by its id. */
export function given(id: string): Partial<Node> {
  return { custody: { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id } } };
}

export function schemes(change: Partial<Schemes>): Partial<Node> {
  return { schemes: { ...node().schemes, ...change } };
}

export function sessions(change: Partial<Extract<SessionSigningKeys, { type: 'on' }>> = {}): Partial<Node> {
  const on = sessionSigningKeysOn();
  return { sessionSigningKeys: on.type === 'on' ? { ...on, ...change } : on };
}

/** An example of a key id that AWS gives out. */
export const awsKeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';

/** A participant's own keys, made beforehand; by their ids. */
export function ownKeys(change: Partial<GivenKeys> = {}): Partial<Node> {
  const keys: GivenKeys = {
    type: 'given',
    namespace: keyId(1),
    sequencerAuth: keyId(2),
    signing: keyId(3),
    encryption: keyId(4),
    ...change,
  };
  return { custody: { type: 'external', kms: 'kms1', keys } };
}

/** One of many ids that AWS might give out; fine for the others as well. */
export function keyId(number: number): string {
  return `1234abcd-12ab-34cd-56ef-${String(number).padStart(12, '0')}`;
}
