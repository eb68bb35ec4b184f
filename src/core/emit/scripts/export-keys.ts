import type { KmsType } from '../../canton/schemes';
import { holdableSpecs } from '../../plan/holdable';
import {
  blank,
  cases,
  comment,
  concat,
  type Expression,
  fn,
  imported,
  it,
  ref,
  type Step,
  seq,
  text,
  tuple,
  val,
  when,
} from '../scala/expression';
import { columns, next, stop, stopIf, stopUnless } from '../scala/phrases';
import { isInitialised, isOfInventory } from './preconditions';
import { defHeld, defMapped, defUsageOf, rootOf, textOf } from './questions';
import type { Script } from './script';
import { nameOf, nodeVal, type Subject } from './subject';

/** The folder that the keys of a node are written into, beside the console that writes them. */
export function exportFolder(stem: string): string {
  return `exported-keys-${stem}`;
}

/** What a private key is written as: nothing else is taken by a KMS. */
const pkcs8 = 'DER-encoded PKCS #8 PrivateKeyInfo';

/**
 * Writes the private keys of a node into files, for the import into a KMS.
 * @param type the KMS they go to: a key that it can't hold stops the script before anything is written
 */
export function exportKeys(subject: Subject, type: KmsType): Script {
  const { index, stem, node } = subject;
  return {
    id: `export-keys-${index}`,
    name: `export-keys-${stem}`,
    purpose: `Writes the private keys of ${node.name} into files, for the import into the KMS. They are in the clear.`,
    nodes: [index],
    runs: 'remote',
    about: [
      'Writes the private keys of the node into files, for the import into a KMS. It changes nothing on the node.',
      'The files are written where this console runs, and they hold the keys in the clear: use a machine of your own, whose disk is encrypted.',
      'Nothing is overwritten. A second run stops.',
    ],
    body: () => body(subject, type),
  };
}

function body(subject: Subject, type: KmsType): readonly Step[] {
  const { at, settings, stem } = subject;
  const folder = ref('folder');
  const held = ref('held');
  const fingerprint = (k: Expression) => k.dot('publicKey.fingerprint.unwrap');
  const isWanted = fn('k', (k) =>
    fingerprint(k)
      .eq(rootOf(subject))
      .or(ref('mapped').dot('exists', it.dot('fingerprint').eq(k.dot('publicKey.fingerprint')))),
  );
  return [
    imported('java.nio.file.{Files, Paths, StandardOpenOption}'),
    imported('java.nio.file.attribute.PosixFilePermissions'),
    nodeVal(subject),
    val(
      'folder',
      ref('Paths')
        .dot('get', text(exportFolder(stem)))
        .dot('toAbsolutePath'),
    ),
    comment('The kinds of keys that the KMS can hold'),
    val('holdable', ref('Set').of(...holdableSpecs(type, settings.release).map((spec) => text(spec)))),
    blank,
    comment('1. The node, and its keys: the root of its namespace, and those that it has announced'),
    ...isInitialised(subject),
    ...isOfInventory(subject),
    defHeld(subject),
    defMapped(subject),
    defUsageOf(),
    val('wanted', held.dot('filter', isWanted)),
    stopIf(
      held.dot('exists', it.dot('kmsKeyId.isDefined')),
      nameOf(subject),
      ' holds keys that are in a KMS, and never leave it',
    ),
    stopUnless(
      ref('wanted').dot(
        'exists',
        fn('k', (k) => fingerprint(k).eq(rootOf(subject))),
      ),
      nameOf(subject),
      ' does not hold the root key of its namespace: without it there is no namespace to take along',
    ),
    ref('mapped').dot(
      'foreach',
      fn('k', (k) =>
        stopUnless(
          ref('wanted').dot('exists', it.dot('publicKey.fingerprint').eq(k.dot('fingerprint'))),
          nameOf(subject),
          ' does not hold ',
          k.dot('fingerprint.unwrap'),
          ', which it has announced',
        ),
      ),
    ),
    oneForEachUse(subject),
    val(
      'specs',
      ref('wanted').dot(
        'map',
        fn('k', (k) =>
          k
            .dot('publicKey')
            .match(
              when({ name: 's', type: 'SigningPublicKey' }, tuple(k, 'signing', ref('s').dot('keySpec.name'))),
              when({ name: 'e', type: 'EncryptionPublicKey' }, tuple(k, 'encryption', ref('e').dot('keySpec.name'))),
              when('other', stop('unknown kind of key ', ref('other').dot('fingerprint.unwrap'))),
            ),
        ),
      ),
    ),
    ref('specs').dot(
      'foreach',
      cases(
        when(
          ['k', 'purpose', 'spec'],
          stopUnless(
            ref('holdable').dot('contains', concat(ref('purpose'), ' ', ref('spec'))),
            'the KMS can not hold ',
            fingerprint(ref('k')),
            ', a key for ',
            ref('purpose'),
            ' of the kind ',
            ref('spec'),
            ': replace it first',
          ),
        ),
      ),
    ),
    blank,
    comment('2. The place for the files: new, and nothing is overwritten'),
    stopIf(
      ref('Files').dot('exists', folder),
      folder,
      ' exists, so this may have been done before: look into it, nothing is overwritten',
    ),
    stopUnless(
      ref('Files').dot('isDirectory', folder.dot('getParent')),
      'the folder above ',
      folder,
      ' does not exist',
    ),
    blank,
    comment('3. All keys are read before anything is written. No password: no KMS reads what it would make of them'),
    val('exported', ref('specs').dot('map', cases(when(['k', 'purpose', 'spec'], material(at))))),
    ref('exported').dot(
      'foreach',
      cases(
        when(
          ['fingerprint', 'format', 'bytes', 'line'],
          stopIf(ref('format').ne(pkcs8), ref('fingerprint'), ' has the unknown format ', ref('format')),
        ),
      ),
    ),
    blank,
    comment('4. A folder and files that only their owner can read'),
    ref('Files').dot('createDirectory', folder, permissions('rwx------')),
    val('ownerOnly', permissions('rw-------')),
    ref('exported').dot(
      'foreach',
      cases(
        when(
          ['fingerprint', 'format', 'bytes', 'line'],
          write(folder.dot('resolve', ref('fingerprint').op('+', '.der')), ref('bytes')),
        ),
      ),
    ),
    write(
      folder.dot('resolve', 'keys.tsv'),
      ref('exported').dot('map', it.dot('_4')).dot('mkString', '', '\n', '\n').dot('getBytes', 'UTF-8'),
    ),
    blank,
    comment('5. The new state'),
    ref('exported').dot(
      'foreach',
      fn('k', (k) => columns('STATE', k.dot('_4'))),
    ),
    held
      .dot(
        'filterNot',
        fn('k', (k) => ref('wanted').dot('contains', k)),
      )
      .dot(
        'foreach',
        fn('k', (k) =>
          columns(
            'LEFT',
            fingerprint(k),
            ref('usageOf').of(k.dot('publicKey')),
            'is not announced: it stays in the database alone',
          ),
        ),
      ),
    next('import them at once, then destroy these files: they are the keys in the clear'),
  ];
}

