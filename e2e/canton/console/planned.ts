import { loggedAs } from '../../../src/core/canton/schemes';
import type { Node } from '../../../src/core/plan/node';
import type { Plan } from '../../../src/core/plan/plan';
import type { Rotate } from '../../../src/core/plan/task';
import { announced, fingerprint } from './scenarios';
import type { World, WorldNode } from './world';

/** What is not as the plan wanted it, after all its scripts; nothing when all is well. */
export function unplanned({ nodes, task, synchronizer }: Plan, before: World, after: World): readonly string[] {
  const complaints = nodes.flatMap((node) => {
    const [old, now] = [before, after].map((world) => world.nodes.find(({ name }) => name === node.name));
    if (old === undefined || now === undefined) return [`${node.name} is gone`];
    const found =
      task.type === 'rotate' ? [...rotated(task, old, now), ...agreed(now, after)] : setUp(node, old, now, after);
    return found.map((complaint) => `${node.name}: ${complaint}`);
  });
  const isNew = before.synchronizer === null;
  return [
    ...complaints,
    ...(isNew && after.synchronizer?.name !== synchronizer.alias ? ['no synchronizer of the wanted name'] : []),
    ...(task.type === 'rotate' ? deleted(task, before, after) : []),
  ];
}

function check(holds: boolean, complaint: string): readonly string[] {
  return holds ? [] : [complaint];
}

/** The node's own list of announced keys and the synchronizer's are the same. */
function agreed(node: WorldNode, { synchronizer }: World): readonly string[] {
  const own = node.mappings.at(-1);
  const shown = synchronizer?.mappings.findLast(({ member }) => member === own?.member);
  return check(
    own !== undefined && own.serial === shown?.serial && JSON.stringify(own.keys) === JSON.stringify(shown.keys),
    'its list of announced keys and the synchronizer differ',
  );
}

function setUp(node: Node, old: WorldNode, now: WorldNode, after: World): readonly string[] {
  const { custody, intermediate } = node;
  const given = custody.type === 'external' && custody.keys.type === 'given' ? custody.keys : undefined;
  const held = (kmsKeyId: string, name: string, usage: string) =>
    now.keys.some(
      (key) => key.kmsKeyId === kmsKeyId && key.name === `${node.name}-${name}` && key.usage.includes(usage),
    );
  const delegates = now.delegations.filter(({ key }) => key.fingerprint !== now.identity?.namespace);
  const inKms = now.keys.find(({ fingerprint: each }) => each === delegates[0]?.key.fingerprint)?.kmsKeyId;
  return [
    ...(given === undefined
      ? check(JSON.stringify(old.mappings) === JSON.stringify(now.mappings), 'its announced keys have changed')
      : [
          ...check(
            now.identity?.identifier === (node.identifier || node.name) &&
              now.identity.namespace === fingerprint(given.namespace),
            'has another identity',
          ),
          ...check(held(given.namespace, 'namespace', 'namespace'), 'does not hold its namespace key'),
          ...check(
            held(given.sequencerAuth, 'sequencer-auth', 'sequencer-auth'),
            'does not hold its key for sequencers',
          ),
          ...check(held(given.signing, 'signing', 'signing'), 'does not hold its protocol key'),
          ...check(
            announced(now)
              .map((key) => key.fingerprint)
              .join() ===
              [given.sequencerAuth, given.signing, given.encryption]
                .filter((id) => id !== '')
                .map(fingerprint)
                .join(),
            'has announced other keys',
          ),
          ...check(now.connected, 'belongs to no synchronizer'),
        ]),
    ...check(delegates.length === (intermediate.type === 'on' ? 1 : 0), `has ${delegates.length} delegations`),
    ...(intermediate.type === 'on'
      ? [
          ...check(intermediate.keyId === '' || inKms === intermediate.keyId, 'delegates to another key'),
          ...check(
            delegates[0]?.restriction ===
              {
                'all-mappings': 'CanSignAllMappings',
                'all-but-namespace-delegations': 'CanSignAllButNamespaceDelegations',
              }[intermediate.restriction],
            'delegates with another restriction',
          ),
        ]
      : []),
    ...agreed(now, after),
  ];
}

function rotated({ keys, wrappers, inventory, restore }: Rotate, old: WorldNode, now: WorldNode): readonly string[] {
  const mine = keys.filter(({ node }) => node === old.name);
  const replacedBy = mine.flatMap(({ fingerprint: from, name, to }) => {
    const before = old.keys.find((key) => key.fingerprint === from);
    const [next, ...more] = now.keys.filter((key) => key.name === name);
    if (before === undefined || next === undefined || more.length > 0) return [`there is not one key called ${name}`];
    const spec = to.type === 'generated' && to.spec !== null ? loggedAs(to.spec) : before.spec;
    return [
      ...check(
        announced(now).some((key) => key.fingerprint === next.fingerprint),
        `${name} is not announced`,
      ),
      ...check(!announced(now).some((key) => key.fingerprint === from), `${from} is still announced`),
      ...check(next.usage.join() === before.usage.join(), `${name} is for ${next.usage}`),
      ...check(to.type === 'given' ? next.kmsKeyId === to.kmsKeyId : next.spec === spec, `${name} is another key`),
    ];
  });
  const wrapper = wrappers.find(({ node }) => node === old.name);
  const ids = new Set(now.keys.map(({ wrapperKeyId }) => wrapperKeyId));
  const seen = inventory.find(({ name }) => name === old.name)?.keys ?? [];
  return [
    ...replacedBy,
    ...check(restore || announced(now).length === announced(old).length, 'has announced more or fewer keys'),
    ...(wrapper === undefined
      ? []
      : check(
          ids.size === 1 && (wrapper.to.type === 'given' ? ids.has(wrapper.to.id) : !ids.has(wrapper.from)),
          `its keys are under ${[...ids].join(' and ')}`,
        )),
    ...(restore
      ? seen.flatMap((key) =>
          check(
            now.keys.some(
              ({ fingerprint: each, name, kmsKeyId }) =>
                each === key.fingerprint && name === key.name && (kmsKeyId ?? '') === key.kmsKeyId,
            ),
            `does not hold ${key.name}`,
          ),
        )
      : []),
  ];
}

function deleted({ deletions }: Rotate, before: World, after: World): readonly string[] {
  return deletions.flatMap(({ node, fingerprint: gone }) => {
    const find = (world: World) =>
      world.nodes.find(({ name }) => name === node)?.keys.find((key) => key.fingerprint === gone);
    const kmsKeyId = find(before)?.kmsKeyId ?? null;
    return [
      ...check(find(after) === undefined, `${node} still holds ${gone}`),
      ...check(
        kmsKeyId === null || after.kms.keys.find(({ id }) => id === kmsKeyId)?.state === 'pending-deletion',
        `the KMS still has ${kmsKeyId}`,
      ),
    ];
  });
}
