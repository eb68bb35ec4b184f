// Canton KMS Wizard, plan 1d39928eea07
// For Canton 3.4, by the facts of 3.4.12-SNAPSHOT of 2026-04-15.
// Made from the plan: change the answers in the wizard, not this file.
// The new node offers to host each party of parties-bank-1.txt, marked as being onboarded; then it is disconnected, and stays so at a restart.
// For each party it writes hosting-<party>.proposal, which is loaded later, and hosting-<party>.hash, which the party signs.
// It overwrites nothing, and a second run changes nothing. After an interruption it goes on where the first one stopped.

import java.nio.file.{Files, Paths}
val source = `bank-1`
val target = `bank-1-kms`
val list = Paths.get("parties-bank-1.txt")
val offset = Paths.get("hosting-bank-1.offset")
val limit = NonNegativeDuration.ofMinutes(5) // for each wait; a rotation was seen to take up to 100 seconds

// 1. Preconditions
if (!source.health.is_running()) sys.error("STOP: " + source.name + " does not answer")
if (!source.health.initialized()) sys.error("STOP: " + source.name + " is not initialised")
if (!source.health.active) sys.error("STOP: " + source.name + " is a passive replica: run this against the active one")
if (!target.health.is_running()) sys.error("STOP: " + target.name + " does not answer")
if (!target.health.initialized()) sys.error("STOP: " + target.name + " is not initialised")
if (!target.health.active) sys.error("STOP: " + target.name + " is a passive replica: run this against the active one")
val connected = source.synchronizers.list_connected().map(_.synchronizerId).distinct
if (connected.size != 1) {
  sys.error("STOP: " + source.name + " is connected to " + connected.size + " synchronizers: these scripts move parties on the one that it is connected to")
}
val synchronizerId = connected.head
val store = TopologyStoreId.Synchronizer(synchronizerId)
val known = target.synchronizers.list_registered().map(_._1.synchronizerAlias).distinct
if (known.size != 1) {
  sys.error("STOP: " + target.name + " knows " + known.size + " synchronizers: these scripts move parties to a node that knows one")
}
val alias = known.head
if (!Files.isRegularFile(list)) {
  sys.error("STOP: there is no file " + list + ": run the script that lists the parties, in this folder")
}
val parties = Files.readAllLines(list).asScala.toSeq.map(_.trim).filter(_.nonEmpty).distinct.map { uid =>
  PartyId.tryFromProtoPrimitive(uid)
}
if (parties.isEmpty) sys.error("STOP: " + list + " names no party")
def fileOf(party: PartyId) = party.uid.identifier.unwrap.replaceAll("[^A-Za-z0-9_-]", "_").take(100) + "--" + party.namespace.toProtoPrimitive
if (parties.map(p => fileOf(p).toLowerCase).distinct.size != parties.size) {
  sys.error("STOP: " + list + " names parties whose files would be called the same: move one of them in a later round")
}
def proposalOf(party: PartyId) = SignedTopologyTransaction.readFromTrustedFilePVV("hosting-" + fileOf(party) + ".proposal") match {
  case Right(proposal) => proposal
  case Left(why) => sys.error("STOP: " + ("hosting-" + fileOf(party) + ".proposal") + " can not be read: " + why)
}
val hosted = source.topology.party_to_participant_mappings.list(store, filterParticipant = source.id.filterString).map(_.item).filter(_.participantIds.contains(source.id))
parties.foreach { p =>
  if (p.namespace == source.namespace) {
    sys.error("STOP: " + p.toProtoPrimitive + " is a local party of " + source.name + ": with other keys it would be another party; take it out of " + list)
  }
  if (!hosted.exists(m => m.partyId == p && m.participantIds.contains(source.id))) {
    sys.error("STOP: " + source.name + " does not host " + p.toProtoPrimitive)
  }
}
val there = parties.filter(p => hosted.exists(m => m.partyId == p && m.participantIds.contains(target.id)))
if (there.size == parties.size) {
  println("DONE BEFORE: " + target.name + " hosts every party of " + list)
} else {
  if (there.nonEmpty && target.synchronizers.list_connected().nonEmpty) {
    sys.error("STOP: " + target.name + " is in use, and hosts " + there.map(_.toProtoPrimitive).mkString(", ") + ": take out of " + list + " what was moved in an earlier round")
  }
  // 2. The offers: with the mark the new node confirms nothing before it has the contracts
  val unoffered = parties.filterNot(p => Files.exists(Paths.get("hosting-" + fileOf(p) + ".hash")))
  if (unoffered.isEmpty) {
    println("DONE BEFORE: hosting offered")
  } else {
    if (!(target.synchronizers.list_connected().map(_.synchronizerId).distinct == connected)) {
      sys.error("STOP: " + target.name + " is not connected to " + synchronizerId + " alone; what was not offered before it was disconnected is moved in a later round: take it out of " + list)
    }
    def vettedBy(participant: ParticipantId) = source.topology.vetted_packages.list(
      store = Some(store),
      filterParticipant = participant.filterString,
    ).map(_.item).filter(_.participantId == participant).flatMap(_.packages.map(_.packageId.toString)).toSet
    val missing = vettedBy(source.id).diff(vettedBy(target.id))
    if (missing.nonEmpty) {
      sys.error("STOP: " + target.name + " lacks " + missing.size + " packages that " + source.name + " has vetted: upload the same DARs first, which the script that lists the parties names")
    }
    if (source.pruning.get_schedule().isDefined) {
      sys.error("STOP: " + source.name + " prunes by a schedule: write it down, and end it with " + source.name + ".pruning.clear_schedule() until the contracts are exported")
    }
    unoffered.foreach { p =>
      if (!Files.exists(Paths.get("hosting-" + fileOf(p) + ".proposal"))) {
        target.topology.party_to_participant_mappings.propose_delta(
          p,
          adds = Seq((target.id, ParticipantPermission.Confirmation)),
          store = store,
          requiresPartyToBeOnboarded = true,
        ).writeToFile("hosting-" + fileOf(p) + ".proposal.part")
        Files.move(
          Paths.get("hosting-" + fileOf(p) + ".proposal.part"),
          Paths.get("hosting-" + fileOf(p) + ".proposal"),
        )
      }
      Files.move(Files.write(
        Paths.get("hosting-" + fileOf(p) + ".hash" + ".part"),
        proposalOf(p).hash.hash.getCryptographicEvidence.toByteArray,
      ), Paths.get("hosting-" + fileOf(p) + ".hash"))
      println("STEP 2: " + p.toProtoPrimitive + " is to sign " + ("hosting-" + fileOf(p) + ".hash"))
    }
  }
  // 3. Off the synchronizer, also after a restart
  target.synchronizers.disconnect_all()
  if (!target.synchronizers.list_registered().forall(_._1.manualConnect)) {
    target.synchronizers.modify(alias, _.copy(manualConnect = true))
  }
  utils.retry_until_true(limit)(
    target.synchronizers.list_connected().isEmpty,
    failure = "STOP: " + target.name + " is still connected after " + limit.duration + "; what was done stays, run this script again",
  )
  println("STEP 3: " + target.name + " is off its synchronizer")
  // 4. Where the ledger of the old node ends before a party agrees
  if (Files.exists(offset)) {
    println("DONE BEFORE: the place is in " + offset)
  } else {
    Files.move(Files.writeString(Paths.get(offset.toString + ".part"), source.ledger_api.state.end().toString), offset)
    println("STEP 4: the place is in " + offset)
  }
  println(Seq("STATE", target.name, "connected", target.synchronizers.list_connected().nonEmpty).mkString("\t"))
  println(Seq("STATE", source.name, "offset", Files.readString(offset)).mkString("\t"))
}
println("NEXT: each party signs its hash; the signature goes into this folder, under the name that the runbook says")
