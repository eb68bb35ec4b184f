// Canton KMS Wizard, plan 9006451346ec
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// Reads the contracts of the old node into the new one, which has connected to its synchronizer once.
// It needs canton.features.enable-repair-commands = yes on the node and in the console.
// A second run changes nothing. An import that was interrupted is not begun again by itself.

import java.nio.file.{Files, Paths}
val node = `bank-1-kms`
val contracts = Paths.get("contracts-bank-1.gz")
val started = Paths.get("contracts-bank-1.gz.import-into-bank-1-kms-begun")
val done = Paths.get("contracts-bank-1.gz.imported-into-bank-1-kms")
val limit = NonNegativeDuration.ofMinutes(60) // for each wait, and for the contracts; more where there are very many

// 1. Preconditions
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
if (node.uid.toProtoPrimitive != "bank-1::12201111111111111111111111111111111111111111111111111111111111111111") {
  sys.error("STOP: this is " + node.uid.toProtoPrimitive + ", the inventory was of " + "bank-1::12201111111111111111111111111111111111111111111111111111111111111111")
}
if (!Files.isRegularFile(contracts)) sys.error("STOP: there is no file " + contracts)
if (Files.exists(done)) {
  println("DONE BEFORE: contracts imported")
} else {
  if (Files.exists(started)) {
    sys.error("STOP: " + started + " is there: an earlier import was interrupted. See what the node holds before you remove that file")
  }
  // 2. Connect once, so that the node knows the synchronizer; then off it, for the import
  if (node.synchronizers.list_registered().isEmpty) {
    node.synchronizers.connect("da", "https://sequencer1.example.com:5001")
  }
  node.synchronizers.reconnect_all()
  utils.retry_until_true(limit)(
    node.synchronizers.list_connected().nonEmpty,
    failure = "STOP: " + node.name + " is connected to no synchronizer after " + limit.duration + "; what was done stays, run this script again",
  )
  val synchronizer = node.synchronizers.list_connected().map(_.synchronizerId).distinct
  if (synchronizer.size != 1) {
    sys.error("STOP: " + node.name + " is connected to several synchronizers: this script imports the contracts of one")
  }
  node.synchronizers.disconnect_all()
  utils.retry_until_true(limit)(
    node.synchronizers.list_connected().isEmpty,
    failure = "STOP: " + node.name + " is still connected after " + limit.duration + "; what was done stays, run this script again",
  )
  println("STEP 2: connected once")
  // 3. The contracts
  Files.createFile(started)
  node.repair.import_acs(synchronizer.head, importFilePath = contracts.toString)
  Files.move(started, done)
  println("STEP 3: contracts imported")
}

// 4. Connect again. The new state
node.synchronizers.reconnect_all()
utils.retry_until_true(limit)(
  node.synchronizers.list_connected().nonEmpty,
  failure = "STOP: " + node.name + " is connected to no synchronizer after " + limit.duration + "; what was done stays, run this script again",
)
println("STATE\tping\t" + node.health.ping(node))
