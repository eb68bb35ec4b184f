import type { ObservedKey } from '../../plan/task';
import { nodeOn } from '../scala/console';
import {
  blank,
  cases,
  comment,
  type Expression,
  fn,
  ifThen,
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
import { announcements, defHeld, hasFingerprint, holds, isHeld, isInKms, isNamed, textOf } from './questions';
import type { Script } from './script';
import { usageValue } from './specs';
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

/** One table and one loop a purpose: their commands take different arguments. */
type Kind = {
  readonly list: string;
  readonly cells: readonly string[];
  readonly keys: readonly InKms[];
  readonly row: (key: InKms) => Expression;
  /** Whether a held public key is for the same. */
  readonly isFor: (key: Expression) => Expression;
  readonly register: Expression;
};

function kindsOf({ at, console }: Subject, keys: readonly InKms[]): readonly Kind[] {
  const [kmsKeyId, usage, name] = [ref('id'), ref('usage'), ref('name')];
  const cell = ({ path }: InKms, content: string) => text(content, path);
  const kinds: readonly Kind[] = [
    {
      list: 'signingKeys',
      cells: ['id', 'usage', 'name', 'fingerprint'],
      keys: keys.filter(({ key }) => key.purpose === 'signing'),
      row: (one) =>
        tuple(
          cell(one, one.key.kmsKeyId),
          usageOf(one.key, console),
          cell(one, one.key.name),
          cell(one, one.key.fingerprint),
        ),
      isFor: hasUsage,
      register: at.call('keys.secret.register_kms_signing_key', { kmsKeyId, usage, name }),
    },
    {
      list: 'encryptionKeys',
      cells: ['id', 'name', 'fingerprint'],
      keys: keys.filter(({ key }) => key.purpose === 'encryption'),
      row: (one) => tuple(cell(one, one.key.kmsKeyId), cell(one, one.key.name), cell(one, one.key.fingerprint)),
      isFor: (key) => not(key.dot('isSigning')),
      register: at.call('keys.secret.register_kms_encryption_key', { kmsKeyId, name }),
    },
  ];
  return kinds.filter((kind) => kind.keys.length > 0);
}

function usageOf({ usage }: ObservedKey, console: Subject['console']): Expression {
  const [first = 'signing', ...others] = usage;
  return others.reduce((sum, each) => sum.op('++', usageValue(each, console)), usageValue(first, console));
}

function body(subject: Subject, keys: readonly InKms[]): readonly Step[] {
  const { at, settings, node } = subject;
  const kinds = kindsOf(subject, keys);
  const connected = node.kind === 'participant' ? nodeOn(settings.release, node.kind, ref('node')) : undefined;
  return [
    nodeVal(subject, 'local'),
    comment('From the last inventory, retired keys too: id in the KMS, usage, name, fingerprint'),
    ...kinds.map((kind) => val(kind.list, seq(...kind.keys.map(kind.row)))),
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
    ...kinds.map(checked),
    blank,
    comment('2. Register. The fingerprint comes out as it was: it is the digest of the public key'),
    ...kinds.map(registered),
    blank,
    comment('3. The new state: what is announced, list by list, and whether the node holds it'),
    announcements(subject).dot(
      'foreach',
      fn('m', (m) =>
        m.dot('item.keys').dot(
          'foreach',
          fn('k', (k) => [
            val('here', isHeld(k)),
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

/** What is held is left alone: a retired key that was destroyed since must not stop those that are missing. */
function registered({ list, cells, register }: Kind): Expression {
  const [name, fingerprint] = [ref('name'), ref('fingerprint')];
  const made = ref('key').dot('fingerprint.unwrap');
  return ref(list).dot(
    'foreach',
    cases(
      when(cells, [
        val('before', holds(fingerprint)),
        ifThen(ref('before'), columns('DONE BEFORE: registered', name), [
          val('key', register),
          columns('STEP 2: registered', name),
          columns('KEY', name, made),
          stopIf(made.ne(fingerprint), 'expected ', fingerprint, ', this is another key'),
        ]),
      ]),
    ),
  );
}

function hasUsage(key: Expression): Expression {
  return key.dot('asSigningKey').dot(
    'exists',
    fn('s', (s) => ref('usage').dot('subsetOf', s.dot('usage'))),
  );
}

/** What is held under one of these fingerprints or names is the key of the inventory. */
function checked({ list, cells, isFor }: Kind): Expression {
  const [id, name, fingerprint] = [ref('id'), ref('name'), ref('fingerprint')];
  return ref(list).dot(
    'foreach',
    cases(
      when(cells, [
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
