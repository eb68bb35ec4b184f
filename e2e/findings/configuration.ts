import { awsKeyId, keyId } from '../../src/core/rules/cases/case';
import { addNode, type Journey, pick, type ScreenJourneys, type, typeAll, untick } from './way';

/** What is said of keys that nodes are given or make, and of the wrapper keys they are configured with. */

const wrapper = 'nodes.0.custody.wrapperKey.id';
const keys = 'nodes.0.custody.keys';
const free = keyId(77);
const multiRegion = (number: number) => `mrk-${String(number).padStart(32, '0')}`;
const byCanton = pick(/^made by Canton/);

const mode: readonly Journey[] = [
  { id: 'wrapper-key-id-missing', at: wrapper, way: type(awsKeyId) },
  { id: 'wrapper-key-id-format', at: wrapper, way: type(awsKeyId) },
  { id: 'aws-key-id', at: wrapper, way: type(awsKeyId) },
  { id: 'gcp-key-id', at: wrapper, way: type('bank1-wrapper') },
  { id: 'key-in-another-ring', at: wrapper },
  { id: 'key-in-another-region', at: wrapper },
  { id: 'key-in-another-account', at: wrapper },
  { id: 'key-of-another-account-without-arn', at: wrapper },
  { id: 'alias-as-wrapper-key', at: wrapper, way: type(awsKeyId) },
  { id: 'single-region-wrapper-key', at: wrapper, way: type(multiRegion(1)) },
  { id: 'wrapper-key-shared', at: 'nodes.1.custody.wrapperKey.id' },
  { id: 'wrapper-key-stays-configured', at: wrapper, way: pick(/^Canton/) },
  { id: 'key-wraps-and-signs', at: 'nodes.1.custody.wrapperKey.id', way: type(free) },
  { id: 'mode-differs-from-inventory', at: 'nodes.0.custody' },
  { id: 'configured-wrapper-differs', at: wrapper, way: type(keyId(90)) },
  { id: 'wrapper-key-comes-out-changed', at: wrapper, way: pick(/^Canton/) },
];

const broughtKeys: readonly Journey[] = [
  { id: 'given-key-missing', at: `${keys}.namespace`, way: type(free) },
  { id: 'given-key-missing', at: `${keys}.sequencerAuth`, way: type(free) },
  { id: 'encryption-key-missing', at: `${keys}.encryption`, way: type(free) },
  { id: 'encryption-key-unneeded', at: `${keys}.encryption` },
  { id: 'given-key-id-format', at: `${keys}.signing`, way: type(free) },
  { id: 'aws-key-id', at: `${keys}.signing`, way: type(free) },
  { id: 'gcp-key-id', at: `${keys}.signing` },
  { id: 'key-in-another-region', at: `${keys}.namespace` },
  { id: 'key-of-another-account-without-arn', at: `${keys}.namespace` },
  { id: 'alias-as-node-key', at: `${keys}.signing`, way: type(free) },
  {
    id: 'single-region-node-key',
    at: `${keys}.signing`,
    way: typeAll({
      namespace: multiRegion(1),
      sequencerAuth: multiRegion(2),
      signing: multiRegion(3),
      encryption: multiRegion(4),
    }),
  },
  { id: 'gcp-key-version-one', at: `${keys}.namespace`, way: byCanton },
  { id: 'key-registered-for-one-use', at: `${keys}.namespace`, way: byCanton },
  { id: 'identity-by-script', at: keys, way: byCanton },
  { id: 'key-in-two-roles', at: `${keys}.signing`, way: type(free) },
  { id: 'key-in-two-roles', at: `${keys}.encryption`, way: type(free) },
  { id: 'key-in-two-roles', at: 'nodes.0.intermediate.keyId', way: type(free) },
  { id: 'key-on-two-nodes', at: 'nodes.1.custody.keys.namespace', way: type(free) },
  { id: 'key-on-two-nodes', at: 'nodes.1.custody.keys.signing', way: type(free) },
  { id: 'key-wraps-and-signs', at: 'nodes.1.custody.keys.signing', way: type(free) },
  { id: 'intermediate-without-kms', at: 'nodes.0.intermediate.keyId' },
  { id: 'intermediate-may-delegate', at: 'nodes.0.intermediate.restriction' },
  { id: 'root-key-isolation', at: 'nodes.0.intermediate', way: untick(/^Delegate to/) },
  { id: 'identifier-format', at: 'nodes.0.identifier', way: type('bank-1') },
  { id: 'admin-api-address-format', at: 'nodes.1.adminApi.address', way: type('node') },
  { id: 'admin-api-port-format', at: 'nodes.1.adminApi.port', way: type('5012') },
  { id: 'api-port-format', at: 'nodes.1.apiPort', way: type('5001') },
  { id: 'admin-api-of-two', at: 'nodes.1.adminApi.port', way: type('5012') },
  { id: 'sequencer-url-missing', at: 'synchronizer.sequencerUrl', way: type('https://sequencer.example.com:5001') },
  { id: 'sequencer-url-format', at: 'synchronizer.sequencerUrl', way: type('https://sequencer:5001') },
  { id: 'synchronizer-alias-format', at: 'synchronizer.alias', way: type('my-synchronizer') },
];

export const configurationJourneys: readonly ScreenJourneys[] = [
  { screen: 'Mode', journeys: mode },
  { screen: 'Keys', journeys: broughtKeys },
  { screen: 'Provider', journeys: [{ id: 'keys-created-in-own-account', at: 'kms.0.keyAccount' }] },
  {
    screen: 'Nodes',
    journeys: [
      { id: 'no-nodes', at: 'nodes', way: addNode },
      { id: 'external-keys-in-memory', at: 'nodes.0.storage' },
      { id: 'kind-differs-from-inventory', at: 'nodes.0.kind' },
    ],
  },
];
