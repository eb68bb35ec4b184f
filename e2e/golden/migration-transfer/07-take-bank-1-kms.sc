// Canton KMS Wizard, plan 48a48df38933
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// Reads the contracts of each party of parties-bank-1.txt into the new node, which is off its synchronizer, and connects it again.
// Then it ends the onboarding of each party, which takes as long as transactions may still be decided that began before.
// A second run changes nothing. An import that was interrupted is not begun again by itself.

import java.nio.file.{Files, Paths}
val target = `bank-1-kms`
val list = Paths.get("parties-bank-1.txt")
val before = Paths.get("reconnecting-bank-1-kms.offset")
val limit = NonNegativeDuration.ofMinutes(5) // for each wait; a rotation was seen to take up to 100 seconds

// 1. Preconditions
if (!target.health.is_running()) sys.error("STOP: " + target.name + " does not answer")
if (!target.health.initialized()) sys.error("STOP: " + target.name + " is not initialised")
if (!target.health.active) sys.error("STOP: " + target.name + " is a passive replica: run this against the active one")
val known = target.synchronizers.list_registered().map(_._1.synchronizerAlias).distinct
if (known.size != 1) {
  sys.error("STOP: " + target.name + " knows " + known.size + " synchronizers: these scripts move parties to a node that knows one")
}
val alias = known.head
val synchronizerId = target.synchronizers.list_registered().flatMap(_._2.toOption).map(_.logical).headOption.getOrElse(sys.error("STOP: " + target.name + " has never been connected to its synchronizer"))
val store = TopologyStoreId.Synchronizer(synchronizerId)
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
def hostOf(party: PartyId) = target.topology.party_to_participant_mappings.list(store, filterParty = party.filterString).map(_.item).filter(_.partyId == party).flatMap(_.participants).filter(_.participantId == target.id)
parties.foreach { p =>
  if (!Files.isRegularFile(Paths.get("party-" + fileOf(p) + ".acs.gz"))) {
    sys.error("STOP: there is no file " + ("party-" + fileOf(p) + ".acs.gz"))
  }
  if (Files.exists(Paths.get("party-" + fileOf(p) + ".acs.gz.import-into-bank-1-kms-begun"))) {
    sys.error("STOP: " + ("party-" + fileOf(p) + ".acs.gz.import-into-bank-1-kms-begun") + " is there: an earlier import was interrupted. Restore the backup of " + target.name + " before you remove that file, and with it every file that ends in .imported-into-bank-1-kms")
  }
}
val unfinished = parties.filterNot { p =>
  Files.exists(Paths.get("party-" + fileOf(p) + ".acs.gz.imported-into-bank-1-kms"))
}

// 2. The contracts
if (unfinished.isEmpty) {
  println("DONE BEFORE: contracts imported")
} else {
  if (target.synchronizers.list_connected().nonEmpty) {
    sys.error("STOP: " + target.name + " is connected: run the script that offers the hosting, which disconnects it; a party that agreed while it was connected can not be moved this way")
  }
  if (!target.synchronizers.list_registered().forall(_._1.manualConnect)) {
    sys.error("STOP: " + target.name + " would connect at its next start: run the script that offers the hosting again")
  }
  unfinished.foreach { p =>
    Files.createFile(Paths.get("party-" + fileOf(p) + ".acs.gz.import-into-bank-1-kms-begun"))
    target.parties.import_party_acs(synchronizerId, party = Some(p), importFilePath = "party-" + fileOf(p) + ".acs.gz")
    Files.move(
      Paths.get("party-" + fileOf(p) + ".acs.gz.import-into-bank-1-kms-begun"),
      Paths.get("party-" + fileOf(p) + ".acs.gz.imported-into-bank-1-kms"),
    )
    println("STEP 2: " + p.toProtoPrimitive + " imported")
  }
}

// 3. Connect again. Where the ledger ended before is where the end of the onboarding is looked for from
if (!Files.exists(before)) {
  Files.move(Files.writeString(Paths.get(before.toString + ".part"), target.ledger_api.state.end().toString), before)
}
if (target.synchronizers.list_registered().forall(_._1.manualConnect)) {
  target.synchronizers.modify(alias, _.copy(manualConnect = false))
}
if (target.synchronizers.list_connected().isEmpty) target.synchronizers.reconnect_all()
utils.retry_until_true(limit)(
  target.synchronizers.list_connected().nonEmpty,
  failure = "STOP: " + target.name + " is connected to no synchronizer after " + limit.duration + "; what was done stays, run this script again",
)
println("STEP 3: " + target.name + " is connected")

// 4. The end of the onboarding: from then on the new node confirms for the party
parties.foreach { p =>
  if (hostOf(p).exists(h => !h.onboarding)) {
    println("DONE BEFORE: " + p.toProtoPrimitive + " is onboarded")
  } else {
    utils.retry_until_true(limit)(
      {
        if (hostOf(p).exists(_.onboarding)) {
          target.parties.clear_party_onboarding_flag(p, synchronizerId, Files.readString(before).trim.toLong)
        }
        hostOf(p).exists(h => !h.onboarding)
      },
      failure = "STOP: " + p.toProtoPrimitive + " is still being onboarded by " + target.name + ", which the node goes on to end by itself, after " + limit.duration + "; what was done stays, run this script again",
    )
    println("STEP 4: " + p.toProtoPrimitive + " is onboarded")
  }
  hostOf(p).foreach(h => println(Seq("STATE", "hosts", p.toProtoPrimitive, h.permission, h.onboarding).mkString("\t")))
}
println("STATE\tping\t" + target.health.ping(target))
println("NEXT: start the other replicas of " + target.name + " if there are any, and back it up before the old node is given up")
