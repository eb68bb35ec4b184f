import { longestKeyId } from '../../canton/key-ids';
import { rotate } from '../../plan/defaults';
import { type Case, gcp, given, keyId, node, plan } from './case';
import { arnOf, deletion, observing, print, rotation, seenKey, toGenerated, toWrapper, wrapper } from './observed';

/** What an inventory shows, wrapper keys that are replaced, keys that are deleted. */
const wrappers = (...rows: ReturnType<typeof toWrapper>[]) => rotation(['envelope', 'external'], { wrappers: rows });
const fine = wrappers(toWrapper(keyId(50)));
const at = 'task.wrappers.0';
const other = { keyAccount: { type: 'other', account: '123456789012' } } as const;
const two = [toWrapper(keyId(50)), toWrapper(keyId(51), { node: 'bank2' })];
const envelopes = (...rows: ReturnType<typeof toWrapper>[]) => rotation(['envelope', 'envelope'], { wrappers: rows });
const chosen = rotation(['external'], { keys: [toGenerated()] });
const mixed = (before: typeof fine) =>
  observing(before, (seen) => ({ ...seen, keys: [...seen.keys, seenKey(19, { wrapperKeyId: keyId(91) })] }));
const configured = (id: string, before: typeof fine) => ({
  ...before,
  nodes: [node({ name: 'bank1', ...given(id) }), ...before.nodes.slice(1)],
});

const inventory: readonly Case[] = [
  { id: 'inventory-missing', at: 'task.inventory', raised: plan({ nodes: [], task: rotate() }), silent: chosen },
  { id: 'nothing-rotated', at: 'task', raised: rotation(['external']), silent: chosen },
  { id: 'no-nodes', at: 'nodes', raised: plan({ nodes: [] }), silent: plan({ nodes: [], task: rotate() }) },
  {
    id: 'inventory-node-twice',
    at: 'task.inventory.1',
    raised: (({ task, ...rest }) => ({
      ...rest,
      task: task.type === 'rotate' ? { ...task, inventory: [...task.inventory, ...task.inventory] } : task,
    }))(chosen),
    silent: chosen,
  },
  {
    id: 'keys-lost',
    at: 'task.inventory.0',
    raised: observing(chosen, (seen) => ({ ...seen, lost: [print(70)] })),
    silent: observing(rotation(['external'], { restore: true }), (seen) => ({ ...seen, lost: [print(70)] })),
  },
  {
    id: 'wrapper-keys-mixed',
    at: 'task.inventory.0',
    raised: mixed(rotation(['envelope'])),
    silent: mixed(rotation(['envelope'], { wrappers: [toWrapper(keyId(50))] })),
  },
  {
    id: 'keys-in-clear-beside-encrypted',
    at: 'task.inventory.0',
    raised: observing(rotation(['envelope']), (seen) => ({ ...seen, keys: [...seen.keys, seenKey(19)] })),
    silent: rotation(['envelope']),
  },
  {
    id: 'kind-differs-from-inventory',
    at: 'nodes.0.kind',
    raised: observing(chosen, (seen) => ({ ...seen, kind: 'mediator' })),
    silent: chosen,
  },
  {
    id: 'mode-differs-from-inventory',
    at: 'nodes.0.custody',
    raised: { ...chosen, nodes: [node({ custody: { type: 'none' } })] },
    silent: chosen,
  },
  {
    id: 'configured-wrapper-differs',
    at: 'nodes.0.custody.wrapperKey.id',
    raised: configured(keyId(50), rotation(['envelope'])),
    silent: configured(wrapper, rotation(['envelope'])),
  },
  {
    id: 'wrapper-key-comes-out-changed',
    at: 'nodes.0.custody.wrapperKey.id',
    raised: configured(wrapper, fine),
    silent: fine,
  },
  {
    id: 'restore-needs-this-inventory',
    at: 'task.restore',
    raised: rotation(['external'], { restore: true }),
    silent: rotation(['none'], { restore: true }),
  },
  {
    id: 'restore-without-kms-keys',
    at: 'task.restore',
    raised: rotation(['none'], { restore: true }),
    silent: rotation(['external'], { restore: true }),
  },
];

