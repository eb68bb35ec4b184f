import { anyNode, type Command } from './command';

/** The stores of a node's topology: its own, one a synchronizer, and those that something made for a while. */

const topologyAdministrationGroup = ['console', 'commands/TopologyAdministrationGroup.scala'] as const;

export const topologyStoresCommands = [
  {
    path: 'topology.stores.list',
    on: anyNode,
    params: [],
    returns: 'Seq[TopologyStoreId]',
    file: topologyAdministrationGroup,
    at: { '3.3': 3202, '3.4': 3649, '3.5': 4003, '3.6': 4120 },
  },
  {
    path: 'topology.stores.drop_temporary_topology_store',
    on: anyNode,
    params: [{ name: 'temporaryStoreId', type: 'TopologyStoreId.Temporary' }],
    returns: 'Unit',
    file: topologyAdministrationGroup,
    at: { '3.3': 3233, '3.4': 3680, '3.5': 4039, '3.6': 4156 },
  },
] as const satisfies readonly Command[];
