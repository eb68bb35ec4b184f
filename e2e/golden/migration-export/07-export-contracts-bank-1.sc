// Canton KMS Wizard, plan e572fa87babf
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// Sees that the new node is ready, disconnects the old one from its synchronizer, and writes the parties of its
// namespace and their contracts into files. Nothing may be submitted from then on, by anybody who has to do with them.
// It overwrites no contracts: a second run changes nothing. After an interruption it goes on where the first one stopped.

import java.nio.file.{Files, Paths}
val node = `bank-1`
val target = `bank-1-kms` // the node that takes its place
val contracts = Paths.get("contracts-bank-1.gz")
val offset = Paths.get("contracts-bank-1.offset")
val parties = Paths.get("parties-bank-1.tsv")
val begun = Paths.get("parties-bank-1.tsv.hosted-by-bank-1-kms.begun")
val announced = Paths.get("parties-bank-1.tsv.hosted-by-bank-1-kms")
val partial = Paths.get("contracts-bank-1.gz.part")
val limit = NonNegativeDuration.ofMinutes(60) // for each wait, and for the contracts; more where there are very many

// 1. Preconditions
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
if (node.uid.toProtoPrimitive != "bank-1::12201111111111111111111111111111111111111111111111111111111111111111") {
  sys.error("STOP: this is " + node.uid.toProtoPrimitive + ", the inventory was of " + "bank-1::12201111111111111111111111111111111111111111111111111111111111111111")
}
if (Files.exists(contracts)) {
  if (node.health.is_running() && !Files.exists(announced) && node.ledger_api.state.end().toString != Files.readString(offset).trim) {
    if (Files.exists(begun)) {
      sys.error("STOP: " + node.name + " has been at work since its contracts were written, and bank-1-kms may host some of their parties. Empty its database, give it another identifier, remove " + contracts + ", " + offset + ", " + parties + ", " + begun + ", and begin anew with its identity")
    }
    sys.error("STOP: " + node.name + " has been at work since its contracts were written: remove " + contracts + ", " + offset + ", " + parties + " and export them again")
  }
  println("DONE BEFORE: the contracts are in " + contracts)
  node.synchronizers.disconnect_all()
  utils.retry_until_true(limit)(
    node.synchronizers.list_connected().isEmpty,
    failure = "STOP: " + node.name + " is still connected after " + limit.duration + "; what was done stays, run this script again",
  )
  node.synchronizers.list_registered().map(_._1.synchronizerAlias).foreach { alias =>
    node.synchronizers.modify(alias, _.copy(manualConnect = true))
  }
} else {
  if (!target.health.is_running()) sys.error("STOP: " + target.name + " does not answer")
  if (!target.health.initialized()) sys.error("STOP: " + target.name + " is not initialised")
  if (target.namespace != node.namespace) {
    sys.error("STOP: " + target.name + " has another namespace than " + node.name + ": it can not host its parties")
  }
  if (target.uid == node.uid) {
    sys.error("STOP: " + target.name + " has the identity of " + node.name + ": give it an identifier of its own")
  }
  val here = node.synchronizers.list_connected().map(_.synchronizerId).distinct
  val there = target.synchronizers.list_connected().map(_.synchronizerId).distinct
  if (here.size > 1) sys.error("STOP: " + node.name + " is connected to several synchronizers: these files are for one")
  if (there.size != 1) {
    sys.error("STOP: " + target.name + " is not connected to one synchronizer; to connect it: synchronizers.modify with manualConnect = false, then synchronizers.reconnect_all()")
  }
  if (here.nonEmpty && here != there) sys.error("STOP: the two nodes are connected to different synchronizers")
  val packages = target.dars.list(limit = 10000).map(_.mainPackageId).toSet
  val missing = node.dars.list(limit = 10000).filterNot(d => packages.contains(d.mainPackageId))
  if (missing.nonEmpty) {
    sys.error("STOP: " + target.name + " lacks packages; upload there: " + missing.map(d => d.name + " " + d.version).mkString(", "))
  }
  val hosted = node.parties.hosted(limit = 10000).filter { p =>
    p.participants.exists(_.participant == node.id) && !p.participants.exists(h => h.participant.uid == p.party.uid)
  }
  if (node.parties.hosted(limit = 10000).size >= 10000) {
    sys.error("STOP: there are 10000 parties or more: this script would overlook some")
  }
  val own = hosted.filter(p => p.party.namespace == node.namespace)
  val elsewhere = target.parties.hosted(limit = 10000).filter { p =>
    p.participants.exists(_.participant == target.id) && !p.participants.exists(h => h.participant.uid == p.party.uid)
  }.map(_.party).toSet
  if (own.exists(p => elsewhere.contains(p.party))) {
    sys.error("STOP: " + target.name + " hosts parties of " + node.name + " already: either its contracts are there, and nothing is left to do, or begin anew with an empty database and another identifier")
  }
  if (own.isEmpty) sys.error("STOP: " + node.name + " hosts no party of its namespace that it knows of")
  val unclear = own.filter(p => p.participants.flatMap(_.synchronizers).map(_.permission.toString).distinct.size != 1)
  if (unclear.nonEmpty) {
    sys.error("STOP: " + node.name + " has not one permission for " + unclear.map(_.party.toProtoPrimitive).mkString(", "))
  }
  hosted.filter(p => p.party.namespace != node.namespace).foreach { p =>
    println("STAYS\t" + p.party.toProtoPrimitive + "\tit has keys of its own and moves another way")
  }
  println("STAYS\t" + node.uid.toProtoPrimitive + "\tthe party of the node itself")
  println("PARTIES\t" + own.size)
  // 2. The parties, each with what the node may do for it
  Files.writeString(parties, own.map { p =>
    p.party.toProtoPrimitive + "\t" + p.participants.flatMap(_.synchronizers).map(_.permission.toString).distinct.head
  }.mkString("\n"))
  println("STEP 2: " + own.size + " parties are in " + parties)
  // 3. Off the synchronizer: from here on nothing changes in what the node holds
  node.synchronizers.disconnect_all()
  utils.retry_until_true(limit)(
    node.synchronizers.list_connected().isEmpty,
    failure = "STOP: " + node.name + " is still connected after " + limit.duration + "; what was done stays, run this script again",
  )
  node.synchronizers.list_registered().map(_._1.synchronizerAlias).foreach { alias =>
    node.synchronizers.modify(alias, _.copy(manualConnect = true))
  }
  println("STEP 3: disconnected")
  // 4. The contracts, as of the end of the ledger; what an interrupted run wrote is begun anew
  val end = node.ledger_api.state.end()
  Files.deleteIfExists(partial)
  node.repair.export_acs(own.map(_.party).toSet, end, exportFilePath = partial.toString, timeout = limit)
  Files.writeString(offset, end.toString)
  Files.move(partial, contracts)
  println("STEP 4: contracts as of " + end + " are in " + contracts)
}
println("NEXT: let the new node host the parties; the old one stays as it is, disconnected")
