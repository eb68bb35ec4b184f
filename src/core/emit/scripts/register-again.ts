import type { KeyUsage, ObservedKey } from '../../plan/task';
import { nodeOn } from '../scala/console';
import {
  blank,
  cases,
  comment,
  type Expression,
  fn,
  ifThen,
  it,
  not,
  ref,
  type Step,
  seq,
  text,
  tuple,
  val,
  when,
} from '../scala/expression';
import { columns, next, stopIf, stopUnless } from '../scala/phrases';
import { isOfInventory, isRunning } from './preconditions';
import { announcements, defHeld, hasFingerprint, isInKms, isNamed, textOf } from './questions';
import type { Script } from './script';
import { nameOf, nodeVal, type Subject } from './subject';

/** A key of the inventory that is in a KMS. */
export type InKms = { readonly key: ObservedKey; readonly path: string };

/**
 * After a restore from an older backup: registers the KMS keys that are younger than the backup, before the node first
 * connects. Also those that are retired since: the node replays requests of their time.
 */
export function registerAgain(subject: Subject, keys: readonly InKms[]): Script {
  const { index, stem, node } = subject;
  return {
    id: `register-again-${index}`,
    name: `register-again-${stem}`,
    purpose: `Only after a restore of ${node.name}: registers the keys that are younger than the backup, before the node connects.`,
    nodes: [index],
    runs: 'manual-start',
    about: [
      "After the node's database came back from an older backup: registers the KMS keys that are younger than the backup.",
      "Run it in the node's own console, with --manual-start: connected without its keys, the node ends.",
    ],
    body: () => body(subject, keys),
  };
}

const usages = {
  namespace: 'SigningKeyUsage.NamespaceOnly',
  'sequencer-auth': 'SigningKeyUsage.SequencerAuthenticationOnly',
  signing: 'SigningKeyUsage.ProtocolOnly',
} as const satisfies Record<KeyUsage, string>;

