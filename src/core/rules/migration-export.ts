import { firstKeysSource } from '../canton/key-care';
import { keyExportSource, localPartiesSource, oldIdentitySource } from '../canton/migration';
import { concluded } from '../canton/sources';
import { withKeysBy } from '../plan/edit-keys';
import { freshName } from '../plan/fresh-name';
import type { Node } from '../plan/node';
import { observedCustody } from '../plan/observed';
import type { Plan } from '../plan/plan';
import type { Migrate, ObservedNode } from '../plan/task';
import { changeNode } from './change';
import type { Finding } from './finding';
import { oldKeyFindings } from './migration-export-keys';
import { importedFindings } from './migration-imported';
import { type Pair, pairsOf } from './migration-pairs';
import { isGivenKeys } from './scripts';

/** Keys that are taken along: what the new node must be to join the old namespace beside the old node, and who comes along. */
export function exportFindings(plan: Plan, task: Migrate): readonly Finding[] {
  if (task.way.type !== 'export') return [];
  const pairs = pairsOf(plan, task);
  return [
    ...unseen(pairs),
    ...externalParties(task),
    ...pairs.flatMap((pair) => [
      ...oldEnd(pair),
      ...(pair.next?.node.custody.type === 'external' ? newEnd(plan, task, pair) : []),
    ]),
  ];
}

function oldEnd({ old, seen, at }: Pair): readonly Finding[] {
  const inKms = old?.node.custody.type === 'external' || (seen && observedCustody(seen.observed)) === 'external';
  if (inKms) return [fromKms(`task.way.moves.${at}.from`, old?.node.name ?? '')];
  return seen === undefined ? [] : oldKeyFindings(seen.observed, `task.inventory.${seen.row}`);
}

function newEnd(plan: Plan, task: Migrate, pair: Pair): readonly Finding[] {
  const { next, at } = pair;
  if (next === undefined) return [];
  if (!isGivenKeys(next.node)) return [madeByCanton(`task.way.moves.${at}.to`, next.node.name, next.index)];
  const taken = identifiersOf(pair, task.inventory);
  return [
    ...(taken.has(identifierOf(next.node)) ? [taking(pair.from, next.node, next.index, taken)] : []),
    ...importedFindings(plan, pair),
  ];
}

function identifierOf({ identifier, name }: Node): string {
  return identifier === '' ? name : identifier;
}

/** What stands before `::` in the identities of the old node and of all others that were seen in its namespace. */
function identifiersOf({ old, seen }: Pair, inventory: readonly ObservedNode[]): ReadonlySet<string> {
  if (seen === undefined) return new Set(old === undefined ? [] : [identifierOf(old.node)]);
  const { observed } = seen;
  const members = inventory.filter(({ namespace }) => namespace !== '' && namespace === observed.namespace);
  return new Set([observed, ...members].map(({ uid, name }) => (uid.split('::')[0] ?? '') || name));
}

function taking(from: string, node: Node, index: number, taken: ReadonlySet<string>): Finding {
  return {
    id: 'migration-same-identifier',
    severity: 'error',
    path: `nodes.${index}.identifier`,
    message: `${identifierOf(node)} is taken in the namespace of ${from}: the new node needs an identifier of its own.`,
    why: 'With the root key of the old node and its identifier the new one is the same participant, begun anew with an empty database. It would have to answer for what came before, with keys that are retired by now, and its process ends where one is missing; what it changes about its keys says that it succeeded and is lost. If both run, both are believed, and nobody warns. Under another identifier the parties of the namespace keep their names all the same.',
    source: oldIdentitySource,
    fix: {
      label: 'Give it an identifier of its own',
      apply: (before) =>
        changeNode(before, index, (old) => ({
          ...old,
          identifier: taken.has(old.name) ? freshName(taken, old.name) : '',
        })),
    },
  };
}

function madeByCanton(path: string, name: string, index: number): Finding {
  return {
    id: 'migration-export-keys-generated',
    severity: 'error',
    path,
    message: `${name} is planned with keys that Canton makes: nothing of the old node would come along.`,
    why: 'At its first start it would make a root key of its own, and with that a namespace that no party of the old node is in. An identity can’t be changed any more, only an empty database undoes it. The keys that were imported are given to it by their ids.',
    source: firstKeysSource,
    fix: {
      label: 'Give it the keys that are imported',
      apply: (before) => changeNode(before, index, (node) => withKeysBy(node, 'given')),
    },
  };
}

function fromKms(path: string, name: string): Finding {
  return {
    id: 'migration-export-from-kms',
    severity: 'error',
    path,
    message: `The keys of ${name} are in a KMS already: they can’t be exported.`,
    why: 'No KMS returns a private key, and the export script stops at the first one. Only keys that were imported and of which a copy was kept could go on to another KMS, from that copy. Else a new node with new keys takes over the external parties.',
    source: keyExportSource,
  };
}

/** Said once for all: right after the way is chosen it is so for every node. */
function unseen(pairs: readonly Pair[]): Finding[] {
  const names = pairs.flatMap(({ from, seen }) => (seen === undefined && from !== '' ? [from] : []));
  if (names.length === 0) return [];
  const more = names.length > 3 ? ` and ${names.length - 2} more` : '';
  return [
    {
      id: 'migration-export-unseen',
      severity: 'warning',
      path: 'task.way.moves',
      message: `No inventory shows the keys of ${names.slice(0, more === '' ? 3 : 2).join(', ')}${more}.`,
      why: 'So nobody has looked whether the KMS can hold them, which of them have to be replaced before, and whether the root key is there at all: the scripts find that out when they stop. That two ids are mixed up no script can see then. Run inventory.sc against the old nodes and paste what it prints; it changes nothing.',
      source: concluded(keyExportSource),
    },
  ];
}

function externalParties({ facts: { parties } }: Migrate): Finding[] {
  if (parties !== 'both') return [];
  return [
    {
      id: 'migration-external-parties',
      severity: 'warning',
      path: 'task.facts.parties',
      message: 'External parties are not in the namespace that comes along: each has to sign for its new host.',
      why: 'The new node can speak for parties of its own namespace alone. One with keys and a namespace of its own stays with the old node, and is out of reach once that is stopped. The way “Move the external parties to a new node” has the steps; take it for them before the old node goes.',
      source: localPartiesSource,
    },
  ];
}
