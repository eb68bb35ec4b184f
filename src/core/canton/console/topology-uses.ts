import { anyNode, type Command } from './command';
import { filterSigningKey, operation, proposals, timeQuery } from './parameters';

/** What else a topology holds: where keys are in use besides nodes' own, hosts of parties, packages; and what is loaded into it. */

const topologyAdministrationGroup = ['console', 'commands/TopologyAdministrationGroup.scala'] as const;
const store = { name: 'store', type: 'TopologyStoreId' } as const;
const anyStore = { name: 'store', type: 'Option[TopologyStoreId]', default: 'None' } as const;
const protocolVersion = { name: 'protocolVersion', type: 'Option[String]', default: 'None' } as const;
const filterNamespace = { name: 'filterNamespace', type: 'String', default: '""' } as const;
const filterParty = { name: 'filterParty', type: 'String', default: '""' } as const;
const filterParticipant = { name: 'filterParticipant', type: 'String', default: '""' } as const;

export const topologyUsesCommands = [
  {
    path: 'topology.party_to_key_mappings.list',
    on: anyNode,
    params: [store, proposals, timeQuery, operation, filterParty, filterSigningKey, protocolVersion],
    returns: 'Seq[ListPartyToKeyMappingResult]',
    file: topologyAdministrationGroup,
    at: { '3.3': 1539, '3.4': 1594, '3.5': 1729 },
  },
  {
    path: 'topology.party_to_key_mappings.list',
    on: anyNode,
    params: [store, proposals, timeQuery, operation, filterParty, filterSigningKey],
    returns: 'Seq[ListPartyToKeyMappingResult]',
    file: topologyAdministrationGroup,
    at: { '3.6': 1769 },
  },
  {
    path: 'topology.party_to_participant_mappings.list_from_all',
    on: anyNode,
    params: [proposals, timeQuery, operation, filterParty, filterParticipant, filterSigningKey, protocolVersion],
    returns: 'Seq[ListPartyToParticipantResult]',
    file: topologyAdministrationGroup,
    at: { '3.3': 1992, '3.4': 2120, '3.5': 2276 },
  },
  {
    path: 'topology.party_to_participant_mappings.list_from_all',
    on: anyNode,
    params: [proposals, timeQuery, operation, filterParty, filterParticipant, filterSigningKey],
    returns: 'Seq[ListPartyToParticipantResult]',
    file: topologyAdministrationGroup,
    at: { '3.6': 2321 },
  },
  {
    path: 'topology.party_to_participant_mappings.list',
    on: anyNode,
    params: [
      { name: 'synchronizerId', type: 'SynchronizerId' },
      ...[proposals, timeQuery, operation, filterParty, filterParticipant, filterSigningKey, protocolVersion],
    ],
    returns: 'Seq[ListPartyToParticipantResult]',
    file: topologyAdministrationGroup,
    at: { '3.3': 1796 },
  },
  {
    path: 'topology.party_to_participant_mappings.list',
    on: anyNode,
    params: [
      { name: 'synchronizerId', type: 'TopologyStoreId.Synchronizer' },
      ...[proposals, timeQuery, operation, filterParty, filterParticipant, filterSigningKey, protocolVersion],
    ],
    returns: 'Seq[ListPartyToParticipantResult]',
    file: topologyAdministrationGroup,
    at: { '3.4': 1921, '3.5': 2064 },
  },
  {
    path: 'topology.party_to_participant_mappings.list',
    on: anyNode,
    params: [
      { name: 'synchronizerId', type: 'TopologyStoreId.Synchronizer' },
      ...[proposals, timeQuery, operation, filterParty, filterParticipant, filterSigningKey],
    ],
    returns: 'Seq[ListPartyToParticipantResult]',
    file: topologyAdministrationGroup,
    at: { '3.6': 2113 },
  },
  {
    path: 'topology.vetted_packages.list',
    on: anyNode,
    params: [anyStore, proposals, timeQuery, operation, filterParticipant, filterSigningKey, protocolVersion],
    returns: 'Seq[ListVettedPackagesResult]',
    file: topologyAdministrationGroup,
    at: { '3.3': 2497, '3.4': 2704, '3.5': 2818 },
  },
  {
    path: 'topology.vetted_packages.list',
    on: anyNode,
    params: [anyStore, proposals, timeQuery, operation, filterParticipant, filterSigningKey],
    returns: 'Seq[ListVettedPackagesResult]',
    file: topologyAdministrationGroup,
    at: { '3.6': 2883 },
  },
  {
    path: 'topology.transactions.load',
    on: anyNode,
    params: [
      { name: 'transactions', type: 'Seq[GenericSignedTopologyTransaction]' },
      store,
      { name: 'forceFlags', type: 'ForceFlags', default: 'ForceFlags.none' },
      {
        name: 'synchronize',
        type: 'Option[NonNegativeDuration]',
        default: 'Some(consoleEnvironment.commandTimeouts.unbounded)',
      },
    ],
    returns: 'Unit',
    file: topologyAdministrationGroup,
    at: { '3.3': 345, '3.4': 349, '3.5': 373, '3.6': 373 },
  },
  {
    path: 'topology.decentralized_namespaces.list',
    on: anyNode,
    params: [store, proposals, timeQuery, operation, filterNamespace, filterSigningKey, protocolVersion],
    returns: 'Seq[ListDecentralizedNamespaceDefinitionResult]',
    file: topologyAdministrationGroup,
    at: { '3.3': 924, '3.4': 968, '3.5': 1057 },
  },
  {
    path: 'topology.decentralized_namespaces.list',
    on: anyNode,
    params: [store, proposals, timeQuery, operation, filterNamespace, filterSigningKey],
    returns: 'Seq[ListDecentralizedNamespaceDefinitionResult]',
    file: topologyAdministrationGroup,
    at: { '3.6': 1072 },
  },
] as const satisfies readonly Command[];