function body(subject: Subject, keys: readonly InKms[]): readonly Step[] {
  const { at, console, settings, node } = subject;
  const signing = keys.filter(({ key }) => key.purpose === 'signing');
  const encryption = keys.filter(({ key }) => key.purpose === 'encryption');
  const [id, usage, name, fingerprint] = [ref('id'), ref('usage'), ref('name'), ref('fingerprint')];
  const usageOf = (key: ObservedKey) => {
    const all = key.usage.map((each) => console.call(usages[each]));
    const [first, ...others] = all;
    if (first === undefined) return console.call('SigningKeyUsage.ProtocolOnly');
    return others.reduce((sum, each) => sum.op('++', each), first);
  };
  const cells = ({ key, path }: InKms) => ({
    id: text(key.kmsKeyId, path),
    name: text(key.name, path),
    fingerprint: text(key.fingerprint, path),
  });
  const each = (key: Expression, known: string) => [
    columns(known, name, key.dot('fingerprint.unwrap')),
    stopIf(key.dot('fingerprint.unwrap').ne(fingerprint), 'expected ', fingerprint, ', this is another key'),
  ];
  const register = (list: string, pattern: string[], key: Expression): readonly Step[] => [
    ref(list).dot(
      'foreach',
      cases(
        when(pattern, [
          val(
            'before',
            ref('held').dot(
              'exists',
              fn('k', (k) => hasFingerprint(k.dot('publicKey'), fingerprint)),
            ),
          ),
          // What is held is left alone: a retired key that was destroyed since must not stop those that are missing.
          ifThen(ref('before'), columns('DONE BEFORE: registered', name), [
            val('key', key),
            columns('STEP 2: registered', name),
            ...each(ref('key'), 'KEY'),
          ]),
        ]),
      ),
    ),
  ];
  const connected = node.kind === 'participant' ? nodeOn(settings.release, node.kind, ref('node')) : undefined;
  return [
    nodeVal(subject, 'local'),
    comment('From the last inventory, retired keys too: id in the KMS, usage, name, fingerprint'),
    ...(signing.length === 0
      ? []
      : [
          val(
            'signingKeys',
            seq(
              ...signing.map((one) => {
                const { id: kmsId, name: called, fingerprint: print } = cells(one);
                return tuple(kmsId, usageOf(one.key), called, print);
              }),
            ),
          ),
        ]),
    ...(encryption.length === 0
      ? []
      : [
          val(
            'encryptionKeys',
            seq(
              ...encryption.map((one) => {
                const { id: kmsId, name: called, fingerprint: print } = cells(one);
                return tuple(kmsId, called, print);
              }),
            ),
          ),
        ]),
    blank,
    comment('1. Start the node without connecting it. Preconditions'),
    nodeOn(settings.release, `${node.kind}.local`, ref('node')).call('start'),
    isRunning(subject),
    stopUnless(at.call('health.has_identity'), nameOf(subject), ' has no identity: is this the restored database?'),
    ...isOfInventory(subject),
    ...(connected === undefined
      ? []
      : [
          stopIf(
            connected.call('synchronizers.list_connected').dot('nonEmpty'),
            'the node is connected: stop it and start with --manual-start',
          ),
        ]),
    defHeld(subject),
    ...(signing.length === 0 ? [] : [checked('signingKeys', ['id', 'usage', 'name', 'fingerprint'], hasUsage)]),
    ...(encryption.length === 0 ? [] : [checked('encryptionKeys', ['id', 'name', 'fingerprint'], encrypts)]),
    blank,
    comment('2. Register. The fingerprint comes out as it was: it is the digest of the public key'),
    ...(signing.length === 0
      ? []
      : register(
          'signingKeys',
          ['id', 'usage', 'name', 'fingerprint'],
          at.call('keys.secret.register_kms_signing_key', { kmsKeyId: id, usage, name }),
        )),
    ...(encryption.length === 0
      ? []
      : register(
          'encryptionKeys',
          ['id', 'name', 'fingerprint'],
          at.call('keys.secret.register_kms_encryption_key', { kmsKeyId: id, name }),
        )),
    blank,
    comment('3. The new state: what is announced, list by list, and whether the node holds it'),
    announcements(subject).dot(
      'foreach',
      fn('m', (m) =>
        m.dot('item.keys').dot(
          'foreach',
          fn('k', (k) => [
            val('here', ref('held').dot('exists', it.dot('publicKey.fingerprint').eq(k.dot('fingerprint')))),
            columns(
              'STATE',
              m.dot('context.storeId.toString'),
              m.dot('context.serial'),
              k.dot('purpose.name'),
              k.dot('fingerprint.unwrap'),
              ifThen(ref('here'), 'held', 'LOST'),
            ),
          ]),
        ),
      ),
    ),
    next('start the node as usual, then run the script that aligns its list of announced keys'),
  ];
}

function hasUsage(key: Expression): Expression {
  return key.dot('asSigningKey').dot(
    'exists',
    fn('s', (s) => ref('usage').dot('subsetOf', s.dot('usage'))),
  );
}

function encrypts(key: Expression): Expression {
  return not(key.dot('isSigning'));
}

/** What is held under one of these fingerprints or names is the key of the inventory. */
function checked(list: string, pattern: string[], isFor: (key: Expression) => Expression): Expression {
  const [id, name, fingerprint] = [ref('id'), ref('name'), ref('fingerprint')];
  return ref(list).dot(
    'foreach',
    cases(
      when(pattern, [
        ref('held')
          .dot(
            'filter',
            fn('k', (k) => hasFingerprint(k.dot('publicKey'), fingerprint)),
          )
          .dot(
            'foreach',
            fn('k', (k) =>
              stopIf(
                not(isInKms(k, id))
                  .or(textOf(k.dot('name')).ne(name))
                  .or(not(isFor(k.dot('publicKey')))),
                fingerprint,
                ' is registered with another id, name or use',
              ),
            ),
          ),
        ref('held')
          .dot(
            'filter',
            fn('k', (k) => name.dot('nonEmpty').and(isNamed(k, name))),
          )
          .dot(
            'foreach',
            fn('k', (k) =>
              stopIf(k.dot('publicKey.fingerprint.unwrap').ne(fingerprint), 'another key is called ', name),
            ),
          ),
      ]),
    ),
  );
}
