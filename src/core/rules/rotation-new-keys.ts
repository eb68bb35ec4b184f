import { firstKeysSource, keyCommandsSource, registeredOnceSource, registeringSource } from '../canton/key-care';
import { longestKeyId } from '../canton/key-ids';
import { concluded } from '../canton/sources';
import { purposeOf } from '../plan/observed';
import type { Path } from '../plan/plan';
import type { KeyRotation, ObservedKey } from '../plan/task';
import type { Finding } from './finding';
import { kinds } from './format-kinds';
import { problems } from './formats';
import { identitiesOf } from './key-identity';
import { type KeyPlace, rewrite } from './key-place';
import { idFindings, roleNames } from './node-keys';
import { registersOnlyWithKms } from './own-keys';
import type { Context, Holder } from './rotation-context';
import { changeKey, type Target } from './rotation-rows';

export type NewKey = { readonly found: readonly Finding[]; readonly identities: readonly string[] };

/** A key of the KMS that is to take the place of one of a node's own. */
export function newKeyFindings(
  row: KeyRotation,
  id: string,
  at: Path,
  index: number,
  target: Target,
  old: ObservedKey | undefined,
  context: Context,
): NewKey {
  const path = `${at}.to.kmsKeyId`;
  const { custody } = target.seen;
  if (custody !== undefined && custody !== 'external') return { found: [notHeldByKms(path, index)], identities: [] };
  if (id === '') return { found: [missing(path)], identities: [] };
  const { kms } = target.planned;
  if (kms === undefined) return { found: [], identities: [] };
  const format = problems('', [{ at: path, text: id, kind: kinds.givenKeyId }]);
  if (id.length > longestKeyId) return { found: format, identities: [] };
  const place: KeyPlace = {
    id,
    path,
    kmsIndex: context.plan.kms.indexOf(kms),
    use: 'node-key',
    put: (plan, other) => changeKey(plan, index, (before) => ({ ...before, to: { type: 'given', kmsKeyId: other } })),
  };
  const identities = identitiesOf(kms, id);
  const wraps = identities.flatMap((identity) => context.wrapping.get(identity) ?? [])[0];
  const holders = identities.flatMap((identity) => context.holders.get(identity) ?? []);
  const { name } = target.seen.observed;
  const stranger = holders.find(({ node }) => node !== name);
  const own = holders.find(({ node }) => node === name);
  return {
    found: [
      ...format,
      ...idFindings(context.plan, kms, place),
      ...(wraps === undefined ? [] : [wrapsKeys(wraps, path)]),
      ...(stranger === undefined ? [] : [ofAnotherNode(stranger, path)]),
      ...(own === undefined || old === undefined ? [] : registered(own.key, row, old, place)),
    ],
    identities,
  };
}

function missing(path: Path): Finding {
  return {
    id: 'new-key-missing',
    severity: 'error',
    path,
    message: "Write the KMS's id of the new key, or let the node generate one.",
    why: 'The script has nothing to register.',
    source: keyCommandsSource,
  };
}

function notHeldByKms(path: Path, index: number): Finding {
  return {
    ...registersOnlyWithKms,
    id: 'kms-key-for-stored-keys',
    severity: 'error',
    path,
    message: 'This node keeps its keys itself: it cannot take one of a KMS.',
    why: 'Only a node whose keys live in the KMS can register one there. Let the node generate the new key.',
    fix: {
      label: 'Let the node generate it',
      apply: (plan) => changeKey(plan, index, (row) => ({ ...row, to: { type: 'generated', spec: null } })),
    },
  };
}

function wrapsKeys(node: string, path: Path): Finding {
  return {
    id: 'new-key-wraps',
    severity: 'error',
    path,
    message: `This is the wrapper key of ${node}: it neither signs nor decrypts for a node.`,
    why: 'A wrapper key is symmetric. The registration is refused, and nothing is changed.',
    source: registeringSource,
    log: 'The selected key is defined for ENCRYPT_DECRYPT and not for signing',
  };
}

function ofAnotherNode({ node, key }: Holder, path: Path): Finding {
  return {
    id: 'new-key-of-another-node',
    severity: 'error',
    path,
    message: `${node} holds this key, as its ${roleNames[purposeOf(key)]} key.`,
    why: 'Each of the two could act in the name of the other. Canton does not warn; the script looks at who has announced the key, once it is registered, and would leave it behind as an orphan.',
    source: firstKeysSource,
  };
}

/** A key that the node knows already: the one to be replaced, another one, or what an earlier run registered. */
function registered(key: ObservedKey, row: KeyRotation, old: ObservedKey, place: KeyPlace): Finding[] {
  const { path } = place;
  if (key.fingerprint === old.fingerprint) {
    return [
      {
        id: 'key-rotated-to-itself',
        severity: 'error',
        path,
        message: 'This is the key that is to be replaced.',
        why: 'A key of the KMS has one fingerprint, whichever way its id is written: it is announced already, and nothing would be rotated. Another key is needed.',
        source: registeredOnceSource,
        log: 'The owner-to-key mapping already contains the specified keys to add',
      },
    ];
  }
  if (purposeOf(key) !== purposeOf(old) || (row.name !== '' && key.name !== row.name)) {
    const is = `as ${key.name === '' ? 'a key without a name' : key.name}, for ${roleNames[purposeOf(key)]}`;
    return [
      {
        id: 'new-key-registered-otherwise',
        severity: 'error',
        path,
        message: `The node has this key registered ${is}.`,
        why: 'A key is registered once, for one use and under one name, and may stay so even after it was deleted. Another registration is refused; with another use a rotation to it would take the good key away and could not be repaired.',
        source: registeredOnceSource,
        log: 'Existing public key for ... is different than inserted key',
      },
    ];
  }
  if (key.kmsKeyId === place.id) return [];
  return [
    {
      id: 'new-key-spelled-otherwise',
      severity: 'warning',
      path,
      message: 'The node knows this key under another form of its id.',
      why: 'The script looks for what an earlier run registered by the id as it was written then, and would not find it. Canton keeps the first form and logs an error.',
      source: concluded(registeredOnceSource),
      log: 'Existing fingerprint ... has existing kms_key_id ...',
      fix: rewrite(place, key.kmsKeyId),
    },
  ];
}
