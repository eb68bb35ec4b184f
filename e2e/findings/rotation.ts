import { keyId } from '../../src/core/rules/cases/case';
import { print, seenKey, seenNode } from '../../src/core/rules/cases/observed';
import { printedOf } from '../inventory';
import { choose, elsewhere, type Journey, pasteInventory, press, type ScreenJourneys, tick, type, untick } from './way';

/** What is said of a rotation: of the inventory, of wrapper keys and keys that are replaced, of keys that are deleted. */

const free = keyId(77);
const instant = '2026-11-01T00:00:00Z';
const makeOne = 'Made by the node, EC-P256';
const takeOne = 'A KMS key that exists';

/** What the script prints of a node with its keys in the KMS. */
const shown = (name: string) =>
  printedOf(
    seenNode(name, [
      seenKey(11, { usage: ['namespace'], mapped: false, root: true, kmsKeyId: keyId(11) }),
      seenKey(12, { kmsKeyId: keyId(12) }),
    ]),
  );

const inventory: readonly Journey[] = [
  { id: 'inventory-missing', at: 'task.inventory', way: pasteInventory(shown('bank1')) },
  { id: 'inventory-node-twice', at: 'task.inventory.1' },
  { id: 'keys-lost', at: 'task.inventory.0' },
  {
    id: 'wrapper-keys-mixed',
    at: 'task.inventory.0',
    way: elsewhere('Rotation', 'Inventory', tick(/^Wrapper key of bank1/)),
  },
  { id: 'keys-in-clear-beside-encrypted', at: 'task.inventory.0', way: pasteInventory(shown('bank1')) },
];

const wrappers: readonly Journey[] = [
  { id: 'wrapper-rotation-without-envelope', at: 'task.wrappers.0.node' },
  { id: 'old-wrapper-missing', at: 'task.wrappers.0.from' },
  { id: 'old-wrapper-unknown', at: 'task.wrappers.0.from' },
  { id: 'new-wrapper-missing', at: 'task.wrappers.0.to.id' },
  { id: 'given-key-id-format', at: 'task.wrappers.0.to.id', way: type(free) },
  { id: 'aws-key-id', at: 'task.wrappers.0.to.id', way: type(free) },
  { id: 'alias-as-wrapper-key', at: 'task.wrappers.0.to.id', way: type(free) },
  { id: 'gcp-key-id', at: 'task.wrappers.0.to.id', way: type('bank1-wrapper') },
  { id: 'wrapper-rotated-to-itself', at: 'task.wrappers.0.to.id' },
  { id: 'new-wrapper-shared', at: 'task.wrappers.1.to.id', way: type(free) },
  { id: 'new-wrapper-shared', at: 'task.wrappers.0.to.id', way: type(free) },
  { id: 'new-wrapper-is-node-key', at: 'task.wrappers.0.to.id', way: type(free) },
  { id: 'wrapper-rotated-twice', at: 'task.wrappers.1.node' },
  { id: 'rotation-creates-in-own-account', at: 'task.wrappers.0.to', way: choose(takeOne) },
  { id: 'old-wrapper-is-kept', at: 'task.wrappers', way: untick(/^Wrapper key of bank1/) },
];

