// Canton KMS Wizard, plan e572fa87babf
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// Reads the contracts of the old node into the new one, which hosts their parties and is disconnected; then connects it.
// It needs canton.features.enable-repair-commands = yes on the node and in the console.
// A second run changes nothing. An import that was interrupted is not begun again by itself.

import java.nio.file.{Files, Paths}
val node = `bank-1-kms`
val contracts = Paths.get("contracts-bank-1.gz")
val started = Paths.get("contracts-bank-1.gz.import-into-bank-1-kms-begun")
val done = Paths.get("contracts-bank-1.gz.imported-into-bank-1-kms")
val limit = NonNegativeDuration.ofMinutes(5) // for each wait; a rotation was seen to take up to 100 seconds

// 1. Preconditions
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
if (!Files.isRegularFile(contracts)) sys.error("STOP: there is no file " + contracts)
if (!Files.exists(Paths.get("parties-bank-1.tsv.hosted-by-bank-1-kms"))) {
  sys.error("STOP: " + node.name + " does not host the parties yet: run the script before this one first")
}

// 2. The contracts
if (Files.exists(done)) {
  println("DONE BEFORE: contracts imported")
} else {
  if (Files.exists(started)) {
    sys.error("STOP: " + started + " is there: an earlier import was interrupted. Restore the backup from before it, then remove that file")
  }
  if (`bank-1`.health.is_running() && `bank-1`.synchronizers.list_connected().nonEmpty) {
    sys.error("STOP: bank-1 is connected: run the script that exports its contracts, which takes it off the synchronizer")
  }
  if (node.synchronizers.list_connected().nonEmpty) {
    sys.error("STOP: " + node.name + " is connected: run synchronizers.disconnect_all() on it first")
  }
  val synchronizer = node.synchronizers.list_registered().flatMap(_._2.toOption).map(_.logical).distinct
  if (synchronizer.size != 1) {
    sys.error("STOP: " + node.name + " knows several synchronizers, or none: these contracts are of one")
  }
  Files.createFile(started)
  node.repair.import_acs(synchronizer.head, importFilePath = contracts.toString)
  Files.move(started, done)
  println("STEP 2: contracts imported")
}

// 3. Connect. The new state
node.synchronizers.list_registered().map(_._1.synchronizerAlias).foreach { alias =>
  node.synchronizers.modify(alias, _.copy(manualConnect = false))
}
node.synchronizers.reconnect_all()
utils.retry_until_true(limit)(
  node.synchronizers.list_connected().nonEmpty,
  failure = "STOP: " + node.name + " is connected to no synchronizer after " + limit.duration + "; what was done stays, run this script again",
)
println("STATE\tparties\t" + node.parties.hosted(limit = 10000).filter { p =>
  p.participants.exists(_.participant == node.id) && !p.participants.exists(h => h.participant.uid == p.party.uid)
}.size)
println("STATE\tping\t" + node.health.ping(node))
