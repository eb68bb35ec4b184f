// Canton KMS Wizard, plan 1d39928eea07
// For Canton 3.4, by the facts of 3.4.12-SNAPSHOT of 2026-04-15.
// Made from the plan: change the answers in the wizard, not this file.
// Lists the external parties that the old node hosts in parties-bank-1.txt, and shows what the new one lacks.
// It changes nothing on the nodes. A second run shows the same again, and leaves the file as it is.
// Take lines out of the file to move those parties in a later round.

import java.nio.file.{Files, Paths}
val source = `bank-1`
val target = `bank-1-kms`
val list = Paths.get("parties-bank-1.txt")
val most = 10000 // DARs whose names are looked up

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
val hosted = source.topology.party_to_participant_mappings.list(store, filterParticipant = source.id.filterString).map(_.item).filter(_.participantIds.contains(source.id))

// 2. The parties. Those in the namespace of the node would be other parties with other keys: they stay
hosted.map(_.partyId).filter(_.namespace == source.namespace).foreach(p => println("LOCAL\t" + p.toProtoPrimitive))
val external = hosted.filterNot(_.namespace == source.namespace)
external.filter(m => m.participantIds.contains(target.id)).map(_.partyId).foreach { p =>
  println("HOSTED BY BOTH\t" + p.toProtoPrimitive)
}
val left = external.filterNot(m => m.participantIds.contains(target.id)).map(_.partyId)
left.foreach(p => println("EXTERNAL\t" + p.toProtoPrimitive))
if (Files.exists(list)) {
  println("DONE BEFORE: " + list + " is there, and stays as it is")
} else {
  if (left.isEmpty) sys.error("STOP: " + source.name + " hosts no external party that is to move")
  Files.move(
    Files.writeString(Paths.get(list.toString + ".part"), left.map(p => p.toProtoPrimitive + "\n").mkString),
    list,
  )
  println("STEP 2: " + left.size + " parties are in " + list)
}

// 3. What the new node lacks, and what may be pruned before the contracts are exported
def vettedBy(participant: ParticipantId) = source.topology.vetted_packages.list(
  store = Some(store),
  filterParticipant = participant.filterString,
).map(_.item).filter(_.participantId == participant).flatMap(_.packages.map(_.packageId.toString)).toSet
val missing = vettedBy(source.id).diff(vettedBy(target.id))
val dars = source.dars.list(limit = most)
dars.filter(d => missing.contains(d.mainPackageId)).foreach { d =>
  println(Seq("MISSING", d.name, d.version, d.mainPackageId).mkString("\t"))
}
println("MISSING PACKAGES\t" + missing.size)
source.pruning.get_schedule().foreach(s => println("PRUNING SCHEDULE\t" + s))
println("NEXT: upload what is missing to " + target.name + ", write down a pruning schedule of " + source.name + " and clear it, take out of the file what is to move later")
