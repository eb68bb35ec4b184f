package com.digitalasset.canton.standin

import com.digitalasset.canton.topology.{ParticipantId, PartyId}
import java.nio.file.{Files, Paths}
import java.time.Instant

/** Where a node's ledger ends: it grows as time passes, and stands still while the node is off its synchronizer. */
object Ledger {
  def end(world: World): Long = world.now.getEpochSecond - Instant.parse("2026-01-01T00:00:00Z").getEpochSecond
  def end(node: NodeState): Long = node.endedAt.getOrElse(end(Run.world))
}

/** What a party has goes to another host of it: exported, imported, and the mark removed that it is being onboarded there. */
object ReplicationCommands {
  def call(node: NodeState, name: String, args: Args): Any = {
    LifeCommands.identified(node)
    name match {
      case "export_party_acs"            => exported(node, args)
      case "import_party_acs"            => imported(node, args)
      case "clear_party_onboarding_flag" => clear(node, args)
    }
  }

  /** From its beginning at the target on: the ledger is searched for it after the place that is given. */
  private def exported(node: NodeState, args: Args): Unit = {
    val party = HostingCommands.find(node, args[PartyId]("party").toProtoPrimitive)
    val target = args[ParticipantId]("targetParticipantId").uid.toProtoPrimitive
    if (!hosts(party, node.identity.fold("")(_.uid)).exists(!_.onboarding))
      Refusal.shown(node, s"INVALID_ARGUMENT/the participant does not host ${party.uid}")
    activated(node, party, target, args("beginOffsetExclusive"))
    Run.step(s"${node.name}: export what ${party.uid} has") {
      Files.writeString(Paths.get(args[String]("exportFilePath")), s"${party.uid}\n$target")
    }
  }

  /** Only off the synchronizers, and once: contracts that are there already are refused. */
  private def imported(node: NodeState, args: Args): Unit = {
    if (node.connected) Refusal.shown(node, "FAILED_PRECONDITION/the participant is connected to a synchronizer")
    val lines = Files.readString(Paths.get(args[String]("importFilePath"))).split('\n')
    val (party, target) = (lines(0), lines(1))
    if (!node.identity.exists(_.uid == target)) Refusal.shown(node, s"INVALID_ARGUMENT/exported for $target")
    if (args.has("party") && args[Option[PartyId]]("party").exists(_.toProtoPrimitive != party))
      Refusal.shown(node, s"INVALID_ARGUMENT/exported of $party")
    if (node.contractsOf.contains(party)) Refusal.shown(node, "IMPORT_ACS_ERROR: a contract exists already")
    val missing = Run.world.nodes.filter(other => hosts(HostingCommands.find(node, party), other.identity.fold("")(_.uid)).isDefined)
      .flatMap(_.packages).filterNot(node.packages.contains)
    if (missing.nonEmpty) Refusal.shown(node, s"IMPORT_ACS_ERROR: the package ${missing.head} is not known")
    Run.step(s"${node.name}: import what $party has") { node.contractsOf = node.contractsOf :+ party }
  }

  /** Asked for, it is done when the synchronizer has been looked at a few times. Asked again, it changes nothing. */
  private def clear(node: NodeState, args: Args): Any = {
    if (!node.connected) Refusal.shown(node, "FAILED_PRECONDITION/the participant is connected to no synchronizer")
    val party = HostingCommands.find(node, args[PartyId]("party").toProtoPrimitive)
    val own = node.identity.fold("")(_.uid)
    activated(node, party, own, args("beginOffsetExclusive"))
    val marked = hosts(party, own).exists(_.onboarding)
    if (marked && !party.clearing) Run.step(s"${node.name}: ask for the end of the onboarding of ${party.uid}") {
      party.clearing = true
      Run.world.synchronizer.foreach(_.accept(Run.world.network.delay, None) { _ =>
        party.clearing = false
        party.serial += 1
        party.hosts = party.hosts.map(_.map(h => if (h.participant == own) h.copy(onboarding = false) else h))
      })
    }
    OnThisLine.onboarding(hosts(party, own).exists(_.onboarding))
  }

  private def hosts(party: Party, participant: String): Option[Host] =
    party.hosts.getOrElse(Seq.empty).find(_.participant == participant)

  private def activated(node: NodeState, party: Party, target: String, after: Long): Unit =
    if (!hosts(party, target).exists(_.since > after))
      Refusal.shown(node, s"INVALID_STATE/no activation of ${party.uid} on $target after $after")
}
