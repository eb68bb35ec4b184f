// Canton KMS Wizard, plan c3b6278117b0
// For Canton 3.3, by the facts of 3.3.0-SNAPSHOT of 2025-10-22.
// Made from the plan: change the answers in the wizard, not this file.
// Disconnects the node from its synchronizers and writes the contracts of all parties it hosts into a file.
// It needs canton.features.enable-testing-commands = yes on the node and in the console.
// It overwrites nothing: a second run stops. After an interruption it goes on where the first one stopped.

import java.nio.file.{Files, Paths}
val node = `bank-1`
val contracts = Paths.get("contracts-bank-1.gz")
val partial = Paths.get("contracts-bank-1.gz.part")
val limit = NonNegativeDuration.ofMinutes(60) // for each wait, and for the contracts; more where there are very many

// 1. Preconditions
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
if (node.uid.toProtoPrimitive != "bank-1::12201111111111111111111111111111111111111111111111111111111111111111") {
  sys.error("STOP: this is " + node.uid.toProtoPrimitive + ", the inventory was of " + "bank-1::12201111111111111111111111111111111111111111111111111111111111111111")
}
if (Files.exists(contracts)) sys.error("STOP: DONE BEFORE: the contracts are in " + contracts)
val parties = node.parties.hosted().map(_.party).toSet
if (parties.isEmpty) {
  sys.error("STOP: " + node.name + " hosts no party that it knows of; if it is disconnected, run synchronizers.reconnect_all() on it first")
}
println("PARTIES\t" + parties.size)

// 2. Off the synchronizers: from here on nothing changes in what the node holds
node.synchronizers.disconnect_all()
utils.retry_until_true(limit)(
  node.synchronizers.list_connected().isEmpty,
  failure = "STOP: " + node.name + " is still connected after " + limit.duration + "; what was done stays, run this script again",
)
println("STEP 2: disconnected")

// 3. The contracts, as of the end of the ledger; what an interrupted run wrote is begun anew
val offset = node.ledger_api.state.end()
Files.deleteIfExists(partial)
node.parties.export_acs(
  parties,
  exportFilePath = partial.toString,
  ledgerOffset = NonNegativeLong.tryCreate(offset),
  timeout = limit,
)
Files.move(partial, contracts)
println("STEP 3: contracts as of " + offset + " are in " + contracts)
println("NEXT: stop the old node for good; it must never connect again")