const deletions: readonly Journey[] = [
  { id: 'rotation-node-unknown', at: 'task.deletions.0.node', way: choose('bank1') },
  { id: 'deleted-key-missing', at: 'task.deletions.0.fingerprint', way: type(print(14)) },
  { id: 'fingerprint-format', at: 'task.deletions.0.fingerprint', way: type(print(14)) },
  { id: 'deleted-key-unknown', at: 'task.deletions.0.fingerprint' },
  { id: 'root-key-deleted', at: 'task.deletions.0.fingerprint' },
  { id: 'announced-key-deleted', at: 'task.deletions.0.fingerprint' },
  { id: 'namespace-key-deleted', at: 'task.deletions.0.fingerprint', way: type(print(14)) },
  { id: 'deleted-by-alias', at: 'task.deletions.0.fingerprint' },
  { id: 'deletion-destroys-kms-key', at: 'task.deletions.0.fingerprint', way: press(/^Don't delete it/) },
  { id: 'deleted-twice', at: 'task.deletions.1.fingerprint' },
  { id: 'retired-before-missing', at: 'task.deletions.0.retiredBefore', way: type(instant) },
  { id: 'retired-before-format', at: 'task.deletions.0.retiredBefore', way: type(instant) },
];

const oldKeys: readonly Journey[] = [
  { id: 'rotation-node-missing', at: 'task.keys.0.node', way: choose('bank1') },
  { id: 'rotation-node-unknown', at: 'task.keys.0.node', way: choose('bank1') },
  {
    id: 'rotation-node-unseen',
    at: 'task.keys.0.node',
    way: elsewhere('Inventory', 'Rotation', pasteInventory(shown('bank9'))),
  },
  { id: 'old-key-missing', at: 'task.keys.0.fingerprint', way: type(print(12)) },
  { id: 'fingerprint-format', at: 'task.keys.0.fingerprint', way: type(print(12)) },
  { id: 'old-key-unknown', at: 'task.keys.0.fingerprint', way: type(print(12)) },
  { id: 'root-key-rotated', at: 'task.keys.0.fingerprint' },
  { id: 'namespace-key-rotated', at: 'task.keys.0.fingerprint' },
  { id: 'old-key-not-announced', at: 'task.keys.0.fingerprint' },
  { id: 'old-key-twice', at: 'task.keys.1.fingerprint' },
];

const newKeys: readonly Journey[] = [
  { id: 'new-key-missing', at: 'task.keys.0.to.kmsKeyId', way: type(free) },
  { id: 'given-key-id-format', at: 'task.keys.0.to.kmsKeyId', way: type(free) },
  { id: 'aws-key-id', at: 'task.keys.0.to.kmsKeyId', way: type(free) },
  { id: 'alias-as-node-key', at: 'task.keys.0.to.kmsKeyId', way: type(free) },
  { id: 'key-of-another-account-without-arn', at: 'task.keys.0.to.kmsKeyId' },
  { id: 'gcp-key-id', at: 'task.keys.0.to.kmsKeyId' },
  { id: 'gcp-new-key-version-one', at: 'task.keys.0.to.kmsKeyId', way: choose(makeOne, 'task.keys.0.to') },
  { id: 'kms-key-for-stored-keys', at: 'task.keys.0.to.kmsKeyId' },
  { id: 'key-rotated-to-itself', at: 'task.keys.0.to.kmsKeyId', way: type(free) },
  { id: 'new-key-registered-otherwise', at: 'task.keys.0.to.kmsKeyId', way: type(free) },
  { id: 'new-key-spelled-otherwise', at: 'task.keys.0.to.kmsKeyId' },
  { id: 'new-key-of-another-node', at: 'task.keys.0.to.kmsKeyId', way: type(free) },
  { id: 'new-key-wraps', at: 'task.keys.0.to.kmsKeyId', way: type(free) },
  { id: 'new-key-twice', at: 'task.keys.1.to.kmsKeyId', way: type(free) },
  { id: 'rotation-creates-in-own-account', at: 'task.keys.0.to', way: choose(takeOne) },
  { id: 'rotation-creates-in-other-project', at: 'task.keys.0.to', way: choose(takeOne) },
  { id: 'new-key-spec-of-other-purpose', at: 'task.keys.0.to' },
  { id: 'new-key-spec-not-in-line', at: 'task.keys.0.to' },
  { id: 'new-key-spec-experimental', at: 'task.keys.0.to' },
  { id: 'new-key-spec-not-in-kms', at: 'task.keys.0.to' },
  { id: 'new-key-spec-not-allowed', at: 'task.keys.0.to' },
  { id: 'new-key-name-missing', at: 'task.keys.0.name' },
  { id: 'key-name-format', at: 'task.keys.0.name', way: type('signing-9') },
  { id: 'new-key-name-taken', at: 'task.keys.0.name' },
  { id: 'new-key-name-known', at: 'task.keys.0.name' },
  { id: 'new-key-name-twice', at: 'task.keys.1.name' },
];

const whole: readonly Journey[] = [
  { id: 'nothing-rotated', at: 'task', way: tick(/^Protocol signing of bank1/) },
  { id: 'restore-needs-this-inventory', at: 'task.restore', way: untick(/^Add the scripts/) },
  { id: 'restore-without-kms-keys', at: 'task.restore', way: untick(/^Add the scripts/) },
  { id: 'rotation-without-backup', at: 'task.pause' },
];

export const rotationJourneys: readonly ScreenJourneys[] = [
  { screen: 'Inventory', journeys: inventory },
  { screen: 'Rotation', journeys: [...whole, ...wrappers] },
  { screen: 'Rotation', journeys: [...deletions, ...oldKeys] },
  { screen: 'Rotation', journeys: newKeys },
];
