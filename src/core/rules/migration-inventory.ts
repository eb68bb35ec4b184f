import { wrapperKeysSource } from '../canton/key-care';
import { encryptedMigrationSource } from '../canton/migration';
import { concluded, seen } from '../canton/sources';
import { type CustodyType, withWrapperKey } from '../plan/edit';
import { hasMoves, movesOf } from '../plan/migration';
import type { Node } from '../plan/node';
import { observedCustody, wrappersInUse } from '../plan/observed';
import type { Plan } from '../plan/plan';
import type { Migrate, ObservedNode } from '../plan/task';
import { changeNode } from './change';
import type { Finding } from './finding';
import { lostKeys } from './migration-export-keys';
import { answered, isOpen, placeWords, waysOf } from './ways';

/** What the inventory shows of nodes that are to move, beside what the plan says of them. */
export function seenFindings(plan: Plan, task: Migrate): readonly Finding[] {
  const taken = new Set(task.way.type === 'export' ? movesOf({ task }).map(({ from }) => from) : []);
  const planned = new Map(plan.nodes.map((node, index) => [node.name, { node, index }] as const));
  const roots = new Map<string, string>();
  const ofNodes = task.inventory.flatMap((observed, row) => {
    const at = `task.inventory.${row}`;
    const namesake = roots.get(observed.uid);
    if (observed.uid !== '' && namesake === undefined) roots.set(observed.uid, observed.name);
    const found = planned.get(observed.name);
    return [
      ...(observed.uid !== '' && namesake !== undefined ? [oneIdentity(at, observed.name, namesake)] : []),
      ...(found === undefined ? [] : ofNode(task, observed, found, at)),
      ...(found === undefined || observed.lost.length === 0 ? [] : [lostKeys(observed, taken.has(observed.name), at)]),
    ];
  });
  return [...otherPlace(plan, task), ...ofNodes];
}

type Planned = { readonly node: Node; readonly index: number };

function ofNode(task: Migrate, observed: ObservedNode, { node, index }: Planned, at: string): readonly Finding[] {
  const { name } = observed;
  const custody = observedCustody(observed);
  const wrappers = wrappersInUse(observed);
  const found: Finding[] = [];
  if (node.kind !== observed.kind) found.push(otherKind(observed, index));
  if (node.custody.type !== 'envelope' || custody === undefined) return found;
  if (custody === 'external') return [...found, inKms(name, at)];
  if (wrappers.length > 1) found.push(severalWrappers(name, wrappers.length, at));
  const [wrapper] = wrappers;
  if (wrapper !== undefined && observed.keys.some(({ wrapperKeyId }) => wrapperKeyId === '')) {
    return [...found, partlyEncrypted(name, wrapper.id, at)];
  }
  if (wrapper !== undefined) found.push(...otherWrapper(node, index, wrapper.id));
  if (hasMoves({ task })) return found;
  const reached = task.way.type === 'encrypt' ? 'envelope' : 'none';
  if (custody === reached) found.push(doneAlready(name, at, custody));
  return found;
}

/** The answer says one thing of today, and no node that was seen is so; nodes that got there already say nothing. */
function otherPlace(plan: Plan, { facts, inventory }: Migrate): readonly Finding[] {
  const seenPlaces = new Set(
    inventory.flatMap((node) => {
      const custody = observedCustody(node);
      return custody === undefined ? [] : [custody === 'none' ? ('plain' as const) : custody];
    }),
  );
  const [place, ...more] = seenPlaces;
  if (place === undefined || more.length > 0 || place === facts.today || place === facts.wanted) return [];
  return [
    {
      id: 'migration-today-differs',
      severity: 'warning',
      path: 'task.facts.today',
      message: `The inventory shows the keys ${placeWords[place]}.`,
      why: 'The answer says otherwise, and decides which ways are open. The scripts hold the nodes against it and stop.',
      source: concluded(encryptedMigrationSource),
      ...(leadsOn(answered(plan, { today: place })) && {
        fix: { label: 'Say what the inventory shows', apply: (before: Plan) => answered(before, { today: place }) },
      }),
    },
  ];
}

