import { anyNode, type Command } from './command';
import { filterSigningKey, operation, proposals, timeQuery } from './parameters';

/** Where a key can be in use besides the lists of keys that nodes announce, and the delegations of namespaces. */

const topologyAdministrationGroup = ['console', 'commands/TopologyAdministrationGroup.scala'] as const;
const store = { name: 'store', type: 'TopologyStoreId' } as const;
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
