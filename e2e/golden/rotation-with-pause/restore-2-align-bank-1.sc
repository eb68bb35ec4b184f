// Canton KMS Wizard, plan c0cf49bd6a8f
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// After a restore: brings the node's own list of announced keys up to the synchronizer's. Until then a change of its
// keys would be lost without a message. Nothing changes on the synchronizer. A second run changes nothing.

val node = `bank-1`
val left: Set[String] = Set() // synchronizers that the node has left for good, each as a STOP below names it

// 1. Preconditions
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
def held = node.keys.secret.list()
def lists = node.topology.owner_to_key_mappings.list(filterKeyOwnerUid = node.uid.toProtoPrimitive)
def show(word: String) = lists.foreach { m =>
  println(Seq(
    word,
    m.context.storeId.toString,
    "serial " + m.context.serial,
    m.item.keys.map(_.fingerprint.unwrap).mkString(" "),
  ).mkString("\t"))
}
show("BEFORE")
def own = lists.find(_.context.storeId == TopologyStoreId.Authorized).getOrElse(sys.error("STOP: the node has announced no key"))
val others = lists.filter(_.context.storeId != TopologyStoreId.Authorized).filterNot { m =>
  left.contains(m.context.storeId.toString)
}
val connected = node.synchronizers.list_connected().map { s =>
  Seq(TopologyStoreId.Synchronizer(s.physicalSynchronizerId), TopologyStoreId.Synchronizer(s.synchronizerId))
}
if (connected.isEmpty) sys.error("STOP: " + node.name + " is connected to no synchronizer")
others.foreach { m =>
  if (!connected.exists(_.contains(m.context.storeId))) {
    sys.error("STOP: " + node.name + " is not connected to " + m.context.storeId + ": run synchronizers.reconnect_all() on it; if it has left that synchronizer for good, write this name into left, at the top of this script")
  }
}
connected.foreach { names =>
  if (names.exists(s => left.contains(s.toString))) {
    sys.error("STOP: left names " + names.head + ", to which " + node.name + " is connected")
  }
  if (!others.exists(m => names.contains(m.context.storeId))) {
    sys.error("STOP: " + node.name + " is connected to " + names.head + ", which does not show its keys")
  }
}
if (others.map(m => (m.context.serial, m.item.keys)).distinct.size > 1) {
  sys.error("STOP: the synchronizers differ among themselves")
}
val target = others.head
if (own.context.serial.value > target.context.serial.value) {
  sys.error("STOP: the node is ahead of the synchronizer: wait, or connect it")
}
val missing = target.item.keys.filterNot(k => held.exists(_.publicKey.fingerprint == k.fingerprint))
if (missing.nonEmpty) sys.error("STOP: the node does not hold " + missing.map(_.fingerprint.unwrap).mkString(" "))

// 2. Repeat in its own list what it lost, one after the other: the same list twice would be refused
if (own.context.serial == target.context.serial && own.item.keys.toSet == target.item.keys.toSet) {
  println("DONE BEFORE: the lists agree")
} else {
  if (own.context.serial == target.context.serial) sys.error("STOP: the same serial, and other keys")
  val lost = node.topology.owner_to_key_mappings.list(store = Some(target.context.storeId), timeQuery = TimeQuery.Range(
    None,
    None,
  ), filterKeyOwnerUid = node.uid.toProtoPrimitive).filter(m => m.context.serial.value > own.context.serial.value).sortBy { m =>
    m.context.serial.value
  }
  val between = lost.flatMap(_.item.keys).distinct.filterNot(k => held.exists(_.publicKey.fingerprint == k.fingerprint))
  if (between.nonEmpty) {
    sys.error("STOP: the node does not hold what was announced in between: " + between.map(_.fingerprint.unwrap).mkString(" "))
  }
  lost.foreach { m =>
    node.topology.owner_to_key_mappings.propose(node.id.member, m.item.keys, serial = Some(m.context.serial))
    println("STEP 2: own list written with serial " + m.context.serial)
  }
}

// 3. The new state
show("STATE")
println("STATE\tping\t" + node.health.ping(node))