/** The new node is given one key for each use, and a key in a KMS is registered for one use only. */
function oneForEachUse(subject: Subject): Step {
  const [usage, keys] = [ref('usage'), ref('keys')];
  return ref('mapped')
    .dot(
      'groupBy',
      fn('k', (k) => ref('usageOf').of(k)),
    )
    .dot(
      'foreach',
      cases(
        when(
          ['usage', 'keys'],
          [
            stopIf(
              keys.dot('size').op('>', 1),
              nameOf(subject),
              ' has announced ',
              keys.dot('size'),
              ' keys for ',
              usage,
              ': withdraw all but one first',
            ),
            stopIf(
              usage.dot('contains', ','),
              'a key is for several uses, ',
              usage,
              ': replace it by one for each first',
            ),
          ],
        ),
      ),
    );
}

/** Fingerprint, format, bytes, and the line that tells what the key is for. Needs `k` and `spec`. */
function material(at: Subject['at']): readonly Step[] {
  const publicKey = ref('k').dot('publicKey');
  const fingerprint = publicKey.dot('fingerprint');
  const told = tuple(ref('format').dot('name'), ref('key').dot('toByteArray'));
  return [
    val(
      'pair',
      ref('CryptoKeyPair')
        .dot('fromTrustedByteString', at.call('keys.secret.download', { fingerprint }))
        .dot(
          'fold',
          fn('e', (e) => stop(e.dot('toString'))),
          ref('identity'),
        ),
    ),
    val(
      'material',
      ref('pair')
        .dot('privateKey')
        .match(
          when({ made: 'SigningPrivateKey', of: ['_', 'format', 'key', '_', '_'] }, told),
          when({ made: 'EncryptionPrivateKey', of: ['_', 'format', 'key', '_'] }, told),
          when('other', stop('unknown kind of private key ', ref('other').dot('id.unwrap'))),
        ),
    ),
    val(
      'line',
      seq(fingerprint.dot('unwrap'), ref('spec'), ref('usageOf').of(publicKey), textOf(ref('k').dot('name'))).dot(
        'mkString',
        '\t',
      ),
    ),
    tuple(fingerprint.dot('unwrap'), ref('material').dot('_1'), ref('material').dot('_2'), ref('line')),
  ];
}

/** Fails if the file exists; nobody else can read it, from the first moment on. Needs `ownerOnly`. */
function write(file: Expression, bytes: Expression): Step {
  return ref('Files').dot(
    'write',
    ref('Files').dot('createFile', file, ref('ownerOnly')),
    bytes,
    ref('StandardOpenOption').dot('WRITE'),
  );
}

function permissions(rights: string): Expression {
  return ref('PosixFilePermissions').dot('asFileAttribute', ref('PosixFilePermissions').dot('fromString', rights));
}
