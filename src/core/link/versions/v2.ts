import type { Shape } from '../shape';
import { list, nodeFields, object, off, planFields, text, union, value } from './v1';

/**
 * Version 2 of links: version 1 with keys that are given, the identity and the place of a node, rotation as a task, and
 * more about the log of the KMS. FROZEN as version 1 is.
 */

const node = object({
  ...nodeFields,
  custody: union('external', {
    none: {},
    envelope: { kms: value('kms1'), wrapperKey: union('generated', { generated: {}, given: { id: text } }) },
    external: {
      kms: value('kms1'),
      keys: union('generated', {
        generated: {},
        given: { namespace: text, sequencerAuth: text, signing: text, encryption: text },
      }),
    },
  }),
  identifier: text,
  intermediate: union('off', { off: {}, on: { keyId: text, restriction: value('all-but-namespace-delegations') } }),
  adminApi: object({ address: text, port: text }),
  apiPort: text,
});

const observedKey = object({
  fingerprint: text,
  purpose: value('signing'),
  usage: list(() => text, 3),
  name: text,
  kmsKeyId: text,
  wrapperKeyId: text,
  mapped: off,
  root: off,
  spec: text,
});

const observedNode = object({
  kind: value('participant'),
  name: value('participant1'),
  uid: text,
  namespace: text,
  keys: list(() => observedKey, 500),
  lost: list(() => text, 500),
});

const wrapper = object({
  node: text,
  from: text,
  to: union('generated', { generated: {}, given: { id: text } }),
});

const key = object({
  node: text,
  fingerprint: text,
  to: union('generated', { generated: { spec: value(null) }, given: { kmsKeyId: text } }),
  name: text,
});

const moves = list(() => object({ from: text, to: text }), 2_000);

const { kmsLogFile: _, ...unchanged } = planFields;

export const v2: Shape = object({
  ...unchanged,
  version: value(2),
  task: union('new', {
    new: {},
    rotate: {
      inventory: list(() => observedNode, 2_000),
      wrappers: list(() => wrapper, 2_000),
      keys: list(() => key, 10_000),
      pause: value(true),
      deletions: list(() => object({ node: text, fingerprint: text, retiredBefore: text }), 10_000),
      restore: off,
    },
    migrate: {
      facts: object({
        today: value('plain'),
        wanted: value('envelope'),
        rootKey: value('unknown'),
        material: value('trusted'),
        parties: value('both'),
        operators: value('one'),
        decentralized: off,
      }),
      way: union('encrypt', {
        encrypt: {},
        revert: {},
        export: { moves, importJob: text, protectionLevel: value('hsm') },
        transfer: { moves },
      }),
      inventory: list(() => observedNode, 2_000),
    },
  }),
  nodes: list(() => node, 2_000, [{}]),
  kmsLog: object({ file: text, immediateFlush: value('default'), rollingPattern: text, rollingHistory: text }),
  synchronizer: object({ alias: text, sequencerUrl: text }),
});
