// Canton KMS Wizard, plan 4833955eda76
// For Canton 3.4, by the facts of 3.4.12-SNAPSHOT of 2026-04-15.
// Made from the plan: change the answers in the wizard, not this file.
// Deletes retired private keys for good. Nothing but a backup brings them back.

val node = plain1
// The key, its id in the KMS ("": it is in none), and up to when the node is pruned at least
val retired = Seq(("12205555555555555555555555555555555555555555555555555555555555555555", "", Instant.parse("2026-11-01T00:00:00Z")))

// 1. Preconditions, all of them before the first change
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
def held = node.keys.secret.list()
def onSynchronizers = node.topology.owner_to_key_mappings.list(filterKeyOwnerUid = node.uid.toProtoPrimitive).filter(_.context.storeId != TopologyStoreId.Authorized)
// What it knows of a synchronizer must be of today: a key that it has withdrawn may be in use there again
if (node.synchronizers.list_connected().isEmpty) sys.error("STOP: " + node.name + " is connected to no synchronizer")
if (onSynchronizers.size != node.synchronizers.list_connected().size) {
  sys.error("STOP: " + node.name + " has a list of its keys on " + onSynchronizers.size + " synchronizers and is connected to " + node.synchronizers.list_connected().size + ": connect it to each of them")
}
// Every list of announced keys, now and earlier, of the node and of each synchronizer
val history = node.topology.owner_to_key_mappings.list(
  timeQuery = TimeQuery.Range(None, None),
  filterKeyOwnerUid = node.uid.toProtoPrimitive,
)
def holding(fingerprint: String) = history.filter(_.item.keys.exists(_.fingerprint.unwrap == fingerprint))
retired.foreach {
  case (fingerprint, kmsKeyId, retiredBefore) =>
    if (fingerprint == node.namespace.fingerprint.unwrap) {
      sys.error("STOP: " + fingerprint + " is the root key of the namespace")
    }
    val key = held.find(_.publicKey.fingerprint.unwrap == fingerprint)
    val past = holding(fingerprint)
    val open = past.filter(_.context.validUntil.isEmpty)
    if (open.nonEmpty) {
      sys.error("STOP: " + fingerprint + " is still announced in " + open.map(_.context.storeId).mkString(", "))
    }
    if (history.map(_.context.storeId).distinct.exists { s =>
      node.topology.namespace_delegations.list(s, filterTargetKey = Some(Fingerprint.tryFromString(fingerprint))).nonEmpty
    }) {
      sys.error("STOP: " + fingerprint + " holds a delegation of the namespace")
    }
    past.flatMap(_.context.validUntil).foreach { t =>
      if (t.isAfter(retiredBefore)) sys.error("STOP: " + fingerprint + " was in use until " + t)
    }
    key.foreach { k =>
      if (k.kmsKeyId.map(_.unwrap).getOrElse("") != kmsKeyId) {
        sys.error("STOP: the id in the KMS of " + fingerprint + " is " + k.kmsKeyId.map(_.unwrap).getOrElse(""))
      }
    }
}
// A key that was never announced leaves no trace: if this is the node, an earlier run has deleted it
if (node.uid.toProtoPrimitive != "plain1::12201111111111111111111111111111111111111111111111111111111111111111") {
  sys.error("STOP: this is " + node.uid.toProtoPrimitive + ", the inventory was of " + "plain1::12201111111111111111111111111111111111111111111111111111111111111111")
}

// 2. Delete
retired.foreach {
  case (fingerprint, kmsKeyId, retiredBefore) =>
    val key = held.find(_.publicKey.fingerprint.unwrap == fingerprint)
    if (key.isEmpty) {
      println("DONE BEFORE: " + node.name + " does not hold " + fingerprint)
    } else {
      println("STEP 2: deleting\t" + fingerprint + "\t" + key.get.name.map(_.unwrap).getOrElse(""))
      node.keys.secret.delete(Fingerprint.tryFromString(fingerprint), force = true)
    }
}

// 3. The new state
retired.foreach { r =>
  if (held.exists(_.publicKey.fingerprint.unwrap == r._1)) sys.error("STOP: " + r._1 + " is still there")
}
println("STATE\tprivate keys left\t" + held.size)