/** Whether a way with a runbook is open. */
function leadsOn(plan: Plan): boolean {
  const { task } = plan;
  return task.type === 'migrate' && waysOf(plan, task).some((way) => isOpen(way) && way.runbook !== undefined);
}

function oneIdentity(path: string, name: string, other: string): Finding {
  return {
    id: 'migration-one-identity',
    severity: 'error',
    path,
    message: `${name} and ${other} have the same identity.`,
    why: 'Two nodes that sign as one member both connect, without a warning, and contradict each other. Unless these are replicas under two names, stop one of them before anything else.',
    source: seen('common', 'environment/CantonNodeBootstrap.scala'),
  };
}

function otherKind({ name, kind }: ObservedNode, index: number): Finding {
  return {
    id: 'migration-kind-differs',
    severity: 'error',
    path: `nodes.${index}.kind`,
    message: `${name} is a ${kind}.`,
    why: "Its file would stand in another kind's section, and the node would start as if there were none.",
    source: concluded(encryptedMigrationSource),
    fix: {
      label: `Make it a ${kind}`,
      apply: (before) => changeNode(before, index, (node) => ({ ...node, kind })),
    },
  };
}

function inKms(name: string, path: string): Finding {
  return {
    id: 'migration-keys-in-kms',
    severity: 'error',
    path,
    message: `The keys of ${name} live in a KMS already: they are not in its database to be converted.`,
    why: 'Started with this configuration the node finds none of its keys. Nothing leads from there to keys in the database, since a KMS returns none.',
    source: seen('crypto', 'CryptoApi.scala'),
    log: 'TOPOLOGY_NO_APPROPRIATE_SIGNING_KEY_IN_STORE',
  };
}

function severalWrappers(name: string, count: number, path: string): Finding {
  return {
    id: 'migration-several-wrappers',
    severity: 'error',
    path,
    message: `The keys of ${name} are encrypted with ${count} wrapper keys: rotate them to one first.`,
    why: 'A start without wrapper-key-id fails in this state, and so does a fail-over. The task for rotation has a script that encrypts all keys with one.',
    source: wrapperKeysSource,
    log: 'FailedToGetWrapperKeyId(Found more than one distinct wrapper_key_id)',
  };
}

/** Canton counts keys in the clear as one more wrapper key. */
function partlyEncrypted(name: string, wrapper: string, path: string): Finding {
  return {
    id: 'migration-partly-encrypted',
    severity: 'error',
    path,
    message: `Some keys of ${name} are encrypted, others are in the clear.`,
    why: `A start without wrapper-key-id fails in this state. Start it once with wrapper-key-id = ${wrapper}: that encrypts the rest. Then take the inventory again.`,
    source: concluded(wrapperKeysSource),
    log: 'FailedToGetWrapperKeyId(Found more than one distinct wrapper_key_id)',
  };
}

/** A wrapper key is never changed in the configuration: the keys stay with the old one. */
function otherWrapper(node: Node, index: number, inUse: string): Finding[] {
  const { custody } = node;
  if (custody.type !== 'envelope' || custody.wrapperKey.type !== 'given') return [];
  if (custody.wrapperKey.id === '' || custody.wrapperKey.id === inUse) return [];
  return [
    {
      id: 'migration-other-wrapper',
      severity: 'error',
      path: `nodes.${index}.custody.wrapperKey.id`,
      message: `The keys of ${node.name} are encrypted with another wrapper key: ${inUse}.`,
      why: 'The node would start all the same, encrypt its next new key with this one, and not start any more once the id is taken out. Rotate the wrapper key with the command, never in the configuration.',
      source: wrapperKeysSource,
      fix: {
        label: 'Leave the wrapper key to the database',
        apply: (before) => changeNode(before, index, (old) => withWrapperKey(old, { type: 'generated' })),
      },
    },
  ];
}

function doneAlready(name: string, path: string, custody: CustodyType): Finding {
  return {
    id: 'migration-done-already',
    severity: 'note',
    path,
    message: `The keys of ${name} are ${custody === 'none' ? 'in the clear' : 'encrypted'} already: its first check will stop and say so.`,
    why: 'Nothing is left to do for it. Go on with the others, or take it out of the plan.',
    source: concluded(encryptedMigrationSource),
  };
}
