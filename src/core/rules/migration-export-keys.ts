import { announcedKeysSeen, announcedKeysSource, keyRotationSource, namespaceKeySource } from '../canton/key-care';
import { keyExportSource } from '../canton/migration';
import { concluded } from '../canton/sources';
import type { KeyUsage, ObservedKey, ObservedNode } from '../plan/task';
import type { Finding } from './finding';
import { roleNames } from './node-keys';

/** What an inventory shows of an old node whose keys are to be taken along, against what can come. */
export function oldKeyFindings(observed: ObservedNode, path: string): readonly Finding[] {
  const { name, keys } = observed;
  const announced = keys.filter(({ mapped }) => mapped);
  const aside = keys.filter(({ mapped, root }) => !mapped && !root);
  const intermediate = aside.filter(({ usage }) => usage.includes('namespace'));
  const retired = aside.length - intermediate.length;
  const crowded = crowdedUses(announced);
  return [
    ...(keys.length > 0 && !keys.some(({ root }) => root) ? [withoutRoot(name, path)] : []),
    ...(announced.some(({ usage }) => usage.length > 1) ? [severalUses(name, path)] : []),
    ...(crowded.length > 0 ? [severalOfOneUse(name, crowded, path)] : []),
    ...(intermediate.length > 0 ? [intermediateStays(name, path)] : []),
    ...(retired > 0 ? [retiredStay(name, retired, path)] : []),
  ];
}

type Use = KeyUsage | 'encryption';

/** The uses for which a node has announced more than one key. */
function crowdedUses(announced: readonly ObservedKey[]): readonly Use[] {
  const counts = new Map<Use, number>();
  // What is for several uses is told by itself: it can't come along as it is.
  for (const { purpose, usage } of announced.filter((key) => key.usage.length < 2)) {
    const use = purpose === 'encryption' ? purpose : usage[0];
    if (use !== undefined) counts.set(use, (counts.get(use) ?? 0) + 1);
  }
  return [...counts].flatMap(([use, count]) => (count > 1 ? [use] : []));
}

function withoutRoot(name: string, path: string): Finding {
  return {
    id: 'migration-root-not-held',
    severity: 'error',
    path,
    message: `${name} does not hold the root key of its namespace: there is nothing to take along.`,
    why: 'The new node joins the namespace with the root key, and the export script stops without it. Where that key is kept offline, whoever keeps it can sign a delegation for a new node with a key of its own, which these files don’t do; or take the way that moves the external parties.',
    source: concluded(keyExportSource),
  };
}

/** One key of the KMS is registered for one use: the identity script could be given no second id that fits. */
function severalUses(name: string, path: string): Finding {
  return {
    id: 'migration-key-of-several-uses',
    severity: 'error',
    path,
    message: `${name} has announced a key that is for more than one use.`,
    why: 'A key of the KMS is registered for one use, and the new node takes one for each: the export script stops. Before the export, in the console of the old node: make a key for each use (keys.secret.generate_signing_key), announce them (topology.owner_to_key_mappings.add_key), and withdraw this one (remove_key); if it is the root key as well, it stays that. Then take the inventory again.',
    source: announcedKeysSource,
  };
}

function severalOfOneUse(name: string, uses: readonly Use[], path: string): Finding {
  return {
    id: 'migration-several-announced',
    severity: 'error',
    path,
    message: `${name} has announced several keys of one use (${uses.map((use) => roleNames[use]).join(', ')}): one of them can come along.`,
    why: 'The new node registers one for each use, and nothing tells which of them it should be: the export script stops. A rotation that was left half done looks like this. Withdraw all but one first (the task for rotation finishes it, or topology.owner_to_key_mappings.remove_key does), and take the inventory again.',
    source: announcedKeysSource,
  };
}

function intermediateStays(name: string, path: string): Finding {
  return {
    id: 'migration-intermediate-stays',
    severity: 'warning',
    path,
    message: `An intermediate namespace key of ${name} does not come along.`,
    why: 'The root key and what is announced are exported, nothing else. Its delegation goes on: whoever has the old database can sign for the namespace with it. Plan an intermediate key of its own for the new node, and revoke the old delegation with the root key once the old node is stopped for good.',
    source: concluded(namespaceKeySource),
  };
}

function retiredStay(name: string, count: number, path: string): Finding {
  return {
    id: 'migration-retired-stay',
    severity: 'note',
    path,
    message: `${count === 1 ? 'A key' : `${count} keys`} that ${name} holds and has not announced ${count === 1 ? 'does' : 'do'} not come along.`,
    why: 'Retired keys read and prove what was sent while they were in use. The new participant begins now and needs none of them; the old one would, if it had to be started again. Keep its database as long as that may be.',
    source: keyRotationSource,
  };
}

/** Announced keys without their private halves: what a node on the move shows after a restore from an older backup. */
export function lostKeys({ name, lost }: ObservedNode, taken: boolean, path: string): Finding {
  const keys = lost.length === 1 ? 'a key that it does' : `${lost.length} keys that it does`;
  return {
    id: 'migration-keys-lost',
    severity: taken ? 'error' : 'warning',
    path,
    message: `${name} has announced ${keys} not hold.`,
    why: `So it looks after a restore from an older backup. ${
      taken
        ? 'The export script stops at such a key. '
        : 'The node fails to sign with it, may end, and what it changes about its keys is lost. '
    }Put the node in order before it moves: the task for rotation has scripts for after a restore, and a key that is lost for good is withdrawn.`,
    source: announcedKeysSeen,
    log: 'MissingKeysAlerter: ... this key is not present in the private crypto store',
  };
}
