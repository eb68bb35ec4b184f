package com.digitalasset.canton.standin

import com.digitalasset.canton.admin.api.client.data.{DarDescription, PruningSchedule}
import com.digitalasset.canton.admin.api.client.data.topology.ListVettedPackagesResult
import com.digitalasset.canton.config.RequireTypes.PositiveInt
import com.digitalasset.canton.topology.ParticipantId
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.transaction.{VettedPackage, VettedPackages}

/** What a participant has vetted, each package by a DAR of its own, and what it prunes by itself. */
object UpkeepCommands {
  def dars(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    node.packages.map(id => DarDescription(id, s"$id-dar", "1.0.0", "")).take(args[PositiveInt]("limit").value)
  }

  def vetted(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    for {
      other <- Run.world.nodes.filter(_.kind == "participant")
      own <- other.identity.filter(known => known.uid.startsWith(args[String]("filterParticipant"))).toSeq
    } yield {
      val id = ParticipantId(Typed.uid(own))
      val context = Typed.result(TopologyStoreId.Authorized, Run.world.now, None, 1, id.fingerprint)
      ListVettedPackagesResult(context, VettedPackages(id, other.packages.map(VettedPackage(_))))
    }
  }

  def pruning(node: NodeState, name: String): Any = {
    LifeCommands.identified(node)
    name match {
      case "get_schedule"   => node.pruning.map(PruningSchedule(_))
      case "clear_schedule" => if (node.pruning.isDefined) Run.step(s"${node.name}: prune no more") { node.pruning = None }
    }
  }
}
