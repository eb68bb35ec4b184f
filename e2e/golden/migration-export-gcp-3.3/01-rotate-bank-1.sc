// Canton KMS Wizard, plan 0b4d11a44d61
// For Canton 3.3, by the facts of 3.3.0-SNAPSHOT of 2025-10-22.
// Made from the plan: change the answers in the wizard, not this file.
// Puts new keys in the place of announced ones: the new key is announced, then the old one is withdrawn.
// A second run changes nothing; after an interruption it goes on where the first one stopped.

val node = `bank-1`
// The key to replace, what it is for, the name of the new key, and its id in the KMS ("": the node makes it)
val rotations = Seq(("12204444444444444444444444444444444444444444444444444444444444444444", "encryption", "bank-1-4-RSA-2048", ""))
val left: Set[String] = Set() // synchronizers that the node has left for good, each as a STOP below names it
// New keys of another kind than the old ones
val encryptionSpecs: Map[String, EncryptionKeySpec] = Map("bank-1-4-RSA-2048" -> EncryptionKeySpec.Rsa2048)

// 1. Preconditions, all of them before the first change
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
def held = node.keys.secret.list()
def named(name: String) = held.filter(_.name.exists(_.unwrap == name))
def mapped = node.topology.owner_to_key_mappings.list(
  store = Some(TopologyStoreId.Authorized),
  filterKeyOwnerUid = node.uid.toProtoPrimitive,
).flatMap(_.item.keys)
def onSynchronizers = node.topology.owner_to_key_mappings.list(filterKeyOwnerUid = node.uid.toProtoPrimitive).filter(_.context.storeId != TopologyStoreId.Authorized).filterNot { m =>
  left.contains(m.context.storeId.toString)
}
def usageOf(key: PublicKey) = key match {
  case k: SigningPublicKey => k.usage.map(_.identifier).filter(_ != "proof-of-ownership").toSeq.sorted.mkString(",")
  case _ => "encryption"
}
if (!held.forall(k => k.kmsKeyId.isEmpty && k.wrapperKeyId.isEmpty)) {
  sys.error("STOP: " + node.name + " holds keys that are in a KMS, or encrypted with a key of one")
}
val connected = node.synchronizers.list_connected().map(s => Seq(TopologyStoreId.Synchronizer(s.synchronizerId)))
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
// The node's own list and the synchronizers' agree; after a restore they may not, and changes get lost
val lists = node.topology.owner_to_key_mappings.list(filterKeyOwnerUid = node.uid.toProtoPrimitive).filterNot { m =>
  left.contains(m.context.storeId.toString)
}
if (lists.map(m => (m.context.serial, m.item.keys.toSet)).distinct.size > 1) {
  sys.error("STOP: the announced keys differ: " + lists.map { m =>
    m.context.storeId.toString + " has serial " + m.context.serial
  }.mkString(", "))
}
if (!node.topology.namespace_delegations.list(
  TopologyStoreId.Authorized,
  filterNamespace = node.namespace.toProtoPrimitive,
).exists(d => held.exists(_.publicKey.fingerprint == d.item.target.fingerprint))) {
  sys.error("STOP: " + node.name + " holds no key that may sign for its namespace")
}
mapped.foreach { k =>
  if (k.isSigning && !held.exists(_.publicKey.fingerprint == k.fingerprint)) {
    sys.error("STOP: " + node.name + " does not hold " + k.fingerprint.unwrap + ", which it has announced")
  }
}
rotations.foreach {
  case (old, usage, name, id) =>
    val oldKey = mapped.find(k => k.fingerprint.unwrap == old)
    if (old == node.namespace.fingerprint.unwrap) {
      sys.error("STOP: " + old + " is the root key of the namespace, it is never rotated")
    }
    oldKey.foreach(k => if (usageOf(k) != usage) sys.error("STOP: " + old + " is for " + usageOf(k)))
    if (oldKey.nonEmpty && !held.exists(k => k.publicKey.fingerprint.unwrap == old)) {
      sys.error("STOP: " + node.name + " does not hold " + old + ", and so could not withdraw it")
    }
    if (named(name).size > 1) sys.error("STOP: " + named(name).size + " keys are called " + name)
    named(name).foreach { k =>
      if (k.publicKey.fingerprint.unwrap == old) sys.error("STOP: " + name + " is the name of the old key itself")
      if (usageOf(k.publicKey) != usage) sys.error("STOP: the key called " + name + " is for " + usageOf(k.publicKey))
      if (id.nonEmpty && k.kmsKeyId.map(_.unwrap).getOrElse("") != id) {
        sys.error("STOP: " + name + " is the name of another key, " + k.kmsKeyId.map(_.unwrap).getOrElse(""))
      }
    }
    held.filter(k => id.nonEmpty && k.kmsKeyId.exists(_.unwrap == id)).foreach { k =>
      if (k.publicKey.fingerprint.unwrap == old) sys.error("STOP: " + id + " is the old key itself")
      if (usageOf(k.publicKey) != usage) sys.error("STOP: " + id + " is registered for " + usageOf(k.publicKey))
      if (k.name.map(_.unwrap).getOrElse("") != name) {
        sys.error("STOP: " + id + " is registered under the name " + k.name.map(_.unwrap).getOrElse(""))
      }
    }
    if (oldKey.isEmpty && !named(name).exists(k => mapped.contains(k.publicKey))) {
      sys.error("STOP: " + old + " is not announced, and no announced key is called " + name)
    }
}
def make(old: PublicKey, name: String, id: String): PublicKey = old match {
  case k: SigningPublicKey => node.keys.secret.generate_signing_key(
    name = name,
    usage = k.usage,
    keySpec = Some(k.keySpec),
  )
  case k: EncryptionPublicKey => node.keys.secret.generate_encryption_key(
    name = name,
    keySpec = Some(encryptionSpecs.getOrElse(name, k.keySpec)),
  )
  case _ => sys.error("STOP: neither a signing nor an encryption key")
}

