// Canton KMS Wizard, plan 0b4d11a44d61
// For Canton 3.3, by the facts of 3.3.0-SNAPSHOT of 2025-10-22.
// Made from the plan: change the answers in the wizard, not this file.
// Gives the new node its identity from KMS keys that exist already, and announces them.
// A second run changes nothing; after an interruption it goes on where the first one stopped.

val node = `bank-1-kms`
val limit = NonNegativeDuration.ofMinutes(5) // for each wait; a rotation was seen to take up to 100 seconds
val identifier = "bank-1-kms"
// What each key is for, its name, its id in the KMS
val keys = Seq(
  ("namespace", node.name + "-namespace", "ns"),
  ("sequencer-auth", node.name + "-sequencer-auth", "auth"),
  ("signing", node.name + "-signing", "sign"),
  ("encryption", node.name + "-encryption", "enc"),
)

// 1. Show what will be used, before anything is changed
println(Seq("KEY", "usage", "name", "kmsKeyId").mkString("\t"))
keys.foreach(k => println(Seq("KEY", k._1, k._2, k._3).mkString("\t")))

// 2. Preconditions
if (keys.map(_._3).distinct.size != keys.size) sys.error("STOP: one KMS key stands in two roles")
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
def held = node.keys.secret.list()
if (!held.forall(_.kmsKeyId.isDefined)) sys.error("STOP: " + node.name + " holds keys that are not in a KMS")
if (node.health.has_identity()) {
  if (node.uid.identifier.unwrap != identifier) sys.error("STOP: the node is " + node.uid.toProtoPrimitive + " already")
  if (!held.filter(k => k.publicKey.fingerprint == node.namespace.fingerprint).exists(_.kmsKeyId.exists(_.unwrap == keys.head._3))) {
    sys.error("STOP: the root key of the node is not " + keys.head._3)
  }
  println("DONE BEFORE: identity " + node.uid.toProtoPrimitive)
}
def usageOf(key: PublicKey) = key match {
  case k: SigningPublicKey => k.usage.map(_.identifier).filter(_ != "proof-of-ownership").toSeq.sorted.mkString(",")
  case _ => "encryption"
}
val announced = if (node.health.has_identity()) {
  node.topology.owner_to_key_mappings.list(
    store = Some(TopologyStoreId.Authorized),
    filterKeyOwnerUid = node.uid.toProtoPrimitive,
  )
} else {
  Seq.empty
}
if (announced.isEmpty) {
  keys.foreach { key =>
    held.filter(k => k.name.exists(_.unwrap == key._2) || k.kmsKeyId.exists(_.unwrap == key._3)).foreach { k =>
      if (k.kmsKeyId.map(_.unwrap).getOrElse("") != key._3) {
        sys.error("STOP: " + key._2 + " is the name of another key, " + k.kmsKeyId.map(_.unwrap).getOrElse(""))
      }
      if (k.name.map(_.unwrap).getOrElse("") != key._2) {
        sys.error("STOP: " + key._3 + " is registered under the name " + k.name.map(_.unwrap).getOrElse(""))
      }
      if (usageOf(k.publicKey) != key._1) sys.error("STOP: " + key._3 + " is registered for " + usageOf(k.publicKey))
    }
  }
}

if (announced.nonEmpty) {
  println("DONE BEFORE: keys announced, nothing is left to do")
} else {
  // 3. Register the keys. The same call again changes nothing; another name or usage is refused
  val namespacePublic = node.keys.secret.register_kms_signing_key(
    keys(0)._3,
    SigningKeyUsage.NamespaceOnly,
    name = keys(0)._2,
  )
  val authPublic = node.keys.secret.register_kms_signing_key(
    keys(1)._3,
    SigningKeyUsage.SequencerAuthenticationOnly,
    name = keys(1)._2,
  )
  val protocolPublic = node.keys.secret.register_kms_signing_key(
    keys(2)._3,
    SigningKeyUsage.ProtocolOnly,
    name = keys(2)._2,
  )
  val encryptionPublic = node.keys.secret.register_kms_encryption_key(keys(3)._3, name = keys(3)._2)
  println("STEP 3: four keys registered")
  if (!Seq("12201111111111111111111111111111111111111111111111111111111111111111").contains(namespacePublic.fingerprint.unwrap)) {
    sys.error("STOP: " + namespacePublic.fingerprint.unwrap + " is another key than the namespace key of bank-1: mend its id, and begin again with an empty database. Or the inventory in the plan is older than the keys")
  }
  if (!Seq("12202222222222222222222222222222222222222222222222222222222222222222").contains(authPublic.fingerprint.unwrap)) {
    sys.error("STOP: " + authPublic.fingerprint.unwrap + " is another key than the sequencer-auth key of bank-1: mend its id, and begin again with an empty database. Or the inventory in the plan is older than the keys")
  }
  if (!Seq("12203333333333333333333333333333333333333333333333333333333333333333").contains(protocolPublic.fingerprint.unwrap)) {
    sys.error("STOP: " + protocolPublic.fingerprint.unwrap + " is another key than the signing key of bank-1: mend its id, and begin again with an empty database. Or the inventory in the plan is older than the keys")
  }
  // 4. Set the identity. On a node that has one this call would wait for ever, hence the question
  val namespace = Namespace(namespacePublic.fingerprint)
  if (!node.health.has_identity()) {
    node.topology.init_id_from_uid(UniqueIdentifier.tryCreate(identifier, namespace))
    println("STEP 4: identity " + node.uid.toProtoPrimitive)
  }
  utils.retry_until_true(limit)(
    node.health.is_ready_for_node_topology() || node.health.is_ready_for_initialization() || node.health.initialized(),
    failure = "STOP: " + node.name + " is not ready for its keys after " + limit.duration + "; what was done stays, run this script again",
  )
  // 5. The root certificate
  if (node.topology.namespace_delegations.list(TopologyStoreId.Authorized, filterNamespace = namespace.toProtoPrimitive).isEmpty) {
    node.topology.namespace_delegations.propose_delegation(namespace, namespacePublic, CanSignAllMappings)
    println("STEP 5: root certificate written")
  } else {
    println("DONE BEFORE: root certificate")
  }
  // 6. Announce the keys, all in one call: with single calls the node would go on before the last one
  node.topology.owner_to_key_mappings.add_keys(Seq(
    (authPublic.fingerprint, authPublic.purpose),
    (protocolPublic.fingerprint, protocolPublic.purpose),
    (encryptionPublic.fingerprint, encryptionPublic.purpose),
  ))
  println("STEP 6: keys announced")
}

// 7. The participant goes on by itself. The new state
utils.retry_until_true(limit)(
  node.health.initialized(),
  failure = "STOP: " + node.name + " has not come up after " + limit.duration + "; what was done stays, run this script again",
)
println("STATE\tuid\t" + node.uid.toProtoPrimitive)
node.topology.owner_to_key_mappings.list(
  store = Some(TopologyStoreId.Authorized),
  filterKeyOwnerUid = node.uid.toProtoPrimitive,
).flatMap(_.item.keys).foreach { k =>
  println(Seq("STATE", "mapped", k.purpose.name, k.fingerprint.unwrap).mkString("\t"))
}
