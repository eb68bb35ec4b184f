import type { ObservedKey } from '../../plan/task';
import { comment, fn, ifThen, ref, type Step, some, text, val, when } from '../scala/expression';
import { columns, stop, stopIf } from '../scala/phrases';
import type { Statement } from '../scala/tree';
import { isOurs } from './preconditions';
import type { Replacement, Row } from './replacement';
import { specValue } from './specs';
import type { Subject } from './subject';

/** How the new keys of a rotation come about. */

type Purpose = ObservedKey['purpose'];

/** What a script calls the kinds of new keys that are to differ from the old ones'. */
const specs = {
  signing: { name: 'signingSpecs', type: 'SigningKeySpec' },
  encryption: { name: 'encryptionSpecs', type: 'EncryptionKeySpec' },
} as const satisfies Record<Purpose, { name: string; type: string }>;

/** The replacements of a purpose whose new key is to be of another kind. */
function changed(purpose: Purpose, replacements: readonly Replacement[]) {
  return replacements.flatMap(({ rotation: { to, name }, path, old }) =>
    old.purpose === purpose && to.type === 'generated' && to.spec !== null ? [{ spec: to.spec, name, path }] : [],
  );
}

/** The kinds of new keys that are to differ from the old ones', by the names of the new keys. */
export function otherSpecs({ settings }: Subject, replacements: readonly Replacement[]): readonly Step[] {
  return (['signing', 'encryption'] as const).flatMap((purpose) => {
    const entries = changed(purpose, replacements).flatMap(({ spec, name, path }) => {
      const value = specValue(purpose, spec, settings.release);
      return value === undefined ? [] : [text(name, `${path}.name`).op('->', value)];
    });
    const { name, type } = specs[purpose];
    return entries.length === 0
      ? []
      : [
          comment('New keys of another kind than the old ones'),
          val(name, ref('Map').of(...entries), { type: `Map[String, ${type}]` }),
        ];
  });
}

/**
 * `make(old, name, id)`: the new key, with the usage of the old one; registered, or made by the node. A key of a wrong
 * kind is refused here, before the topology changes.
 */
export function defMake(subject: Subject, replacements: readonly Replacement[]): Statement {
  const { at } = subject;
  const [name, id] = [ref('name'), ref('id')];
  const someMade = replacements.some(({ rotation }) => rotation.to.type === 'generated');
  const someGiven = replacements.some(({ rotation }) => rotation.to.type === 'given');
  const guard = someMade ? id.dot('nonEmpty') : undefined;
  const usage = ref('k').dot('usage');
  const signing = { name: 'k', type: 'SigningPublicKey' } as const;
  const encryption = { name: 'k', type: 'EncryptionPublicKey' } as const;
  const keySpec = (purpose: Purpose) => {
    const same = ref('k').dot('keySpec');
    return some(
      changed(purpose, replacements).length > 0 ? ref(specs[purpose].name).dot('getOrElse', name, same) : same,
    );
  };
  const given = [
    when(signing, at.call('keys.secret.register_kms_signing_key', { kmsKeyId: id, usage, name }), guard),
    when(encryption, at.call('keys.secret.register_kms_encryption_key', { kmsKeyId: id, name }), guard),
  ];
  const made = [
    when(signing, at.call('keys.secret.generate_signing_key', { name, usage, keySpec: keySpec('signing') })),
    when(encryption, at.call('keys.secret.generate_encryption_key', { name, keySpec: keySpec('encryption') })),
  ];
  return {
    kind: 'def',
    name: 'make',
    params: [
      { name: 'old', type: 'PublicKey' },
      { name: 'name', type: 'String' },
      { name: 'id', type: 'String' },
    ],
    type: 'PublicKey',
    value: ref('old').match(
      ...(someGiven ? given : []),
      ...(someMade ? made : []),
      when('_', stop('neither a signing nor an encryption key')),
    ).tree,
  };
}

/** The new key of a row: the one an earlier run made, or a new one. Leaves it in `newKey`. */
export function makeKey(subject: Subject, step: string, { name, id, usage, oldKey }: Row): readonly Step[] {
  return [
    val(
      'known',
      ref('named')
        .of(name)
        .dot('headOption')
        .dot(
          'map',
          fn('k', (k) => k.dot('publicKey')),
        ),
    ),
    val('newKey', ref('known').dot('getOrElse', ref('make').of(oldKey.dot('get'), name, id))),
    ifThen(
      ref('known').dot('isEmpty'),
      columns(`STEP ${step}: made known`, name, ref('newKey').dot('fingerprint.unwrap')),
      columns('DONE BEFORE: made known', name, ref('newKey').dot('fingerprint.unwrap')),
    ),
    stopIf(
      ref('usageOf').of(ref('newKey')).ne(usage),
      name,
      ' is for ',
      ref('usageOf').of(ref('newKey')),
      ', not for ',
      usage,
    ),
    ...isOurs(subject, ref('newKey')),
  ];
}
