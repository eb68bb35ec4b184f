import { type Release, releases } from '../../../src/core/canton/releases';
import { type KmsType, kmsTypes } from '../../../src/core/canton/schemes';
import { migrate, newKms, newNode, newPlan, rotate } from '../../../src/core/plan/defaults';
import type { Kms } from '../../../src/core/plan/kms';
import { type Custody, type Intermediate, type Node, nodeKinds } from '../../../src/core/plan/node';
import type { Plan } from '../../../src/core/plan/plan';
import type { KeyRotation, ObservedNode, Rotate } from '../../../src/core/plan/task';
import { observed } from './observed';
import { exportableNode, runningNode } from './scenarios';

/** Every provider, mode and release line with every action, on a node of each kind. */

export type NamedPlan = { readonly name: string; readonly plan: Plan };

const kmsOf: Record<KmsType, Kms> = {
  aws: { ...newKms('aws', 'kms1'), region: 'eu-central-1' },
  gcp: { ...newKms('gcp', 'kms1'), locationId: 'global', projectId: 'acme', keyRingId: 'canton' },
  driver: { ...newKms('driver', 'kms1'), driverName: 'acme-hsm', jar: 'acme.jar' },
};

const modes = ['none', 'envelope, generated', 'envelope, given', 'external, generated', 'external, given'] as const;
type Mode = (typeof modes)[number];

function intermediates(mode: Mode, name: string): Readonly<Record<string, Intermediate>> {
  return {
    'no delegation': { type: 'off' },
    'delegation to a generated key': { type: 'on', keyId: '', restriction: 'all-but-namespace-delegations' },
    ...(mode.startsWith('external') && {
      'delegation to a given key': { type: 'on', keyId: `${name}-delegated`, restriction: 'all-mappings' },
    }),
  };
}

/** Names that a script has to write with care; as many as there are kinds. */
const names = ['bank-1', '1med', 'type'] as const;

export function combinations(): readonly NamedPlan[] {
  return releases.flatMap((release) =>
    kmsTypes.flatMap((type) =>
      modes.flatMap((mode) => [
        ...newPlans(release, type, mode),
        ...rotationPlans(release, type, mode),
        ...migrationPlans(release, type, mode),
      ]),
    ),
  );
}

function newPlans(release: Release, type: KmsType, mode: Mode): readonly NamedPlan[] {
  const delegations = Object.keys(intermediates(mode, ''));
  return delegations.map((delegation) => ({
    name: `${release}, ${type}, ${mode}, new, ${delegation}`,
    plan: {
      ...base(release, type, mode),
      nodes: nodesOf(mode).map((node) => ({
        ...node,
        intermediate: intermediates(mode, node.name)[delegation] ?? node.intermediate,
      })),
      synchronizer: { alias: 'da', sequencerUrl: 'https://sequencer1.example.com:5001' },
    },
  }));
}

function rotationPlans(release: Release, type: KmsType, mode: Mode): readonly NamedPlan[] {
  const plan = base(release, type, mode);
  const inventory = plan.nodes.map(({ name, kind, custody }) =>
    observed(runningNode({ name, kind, custody: custody.type === 'none' ? 'plain' : custody.type })),
  );
  return Object.entries(rotations(mode, inventory)).map(([action, task]) => ({
    name: `${release}, ${type}, ${mode}, ${action}`,
    plan: { ...plan, task: { ...rotate(), inventory, ...task } },
  }));
}

/** Into envelope encryption and back, for nodes that are planned with it; the keys are shown as they are before. */
function migrationPlans(release: Release, type: KmsType, mode: Mode): readonly NamedPlan[] {
  // What these scripts say of the provider is which kinds of keys it holds: one of them stands for all.
  if (mode === 'external, given') {
    if (type !== 'aws') return [];
    return [transferPlan(release, type), exportPlan(release, type), exportPlan(release, type, 'envelope, given')];
  }
  if (!mode.startsWith('envelope')) return [];
  const plan = base(release, type, mode);
  return (['encrypt', 'revert'] as const).map((way) => {
    const custody = way === 'encrypt' ? 'plain' : 'envelope';
    const inventory = plan.nodes.map(({ name, kind }) => observed(runningNode({ name, kind, custody })));
    return {
      name: `${release}, ${type}, ${mode}, ${way}`,
      plan: { ...plan, task: { ...migrate(), way: { type: way }, inventory } },
    };
  });
}