// 2. One after the other
rotations.foreach {
  case (old, usage, name, id) =>
    val oldKey = mapped.find(k => k.fingerprint.unwrap == old)
    if (oldKey.isEmpty) {
      println("DONE BEFORE: " + old + " is replaced by " + name)
    } else {
      val known = named(name).headOption.map(k => k.publicKey)
      val newKey = known.getOrElse(make(oldKey.get, name, id))
      if (known.isEmpty) {
        println("STEP 2: made known\t" + name + "\t" + newKey.fingerprint.unwrap)
      } else {
        println("DONE BEFORE: made known\t" + name + "\t" + newKey.fingerprint.unwrap)
      }
      if (usageOf(newKey) != usage) sys.error("STOP: " + name + " is for " + usageOf(newKey) + ", not for " + usage)
      val others = node.topology.owner_to_key_mappings.list().filter(_.item.keys.exists(_.fingerprint == newKey.fingerprint)).map(_.item.member).filter(_ != node.id.member)
      if (others.nonEmpty) {
        sys.error("STOP: the key " + newKey.fingerprint.unwrap + " is in use by " + others.mkString(", ") + "; it stays registered here, and is used by nothing")
      }
      if (!mapped.contains(newKey)) {
        // Announces the new key, waits until the synchronizers show it, withdraws the old one
        // It waits no longer than the console's own limit; when that runs out, run this script again
        node.topology.owner_to_key_mappings.rotate_key(node.id.member, oldKey.get, newKey)
        println("STEP 2: " + old + " replaced by " + name)
      } else {
        // An earlier run was interrupted after the new key was announced
        node.topology.owner_to_key_mappings.remove_key(oldKey.get.fingerprint, oldKey.get.purpose)
        println("STEP 2: " + old + " withdrawn, " + name + " was announced before")
      }
    }
}

// 3. The new state
mapped.foreach { k =>
  println(Seq(
    "STATE",
    "mapped",
    usageOf(k),
    k.fingerprint.unwrap,
    held.find(_.publicKey == k).flatMap(_.kmsKeyId).map(_.unwrap).getOrElse(""),
  ).mkString("\t"))
}
println("STATE\tping\t" + node.health.ping(node))
