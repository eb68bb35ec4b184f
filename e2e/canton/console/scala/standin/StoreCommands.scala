package com.digitalasset.canton.standin

import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId

/** topology.stores: the node's own, one a synchronizer, and those made for a while. */
object StoreCommands {
  def call(node: NodeState, name: String, args: Args): Any = name match {
    case "list" =>
      val synchronizers = Run.world.synchronizer.filter(_ => node.connected).toSeq.map(OnThisLine.store)
      val temporary = node.temporary.toSeq.map(TopologyStoreId.Temporary.tryCreate)
      TopologyStoreId.Authorized +: (synchronizers ++ temporary)
    case "drop_temporary_topology_store" =>
      drop(node, args[TopologyStoreId.Temporary]("temporaryStoreId").name.unwrap)
  }

  /** A second one of the same name is refused, and so is dropping one that is not there. */
  def create(node: NodeState, name: String): Unit = {
    if (node.temporary.contains(name)) Refusal.shown(node, s"a temporary topology store $name exists already")
    Run.step(s"${node.name}: create the store $name") { node.temporary += name }
  }

  def drop(node: NodeState, name: String): Unit = {
    if (!node.temporary.contains(name)) Refusal.shown(node, s"no temporary topology store $name")
    Run.step(s"${node.name}: drop the store $name") { node.temporary -= name }
  }
}