/** To a new node that takes keys which exist, beside the old one. */
export function transferPlan(release: Release, type: KmsType): NamedPlan {
  const mode = 'external, given';
  const [next] = nodesOf(mode);
  const old = newNode('participant', 'old-1', { type: 'none' });
  const way = { type: 'transfer' as const, moves: [{ from: old.name, to: next?.name ?? '' }] };
  const intermediate = intermediates(mode, next?.name ?? '')['delegation to a given key'] ?? { type: 'off' };
  return {
    name: `${release}, ${type}, ${mode}, transfer`,
    plan: {
      ...base(release, type, mode),
      nodes: next === undefined ? [] : [old, { ...next, intermediate }],
      task: { ...migrate(), way },
    },
  };
}

/**
 * A new node gets the keys of an old one, which were exported; one of them has to be replaced before.
 * @param today how the old node keeps its keys
 */
export function exportPlan(release: Release, type: KmsType, today: 'none' | 'envelope, given' = 'none'): NamedPlan {
  const mode = 'external, given';
  const [next] = nodesOf(mode);
  const old = newNode('participant', 'old-1', custodyOf(today, 'participant', 'old-1'));
  const way = {
    ...{ type: 'export' as const, importJob: '', protectionLevel: 'hsm' as const },
    moves: [{ from: old.name, to: next?.name ?? '' }],
  };
  const custody = today === 'none' ? 'plain' : 'envelope';
  const inventory = [observed(exportableNode({ name: old.name, kind: old.kind, custody }))];
  return {
    name: `${release}, ${type}, ${mode}, export${today === 'none' ? '' : ' from an envelope'}`,
    plan: {
      ...base(release, type, mode),
      nodes: next === undefined ? [] : [old, next],
      synchronizer: { alias: 'da', sequencerUrl: '' },
      task: { ...migrate(), way, inventory },
    },
  };
}

function rotations(mode: Mode, inventory: readonly ObservedNode[]): Readonly<Record<string, Partial<Rotate>>> {
  const to = (target: (purpose: 'signing' | 'encryption', id: string) => KeyRotation['to']): KeyRotation[] =>
    inventory.flatMap(({ name, keys }) =>
      keys
        .filter(({ mapped }) => mapped)
        .map(({ fingerprint, purpose }, at) => ({
          ...{ node: name, fingerprint, name: `${name}-key-${at}` },
          to: target(purpose, `${name}-new-${at}`),
        })),
    );
  const generated = to(() => ({ type: 'generated', spec: null }));
  const otherSpec = to((purpose) => ({ type: 'generated', spec: purpose === 'signing' ? 'ec-p-384' : 'rsa-2048' }));
  const given = to((_, kmsKeyId) => ({ type: 'given', kmsKeyId }));
  const wrappers = (target: Rotate['wrappers'][number]['to']) =>
    inventory.map(({ name }) => ({ node: name, from: `${name}-wrapper`, to: target }));
  const deletions = inventory.flatMap(({ name, keys }) =>
    keys
      .filter(({ root }) => !root)
      .map(({ fingerprint }) => ({ node: name, fingerprint, retiredBefore: '2026-11-01T00:00:00Z' })),
  );
  return {
    'rotation to generated keys': { keys: generated, pause: false },
    'rotation to generated keys, with a pause': { keys: generated, pause: true },
    'rotation to another specification': { keys: otherSpec, pause: false },
    'deletions and restore': { deletions, restore: true },
    ...(mode.startsWith('external') && {
      'rotation to given keys': { keys: given, pause: false },
      'rotation to given keys, with a pause': { keys: given, pause: true },
    }),
    ...(mode.startsWith('envelope') && {
      'another wrapper key, generated': { wrappers: wrappers({ type: 'generated' }) },
      'another wrapper key, given': { wrappers: wrappers({ type: 'given', id: 'another-wrapper' }) },
    }),
  };
}

function base(release: Release, type: KmsType, mode: Mode): Plan {
  return { ...newPlan(), release, kms: [kmsOf[type]], nodes: [...nodesOf(mode)] };
}

function nodesOf(mode: Mode): readonly Node[] {
  return nodeKinds.map((kind, at) => newNode(kind, names[at] ?? kind, custodyOf(mode, kind, names[at] ?? kind)));
}

function custodyOf(mode: Mode, kind: Node['kind'], name: string): Custody {
  const kms = 'kms1';
  switch (mode) {
    case 'none':
      return { type: 'none' };
    case 'envelope, generated':
      return { type: 'envelope', kms, wrapperKey: { type: 'generated' } };
    case 'envelope, given':
      return { type: 'envelope', kms, wrapperKey: { type: 'given', id: `${name}-wrapper` } };
    case 'external, generated':
      return { type: 'external', kms, keys: { type: 'generated' } };
    case 'external, given':
      return {
        ...{ type: 'external', kms },
        keys: {
          type: 'given',
          namespace: `${name}-namespace`,
          sequencerAuth: `${name}-sequencer-auth`,
          signing: `${name}-signing`,
          encryption: kind === 'participant' ? `${name}-encryption` : '',
        },
      };
  }
}
