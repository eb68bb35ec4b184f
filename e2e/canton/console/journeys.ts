import { waitLimit } from '../../../src/core/canton/console/waiting';
import type { Release } from '../../../src/core/canton/releases';
import { stagesOf } from '../../../src/core/emit/runbook/stages';
import { rotate } from '../../../src/core/plan/defaults';
import type { Plan } from '../../../src/core/plan/plan';
import type { ObservedNode } from '../../../src/core/plan/task';
import { withDelay, withKeys } from './change-world';
import { observed } from './observed';
import { type PlanScript, planScripts } from './plan-scripts';
import { fingerprint, kmsKey, newNode, runningNode, withHistory, world } from './scenarios';
import { combinations, type NamedPlan } from './script-plans';
import type { World, WorldNode } from './world';

/** A plan, the network it is for, and its scripts in the order in which a person runs them. */
export type Journey = NamedPlan & { readonly world: World; readonly scripts: readonly PlanScript[] };

/**
 * Each action once for each mode, and what needs a past: deletions, and a database restored from an older backup. The
 * synchronizer is as slow as one was seen to be.
 */
export function journeys(release: Release): readonly Journey[] {
  const mine = combinations().filter(({ plan }) => plan.release === release && plan.kms[0]?.type === 'aws');
  return mine
    .flatMap(({ name, plan }): readonly (NamedPlan & { readonly world: World; readonly stage?: string })[] => {
      if (plan.task.type === 'migrate') return inPlace({ name, plan });
      if (plan.task.type !== 'rotate') return [{ name, plan, world: newWorld(plan) }];
      if (!plan.task.restore) return [{ name, plan, world: runningWorld(plan) }];
      return [deletion({ name: `${name}: deletion`, plan }), restore({ name: `${name}: restore`, plan })];
    })
    .map((journey) => ({
      ...journey,
      world: withDelay(journey.world, waitLimit.seenSeconds),
      scripts: planScripts(journey.name, journey.plan, ['remote']).filter(({ path }) =>
        path.startsWith(journey.stage ?? ''),
      ),
    }))
    .filter(({ scripts }) => scripts.length > 0);
}

/** Plans that can't be carried out, whatever the network is like: a script of each has to see it and stop. */
export function hopeless(release: Release): readonly Journey[] {
  return journeys(release).flatMap(({ name, plan, world: start }) => {
    const [node] = plan.nodes;
    const custody = node?.custody;
    if (node === undefined || custody?.type !== 'external') return [];
    if (plan.task.type === 'new' && custody.keys.type === 'given') {
      const keys = { ...custody.keys, signing: custody.keys.sequencerAuth };
      return [hopelessly(name, { ...plan, nodes: [{ ...node, custody: { ...custody, keys } }] }, start)];
    }
    if (plan.task.type !== 'rotate' || plan.task.deletions.length === 0) return [];
    const [{ fingerprint: retired } = { fingerprint: '' }] = plan.task.deletions;
    const byAlias = withKeys(start, node.name, (key) =>
      key.fingerprint === retired ? { ...key, kmsKeyId: 'alias/retired' } : key,
    );
    const task = { ...plan.task, inventory: byAlias.nodes.map(observed) };
    const deletions = plan.task.deletions.map((each) => ({ ...each, retiredBefore: '2999-01-01T00:00:00Z' }));
    return [
      hopelessly(`${name}, by an alias`, { ...plan, nodes: [node], task }, byAlias),
      hopelessly(`${name}, too early`, { ...plan, nodes: [node], task: { ...plan.task, deletions } }, start),
    ];
  });
}

function hopelessly(name: string, plan: Plan, start: World): Journey {
  const scripts = planScripts(`${name}, hopeless`, plan, ['remote']);
  return { name, plan, world: start, scripts: scripts.filter(({ path }) => path.startsWith('01-')) };
}

function custodyOf({ custody }: Plan['nodes'][number]): WorldNode['custody'] {
  return custody.type === 'none' ? 'plain' : custody.type;
}

