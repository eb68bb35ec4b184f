package com.digitalasset.canton.standin

import com.digitalasset.canton.crypto.{Fingerprint, SigningPublicKey}
import com.digitalasset.canton.topology.Namespace
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.transaction._

/** topology.namespace_delegations: which keys may sign for a namespace. */
object DelegationCommands {
  def call(node: NodeState, name: String, args: Args): Any = name match {
    case "list"               => list(node, args)
    case "propose_delegation" => delegate(node, args)
    case "propose_revocation" => revoke(node, args)
  }

  private def list(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    val wanted = args[TopologyStoreId]("store")
    val listed = (Run.world.synchronizer.toSeq ++ node.left).find(OnThisLine.names(wanted, _)) match {
      case Some(synchronizer) =>
        synchronizer.look()
        synchronizer.store.delegations
      case None =>
        if (wanted != TopologyStoreId.Authorized) Refusal.shown(node, s"NOT_FOUND/no store $wanted")
        node.store.delegations
    }
    listed.toSeq
      .filter(d => d.namespace.startsWith(args("filterNamespace")))
      .filter(d => args[Option[Fingerprint]]("filterTargetKey").forall(_.unwrap == d.key.fingerprint))
      .map(Typed.listed(wanted, _))
  }

  private def delegate(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    val target = Typed.key(args[SigningPublicKey]("targetKey"))
    val restriction = args[DelegationRestriction]("delegationRestriction").toString
    val delegation = Delegation(args[Namespace]("namespace").unwrap, target, restriction, Run.world.now)
    if (!target.usage.contains("namespace"))
      Refusal.shown(node, s"InvalidKeyUsage(${target.fingerprint} is for ${target.usage.mkString(", ")})")
    if (node.store.delegations.exists(d => d.key == target && d.restriction == delegation.restriction))
      Refusal.shown(node, "TOPOLOGY_MAPPING_ALREADY_EXISTS")
    if (!node.identity.exists(_.namespace == delegation.namespace))
      Refusal.shown(node, "TOPOLOGY_NO_APPROPRIATE_SIGNING_KEY_IN_STORE")
    Signing.byNamespace(node, args[Seq[Fingerprint]]("signedBy").map(_.unwrap), delegating = true)
    Run.step(s"${node.name}: delegate to ${target.fingerprint}") {
      node.store.delegations += delegation
      Broadcast.delegation(node, delegation)
    }
    new SignedTopologyTransaction[TopologyChangeOp, TopologyMapping](delegation)
  }

  private def revoke(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    val target = Typed.key(args[SigningPublicKey]("targetKey"))
    if (!node.store.delegations.exists(_.key == target))
      Refusal.shown(node, "TOPOLOGY_NO_CORRESPONDING_ACTIVE_TX_TO_REVOKE")
    Signing.byNamespace(node, args[Seq[Fingerprint]]("signedBy").map(_.unwrap), delegating = true)
    Run.step(s"${node.name}: revoke ${target.fingerprint}") {
      node.store.delegations.filterInPlace(_.key != target)
      Run.world.synchronizer
        .filter(_ => node.connected)
        .foreach(_.accept(Run.world.network.delay, None)(_.delegations.filterInPlace(_.key != target)))
    }
    new SignedTopologyTransaction[TopologyChangeOp, TopologyMapping](target)
  }
}
