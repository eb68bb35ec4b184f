import { anyNode, type Command } from './command';
import {
  filterSigningKey,
  mustFullyAuthorize,
  operation,
  proposals,
  serial,
  signedBy,
  store,
  synchronize,
  timeQuery,
} from './parameters';

/** A node's identity, and who may sign for its namespace. */

const topologyAdministrationGroup = ['console', 'commands/TopologyAdministrationGroup.scala'] as const;

export const topologyCommands = [
  {
    path: 'topology.init_id_from_uid',
    on: anyNode,
    params: [
      { name: 'identifier', type: 'UniqueIdentifier' },
      { name: 'delegations', type: 'Seq[GenericSignedTopologyTransaction]', default: 'Seq.empty' },
      { name: 'delegationFiles', type: 'Seq[String]', default: 'Seq.empty' },
      { name: 'waitForReady', type: 'Boolean', default: 'true' },
    ],
    returns: 'Unit',
    file: topologyAdministrationGroup,
    at: { '3.3': 168, '3.4': 172, '3.5': 179, '3.6': 179 },
  },
  {
    path: 'topology.namespace_delegations.propose_delegation',
    on: anyNode,
    params: [
      { name: 'namespace', type: 'Namespace' },
      { name: 'targetKey', type: 'SigningPublicKey' },
      { name: 'delegationRestriction', type: 'DelegationRestriction' },
      store,
      mustFullyAuthorize,
      serial,
      signedBy,
      synchronize,
      { name: 'forceFlags', type: 'ForceFlags', default: 'ForceFlags.none' },
    ],
    returns: 'SignedTopologyTransaction[TopologyChangeOp, NamespaceDelegation]',
    file: topologyAdministrationGroup,
    at: { '3.3': 1082, '3.4': 1126, '3.5': 1239, '3.6': 1258 },
  },
  {
    path: 'topology.namespace_delegations.list',
    on: anyNode,
    params: [
      { name: 'store', type: 'TopologyStoreId' },
      proposals,
      timeQuery,
      operation,
      { name: 'filterNamespace', type: 'String', default: '""' },
      filterSigningKey,
      { name: 'filterTargetKey', type: 'Option[Fingerprint]', default: 'None' },
      { name: 'protocolVersion', type: 'Option[String]', default: 'None' },
    ],
    returns: 'Seq[ListNamespaceDelegationResult]',
    file: topologyAdministrationGroup,
    at: { '3.3': 1174, '3.4': 1218, '3.5': 1336 },
  },
  {
    path: 'topology.namespace_delegations.list',
    on: anyNode,
    params: [
      { name: 'store', type: 'TopologyStoreId' },
      proposals,
      timeQuery,
      operation,
      { name: 'filterNamespace', type: 'String', default: '""' },
      filterSigningKey,
      { name: 'filterTargetKey', type: 'Option[Fingerprint]', default: 'None' },
    ],
    returns: 'Seq[ListNamespaceDelegationResult]',
    file: topologyAdministrationGroup,
    at: { '3.6': 1367 },
  },
] as const satisfies readonly Command[];