/** Nodes that wait for their identity where a script gives it, nodes that run elsewhere. */
function newWorld({ nodes, synchronizer }: Plan): World {
  const isGiven = nodes.some(({ custody }) => custody.type === 'external' && custody.keys.type === 'given');
  const keys = nodes.flatMap(({ custody }) => {
    if (custody.type !== 'external' || custody.keys.type !== 'given') return [];
    const { namespace, sequencerAuth, signing, encryption } = custody.keys;
    const forSigning = [namespace, sequencerAuth, signing].map((id) => kmsKey(id, 'signing'));
    return [...forSigning, ...(encryption === '' ? [] : [kmsKey(encryption, 'encryption')])];
  });
  const delegated = nodes.flatMap(({ intermediate }) =>
    intermediate.type === 'on' && intermediate.keyId !== '' ? [kmsKey(intermediate.keyId, 'signing')] : [],
  );
  const made = nodes.map((node) => (isGiven ? newNode : runningNode)({ ...node, custody: custodyOf(node) }));
  const start = world(made, [...keys, ...delegated]);
  return { ...start, network: { ...start.network, url: synchronizer.sequencerUrl } };
}

/** What a rotation finds: nodes with their first keys, and in the KMS what the plan wants instead. */
function runningWorld({ nodes, task }: Plan): World {
  if (task.type !== 'rotate') throw new Error('no rotation');
  const purposes = new Map(task.inventory.flatMap(({ keys }) => keys.map((key) => [key.fingerprint, key.purpose])));
  const keys = task.keys.flatMap(({ fingerprint: old, to }) =>
    to.type === 'given' ? [kmsKey(to.kmsKeyId, purposes.get(old) ?? 'signing')] : [],
  );
  const wrappers = task.wrappers.flatMap(({ to }) => (to.type === 'given' ? [to.id] : []));
  return world(
    nodes.map((node) => runningNode({ ...node, custody: custodyOf(node) })),
    [...keys, ...[...new Set(wrappers)].map((id) => kmsKey(id, 'symmetric', 'symmetric'))],
  );
}

/** Before and after the restarts at which the nodes convert their keys: what they do then is not a script's. */
function inPlace({ name, plan }: NamedPlan) {
  const { task } = plan;
  if (task.type !== 'migrate' || 'moves' in task.way) return [];
  const stored = task.way.type === 'encrypt' ? (['plain', 'envelope'] as const) : (['envelope', 'plain'] as const);
  const { before, after } = stagesOf[task.way.type];
  return [before, after].map((stage, at) => ({
    ...{ name: `${name}, stage ${stage}`, plan, stage },
    world: world(plan.nodes.map((node) => runningNode({ ...node, custody: stored[at] ?? 'plain' }))),
  }));
}

/** A protocol key of each node is retired, and the plan deletes it. */
function deletion({ name, plan }: NamedPlan) {
  const nodes = plan.nodes.map((node) => withHistory(runningNode({ ...node, custody: custodyOf(node) }), 1));
  const deletions = nodes.map((node) => ({
    ...{ node: node.name, fingerprint: fingerprint(`${node.name}-signing`) },
    retiredBefore: '2026-11-20T00:00:00Z',
  }));
  const task = { ...rotate(), inventory: nodes.map(observed), deletions };
  return { name, plan: { ...plan, task }, world: world(nodes) };
}

/** Every node has rotated twice since the backup from which its database comes. */
function restore({ name, plan }: NamedPlan) {
  const parts = plan.nodes.map((node) => ({ ...node, custody: custodyOf(node) }));
  const today = parts.map((node) => withHistory(runningNode(node), 2));
  const now = world(today);
  const shown = now.synchronizer?.mappings ?? [];
  const backups = parts.map((node, at): WorldNode => {
    const old = runningNode(node);
    // Keys in the database come back with it: those of a KMS are all that can be missing.
    const keys = node.custody === 'external' ? old.keys : (today[at]?.keys ?? []);
    const seen = shown.filter(({ serial }) => serial === 1).length;
    return { ...old, keys, running: node.custody !== 'external', connected: false, seen };
  });
  const inventory: ObservedNode[] = today.map(observed);
  const task = { ...rotate(), inventory, restore: true };
  return { name, plan: { ...plan, task }, world: { ...now, nodes: backups } };
}
