// Canton KMS Wizard, plan e572fa87babf
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// Announces the new node as one more host of the parties, and disconnects it: what happens from then on waits for it at
// the sequencer until their contracts are imported.
// A second run changes nothing; after an interruption it goes on where the first one stopped.

import java.nio.file.{Files, Paths}
val node = `bank-1-kms`
val contracts = Paths.get("contracts-bank-1.gz")
val offset = Paths.get("contracts-bank-1.offset")
val parties = Paths.get("parties-bank-1.tsv")
val begun = Paths.get("parties-bank-1.tsv.hosted-by-bank-1-kms.begun")
val announced = Paths.get("parties-bank-1.tsv.hosted-by-bank-1-kms")
val limit = NonNegativeDuration.ofMinutes(5) // for each wait; a rotation was seen to take up to 100 seconds
val permissions = Map(
  ("Submission", ParticipantPermission.Submission),
  ("Confirmation", ParticipantPermission.Confirmation),
  ("Observation", ParticipantPermission.Observation),
)

// 1. Preconditions
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
if (`bank-1`.health.is_running() && `bank-1`.synchronizers.list_connected().nonEmpty) {
  sys.error("STOP: bank-1 is connected: run the script that exports its contracts, which takes it off the synchronizer")
}
if (Files.exists(Paths.get("contracts-bank-1.gz.imported-into-bank-1-kms"))) {
  sys.error("STOP: DONE BEFORE: the contracts are imported, and the node is to stay connected")
}
if (!Files.exists(contracts)) sys.error("STOP: there is no file " + contracts + ": export the contracts first")
if (!Files.exists(parties)) sys.error("STOP: there is no file " + parties)
if (`bank-1`.health.is_running() && !Files.exists(announced) && `bank-1`.ledger_api.state.end().toString != Files.readString(offset).trim) {
  if (Files.exists(begun)) {
    sys.error("STOP: " + `bank-1`.name + " has been at work since its contracts were written, and bank-1-kms may host some of their parties. Empty its database, give it another identifier, remove " + contracts + ", " + offset + ", " + parties + ", " + begun + ", and begin anew with its identity")
  }
  sys.error("STOP: " + `bank-1`.name + " has been at work since its contracts were written: remove " + contracts + ", " + offset + ", " + parties + " and export them again")
}
// A party and a permission on each line
val rows = Files.readString(parties).split("\n").toSeq.map(_.split("\t")).map { row =>
  (PartyId.tryFromProtoPrimitive(row(0)), row(1))
}
rows.foreach { row =>
  if (!permissions.contains(row._2)) sys.error("STOP: " + row._1 + " has no permission that is known: " + row._2)
  if (row._1.namespace != node.namespace) sys.error("STOP: " + row._1 + " is not of the namespace of " + node.name)
}

// 2. On the synchronizer, for as long as it takes
if (Files.exists(announced)) {
  println("DONE BEFORE: the parties are hosted by " + node.name)
} else {
  node.synchronizers.disconnect_all()
  utils.retry_until_true(limit)(
    node.synchronizers.list_connected().isEmpty,
    failure = "STOP: " + node.name + " is still connected after " + limit.duration + "; what was done stays, run this script again",
  )
  node.synchronizers.list_registered().map(_._1.synchronizerAlias).foreach { alias =>
    node.synchronizers.modify(alias, _.copy(manualConnect = true))
  }
  node.synchronizers.list_registered().map(_._1.synchronizerAlias).foreach(alias => node.synchronizers.reconnect(alias))
  utils.retry_until_true(limit)(
    node.synchronizers.list_connected().nonEmpty,
    failure = "STOP: " + node.name + " is connected to no synchronizer after " + limit.duration + "; what was done stays, run this script again",
  )
  val synchronizer = node.synchronizers.list_connected().map(_.synchronizerId).distinct
  if (synchronizer.size != 1) {
    sys.error("STOP: " + node.name + " is connected to several synchronizers: these parties are of one")
  }
  // 3. The parties, each with one more host
  def hosting = node.parties.hosted(limit = 10000).filter { p =>
    p.participants.exists(_.participant == node.id) && !p.participants.exists(h => h.participant.uid == p.party.uid)
  }.map(_.party).toSet
  Files.writeString(begun, "")
  rows.foreach { row =>
    if (hosting.contains(row._1)) {
      println("DONE BEFORE: " + row._1)
    } else {
      node.topology.party_to_participant_mappings.propose_delta(
        row._1,
        adds = Seq((node.id, permissions(row._2))),
        mustFullyAuthorize = true,
        store = TopologyStoreId.Synchronizer(synchronizer.head),
      )
      println("STEP 3: " + row._1 + ", " + row._2)
    }
  }
  utils.retry_until_true(limit)(
    rows.forall(row => hosting.contains(row._1)),
    failure = "STOP: the synchronizer does not show " + node.name + " as a host of all parties after " + limit.duration + "; what was done stays, run this script again",
  )
  Files.createFile(announced)
}

// 4. Off it, until the contracts are there
node.synchronizers.disconnect_all()
utils.retry_until_true(limit)(
  node.synchronizers.list_connected().isEmpty,
  failure = "STOP: " + node.name + " is still connected after " + limit.duration + "; what was done stays, run this script again",
)
node.synchronizers.list_registered().map(_._1.synchronizerAlias).foreach { alias =>
  node.synchronizers.modify(alias, _.copy(manualConnect = true))
}
println("STATE\t" + rows.size + "\tparties hosted, disconnected")
println("NEXT: back up the database of " + node.name + ", then import the contracts")