const wrapping: readonly Case[] = [
  {
    id: 'wrapper-rotation-without-envelope',
    at: `${at}.node`,
    raised: wrappers(toWrapper(keyId(50), { node: 'bank2' })),
    silent: fine,
  },
  {
    id: 'wrapper-rotation-without-envelope',
    at: `${at}.node`,
    raised: rotation(['none'], { wrappers: [toWrapper(keyId(50))] }),
    silent: fine,
  },
  { id: 'old-wrapper-missing', at: `${at}.from`, raised: wrappers(toWrapper(keyId(50), { from: '' })), silent: fine },
  {
    id: 'old-wrapper-unknown',
    at: `${at}.from`,
    raised: wrappers(toWrapper(keyId(50), { from: keyId(99) })),
    silent: fine,
  },
  { id: 'new-wrapper-missing', at: `${at}.to.id`, raised: wrappers(toWrapper('')), silent: fine },
  {
    id: 'given-key-id-format',
    at: `${at}.to.id`,
    raised: wrappers(toWrapper('x'.repeat(longestKeyId + 1))),
    silent: fine,
  },
  { id: 'aws-key-id', at: `${at}.to.id`, raised: wrappers(toWrapper('my-key')), silent: fine },
  { id: 'alias-as-wrapper-key', at: `${at}.to.id`, raised: wrappers(toWrapper('alias/bank1')), silent: fine },
  {
    id: 'gcp-key-id',
    at: `${at}.to.id`,
    raised: gcp({}, { nodes: fine.nodes, task: wrappers(toWrapper('projects/x')).task }),
    silent: gcp({}, { nodes: fine.nodes, task: wrappers(toWrapper('bank1-wrapper')).task }),
  },
  { id: 'wrapper-rotated-to-itself', at: `${at}.to.id`, raised: wrappers(toWrapper(arnOf(wrapper))), silent: fine },
  {
    id: 'new-wrapper-shared',
    at: 'task.wrappers.1.to.id',
    raised: envelopes(toWrapper(keyId(50)), toWrapper(keyId(50), { node: 'bank2' })),
    silent: envelopes(...two),
  },
  {
    id: 'new-wrapper-shared',
    at: `${at}.to.id`,
    raised: observing(envelopes(toWrapper(wrapper, { from: keyId(92) })), (seen) => ({
      ...seen,
      keys: seen.keys.map((key) => ({ ...key, wrapperKeyId: keyId(92) })),
    })),
    silent: envelopes(...two),
  },
  { id: 'new-wrapper-is-node-key', at: `${at}.to.id`, raised: wrappers(toWrapper(keyId(22))), silent: fine },
  {
    id: 'wrapper-rotated-twice',
    at: 'task.wrappers.1.node',
    raised: envelopes(toWrapper(keyId(50)), toWrapper(keyId(51))),
    silent: envelopes(...two),
  },
  {
    id: 'rotation-creates-in-own-account',
    at: `${at}.to`,
    raised: rotation(['envelope'], { wrappers: [toWrapper('', { to: { type: 'generated' } })] }, other),
    silent: rotation(['envelope'], { wrappers: [toWrapper(arnOf(keyId(50)))] }, other),
  },
  { id: 'old-wrapper-is-kept', at: 'task.wrappers', raised: fine, silent: chosen },
];

const gone = (...rows: ReturnType<typeof deletion>[]) => rotation(['external'], { deletions: rows });
const kept = gone(deletion());
const retired = (change: Parameters<typeof seenKey>[1]) =>
  observing(gone(deletion({ fingerprint: print(19) })), (seen) => ({
    ...seen,
    keys: [...seen.keys, seenKey(19, { mapped: false, kmsKeyId: keyId(19), ...change })],
  }));
const row = 'task.deletions.0';

const deletions: readonly Case[] = [
  { id: 'rotation-node-unknown', at: `${row}.node`, raised: gone(deletion({ node: 'bank9' })), silent: kept },
  { id: 'deleted-key-missing', at: `${row}.fingerprint`, raised: gone(deletion({ fingerprint: '' })), silent: kept },
  { id: 'fingerprint-format', at: `${row}.fingerprint`, raised: gone(deletion({ fingerprint: 'x' })), silent: kept },
  {
    id: 'deleted-key-unknown',
    at: `${row}.fingerprint`,
    raised: gone(deletion({ fingerprint: print(99) })),
    silent: kept,
  },
  {
    id: 'root-key-deleted',
    at: `${row}.fingerprint`,
    raised: gone(deletion({ fingerprint: print(11) })),
    silent: kept,
  },
  {
    id: 'announced-key-deleted',
    at: `${row}.fingerprint`,
    raised: gone(deletion({ fingerprint: print(12) })),
    silent: kept,
  },
  {
    id: 'namespace-key-deleted',
    at: `${row}.fingerprint`,
    raised: retired({ usage: ['namespace'] }),
    silent: retired({}),
  },
  {
    id: 'deleted-by-alias',
    at: `${row}.fingerprint`,
    raised: retired({ kmsKeyId: 'alias/bank1' }),
    silent: retired({}),
  },
  {
    id: 'deletion-destroys-kms-key',
    at: `${row}.fingerprint`,
    raised: kept,
    silent: rotation(['envelope'], { deletions: [deletion()] }),
  },
  {
    id: 'deleted-twice',
    at: 'task.deletions.1.fingerprint',
    raised: gone(deletion(), deletion()),
    silent: kept,
  },
  {
    id: 'retired-before-missing',
    at: `${row}.retiredBefore`,
    raised: gone(deletion({ retiredBefore: '' })),
    silent: kept,
  },
  {
    id: 'retired-before-format',
    at: `${row}.retiredBefore`,
    raised: gone(deletion({ retiredBefore: '2026-11-01' })),
    silent: kept,
  },
];

export const rotationCases: readonly Case[] = [...inventory, ...wrapping, ...deletions];
