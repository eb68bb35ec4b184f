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
  val,
  when,
} from '../scala/expression';
import { columns, next, stopIf, stopUnless } from '../scala/phrases';
import { type InKms, type Kind, kindsOf } from './kinds-in-kms';
import { isOfInventory, isRunning } from './preconditions';
import { announcements, defHeld, hasFingerprint, holds, isHeld, isInKms, isNamed, textOf } from './questions';
import type { Script } from './script';
import { nameOf, nodeVal, type Subject } from './subject';

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
    ...areAllHeld(kinds),
    next('start the node as usual, then run the script that aligns its list of announced keys'),
  ];
}

/**
 * What is held is left alone: a retired key that was destroyed since must not stop those that are missing. One that is
 * missing and destroyed must not stop those after it: it is named at the end.
 */
function registered({ list, cells, register }: Kind): Expression {
  const [name, id, fingerprint] = [ref('name'), ref('id'), ref('fingerprint')];
  const made = ref('key').dot('fingerprint.unwrap');
  return ref(list).dot(
    'foreach',
    cases(
      when(cells, [
        val('before', holds(fingerprint)),
        val('made', ifThen(ref('before'), ref('None'), ref('scala').dot('util.Try', register).dot('toOption'))),
        ifThen(ref('before'), columns('DONE BEFORE: registered', name)),
        ref('made').dot(
          'foreach',
          fn('key', () => [
            columns('STEP 2: registered', name),
            columns('KEY', name, made),
            stopIf(made.ne(fingerprint), 'expected ', fingerprint, ', this is another key'),
          ]),
        ),
        ifThen(
          not(ref('before')).and(ref('made').dot('isEmpty')),
          columns('STEP 2: NOT REGISTERED', name, id, fingerprint),
        ),
      ]),
    ),
  );
}

/** Stops when a key did not come back: without it the node must not connect. */
function areAllHeld(kinds: readonly Kind[]): readonly Step[] {
  const wanted = kinds.map(({ list, cells }) => ref(list).dot('map', it.dot(`_${cells.length}`)));
  const lacking = fn('f', (f) => holds(f));
  return [
    val('missing', wanted.reduce((all, more) => all.op('++', more)).dot('filterNot', lacking)),
    stopIf(
      ref('missing').dot('nonEmpty'),
      'not registered: ',
      ref('missing').dot('mkString', ', '),
      '; the log of the node says why. Do not let it connect: run this script again when the KMS has these keys',
    ),
  ];
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
