// Canton KMS Wizard, plan 4833955eda76
// For Canton 3.4, by the facts of 3.4.12-SNAPSHOT of 2026-04-15.
// Made from the plan: change the answers in the wizard, not this file.
// Deletes retired private keys for good. Nothing but a backup brings them back.

val node = plain1
// The key, its id in the KMS ("": it is in none), and up to when the node is pruned at least
val retired = Seq(("12205555555555555555555555555555555555555555555555555555555555555555", "", Instant.parse("2026-11-01T00:00:00Z")))
val left: Set[String] = Set() // synchronizers that the node has left for good, each as a STOP below names it

// 1. Preconditions, all of them before the first change
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
def held = node.keys.secret.list()
def onSynchronizers = node.topology.owner_to_key_mappings.list(filterKeyOwnerUid = node.uid.toProtoPrimitive).filter(_.context.storeId != TopologyStoreId.Authorized).filterNot { m =>
  left.contains(m.context.storeId.toString)
}
// What it knows of a synchronizer must be of today: a key that it has withdrawn may be in use there again
val connected = node.synchronizers.list_connected().map { s =>
  Seq(TopologyStoreId.Synchronizer(s.physicalSynchronizerId), TopologyStoreId.Synchronizer(s.synchronizerId))
}
if (connected.isEmpty) sys.error("STOP: " + node.name + " is connected to no synchronizer")
onSynchronizers.foreach { m =>
  if (!connected.exists(_.contains(m.context.storeId))) {
    sys.error("STOP: " + node.name + " is not connected to " + m.context.storeId + ": run synchronizers.reconnect_all() on it; if it has left that synchronizer for good, write this name into left, at the top of this script")
  }
}
connected.foreach { names =>
  if (names.exists(s => left.contains(s.toString))) {
    sys.error("STOP: left names " + names.head + ", to which " + node.name + " is connected")
  }
  if (!onSynchronizers.exists(m => names.contains(m.context.storeId))) {
    sys.error("STOP: " + node.name + " is connected to " + names.head + ", which does not show its keys")
  }
}
// Every list of announced keys, now and earlier, of the node and of each synchronizer
val history = node.topology.owner_to_key_mappings.list(
  timeQuery = TimeQuery.Range(None, None),
  filterKeyOwnerUid = node.uid.toProtoPrimitive,
).filterNot(m => left.contains(m.context.storeId.toString))
def holding(fingerprint: String) = history.filter(_.item.keys.exists(_.fingerprint.unwrap == fingerprint))
val stores = history.map(_.context.storeId).distinct
// Not seen: synchronizers that the node is not connected to, and what uses a key of the KMS without Canton
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
    node.topology.owner_to_key_mappings.list().map(_.item).foreach { m =>
      if (m.member != node.id.member && m.keys.exists(_.fingerprint.unwrap == fingerprint)) {
        sys.error("STOP: " + fingerprint + " is announced by " + m.member)
      }
    }
    stores.foreach { store =>
      node.topology.namespace_delegations.list(store, filterTargetKey = Some(Fingerprint.tryFromString(fingerprint))).map(_.item).foreach { d =>
        sys.error("STOP: " + fingerprint + " holds a delegation of namespace " + d.namespace)
      }
      node.topology.decentralized_namespaces.list(store).map(_.item).foreach { n =>
        if (n.owners.exists(_.fingerprint.unwrap == fingerprint)) {
          sys.error("STOP: " + fingerprint + " is an owner of namespace " + n.namespace)
        }
      }
      node.topology.party_to_key_mappings.list(store).map(_.item).foreach { p =>
        if (p.signingKeys.exists(_.fingerprint.unwrap == fingerprint)) {
          sys.error("STOP: party " + p.party + " signs with " + fingerprint)
        }
      }
    }
    node.topology.party_to_participant_mappings.list_from_all(filterParticipant = node.uid.toProtoPrimitive).map(_.item).foreach { p =>
      if (p.partySigningKeys.exists(_.fingerprint.unwrap == fingerprint)) {
        sys.error("STOP: party " + p.partyId + " signs with " + fingerprint)
      }
    }
    if (retiredBefore.isAfter(Instant.now())) {
      sys.error("STOP: the node cannot be pruned up to " + retiredBefore + " yet")
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
