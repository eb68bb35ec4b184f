import type { NodeKind } from '../../canton/console/command';
import type { Release } from '../../canton/releases';
import { consoleOn, nodeOn } from './console';
import { ref, seq } from './expression';

declare const release: Release;
declare const kind: NodeKind;
export function f() {
  const p = nodeOn(release, 'participant', ref('node'));
  const any = nodeOn(release, kind, ref('node'));
  p.call('health.ping', { participantId: p });
  any.call('keys.secret.rotate_kms_node_key', { fingerprint: ref('a'), newKmsKeyId: 'x', name: undefined });
  any.call('keys.secret.list');
  any.call('keys.secret.list', {});
  any.call('topology.owner_to_key_mappings.list', { filterKeyOwnerUid: 'x' });
  p.call('synchronizers.connect', { synchronizerAlias: 'da', connection: 'u' });
  p.call('synchronizers.connect', { synchronizerAlias: 'da', instance: ref('x') });
  consoleOn(release).call('utils.retry_until_true', { condition: true });
  consoleOn(release).call('bootstrap.synchronizer', {
    synchronizerName: 'a',
    sequencers: seq(),
    mediators: seq(),
    synchronizerOwners: seq(),
    synchronizerThreshold: 1,
    staticSynchronizerParameters: true,
  });
  nodeOn('3.3', kind, ref('x')).call('topology.owner_to_key_mappings.propose', { proposedMapping: ref('m') });
  if (release === '3.3')
    nodeOn(release, kind, ref('x')).call('topology.owner_to_key_mappings.propose', { proposedMapping: ref('m') });
  else
    nodeOn(release, kind, ref('x')).call('topology.owner_to_key_mappings.propose', { member: ref('m'), keys: seq() });
  nodeOn(release, 'participant.local', ref('x')).call('start');
  nodeOn(release, 'participant.local', ref('x')).call('synchronizers.list_connected');
  any.call('id');
  // errors
  any.call('health.ping', { participantId: p });
  any.call('keys.secret.lisst');
  any.call('keys.secret.list', { filter: 'x' });
  any.call('keys.secret.rotate_kms_node_key', { fingerprint: ref('a') });
  any.call('keys.secret.rotate_kms_node_key');
  any.call('topology.owner_to_key_mappings.list', { protocolVersion: 'x' });
  any.call('topology.owner_to_key_mappings.propose', { proposedMapping: ref('m') });
  any.call('start');
  p.call('synchronizers.connect', { synchronizerAlias: 'da', connection: 'u', instance: ref('x') });
  p.call('synchronizers.connect', { synchronizerAlias: 'da', connection: 'u', synchronizerId: ref('x') });
  consoleOn(release).call('StaticSynchronizerParameters.defaults', { protocolVersion: ref('x') });
}
