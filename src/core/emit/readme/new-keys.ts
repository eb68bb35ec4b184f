import { defaultNeed, type KeyNeed, keyNeed, keyNeedWords, wrapperNeeds } from '../../canton/key-specs';
import { wrapperKeySource } from '../../canton/modes';
import { encryptionKeys, kmsSupportSource, loggedAs, signingKeys } from '../../canton/schemes';
import type { Node } from '../../plan/node';
import { purposeOf } from '../../plan/observed';
import type { ObservedKey, Rotate } from '../../plan/task';
import { type Block, paragraph, said, type Text } from '../markdown/printer';
import { type Settings, type UsedKms, usedBy } from '../settings';
import { type KeyId, type Role, roleWords } from './brought-keys';
import { registrationRules } from './key-needs';
import { kmsName } from './names';

/** A key of a KMS that comes with a rotation. */
export type NewKey = {
  readonly node: Node;
  readonly used: UsedKms;
  readonly role: Role;
  /** Nothing: the node makes it. */
  readonly id: KeyId | undefined;
  readonly need: KeyNeed | undefined;
};

/** The keys of a KMS that come with a rotation; those that nodes keep themselves are not among them. */
export function newKeys(settings: Settings, task: Rotate): readonly NewKey[] {
  const { nodes, release } = settings.plan;
  // Of nodes with the same name the first counts.
  const named = new Map([...nodes].reverse().map((node) => [node.name, node]));
  const seen = new Map([...task.inventory].reverse().map(({ name, keys }) => [name, keys]));
  const keys = task.keys.flatMap(({ node: name, fingerprint, to }, at): NewKey[] => {
    const node = named.get(name);
    const used = node && usedBy(settings, node);
    const old = seen.get(name)?.find((key) => key.fingerprint === fingerprint);
    if (used === undefined || old === undefined || node?.custody.type !== 'external') return [];
    const id = to.type === 'given' ? { code: to.kmsKeyId, from: `task.keys.${at}.to.kmsKeyId` } : undefined;
    return [{ node, used, role: purposeOf(old), id, need: needOf(old, node, used, release) }];
  });
  const wrappers = task.wrappers.flatMap(({ node: name, to }, at): NewKey[] => {
    const node = named.get(name);
    const used = node && usedBy(settings, node);
    if (used === undefined || node?.custody.type !== 'envelope') return [];
    const id = to.type === 'given' ? { code: to.id, from: `task.wrappers.${at}.to.id` } : undefined;
    return [{ node, used, role: 'wrapper', id, need: wrapperNeeds[used.kms.type] }];
  });
  return [...keys, ...wrappers];
}

/** Of the kind of the old key, as the inventory tells it; where it doesn't, of the kind that the node has by default. */
function needOf(old: ObservedKey, { schemes }: Node, { kms }: UsedKms, release: Settings['release']) {
  const purpose = purposeOf(old);
  const chosen = { signing: schemes.signingKeys.default, encryption: schemes.encryptionKeys.default };
  if (purpose === 'encryption') {
    const spec = encryptionKeys.find((key) => loggedAs(key) === old.spec);
    return spec === undefined ? defaultNeed(kms.type, purpose, chosen, release) : keyNeed(kms.type, purpose, spec);
  }
  const spec = signingKeys.find((key) => loggedAs(key) === old.spec);
  return spec === undefined ? defaultNeed(kms.type, purpose, chosen, release) : keyNeed(kms.type, purpose, spec);
}

/** More keys than this are not listed one by one. */
const mostKeys = 100;

/** What the keys must be that a rotation takes as they are made beforehand. */
export function newKeysToMake(settings: Settings, keys: readonly NewKey[]): readonly Block[] {
  const given = keys.filter(({ id }) => id !== undefined);
  const byKms = settings.used.flatMap((used) => {
    const own = given.filter((key) => key.used === used);
    return own.length === 0 ? [] : [{ used, own }];
  });
  const registered = given.filter(({ role }) => role !== 'wrapper');
  const [first] = registered;
  return [
    ...byKms.flatMap(({ used, own }) => table(settings, used, own)),
    ...(first === undefined
      ? []
      : registrationRules(
          registered.map(({ used }) => used),
          kmsSupportSource(first.used.kms.type, settings.release),
        )),
  ];
}

function table({ release }: Settings, used: UsedKms, keys: readonly NewKey[]): readonly Block[] {
  const { type } = used.kms;
  const words = keyNeedWords[type];
  const rows = keys
    .slice(0, mostKeys)
    .map(({ node, role, id, need }): readonly Text[] => [
      [{ code: node.name }],
      [said(roleWords[role], role === 'wrapper' ? wrapperKeySource : kmsSupportSource(type, release))],
      ...(need === undefined ? ['of the kind of the old key', ''] : [[{ code: need.spec }], [{ code: need.use }]]),
      id === undefined ? '' : [id],
    ]);
  const more = keys.length - rows.length;
  return [
    paragraph('In ', ...kmsName(used.kms, `kms.${used.index}`), ':'),
    { kind: 'table', head: ['Node', 'New key for', words.spec, words.use, 'Id'], rows },
    ...(more === 0 ? [] : [paragraph(`${more} more keys stand in `, { code: 'plan.json' }, '.')]),
  ];
}
