// Canton KMS Wizard, plan 1d39928eea07
// For Canton 3.4, by the facts of 3.4.12-SNAPSHOT of 2026-04-15.
// Made from the plan: change the answers in the wizard, not this file.
// Lets a second key sign for the namespace, so that the root key can be put away. A second run changes nothing.

val node = `type-kms`
val name = node.name + "-intermediate"
val limit = NonNegativeDuration.ofMinutes(5) // for each wait; a rotation was seen to take up to 100 seconds

// 1. Preconditions
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
def held = node.keys.secret.list()
if (!held.forall(_.kmsKeyId.isDefined)) sys.error("STOP: " + node.name + " holds keys that are not in a KMS")
if (!held.exists(_.publicKey.fingerprint == node.namespace.fingerprint)) {
  sys.error("STOP: " + node.name + " does not hold its root key: sign the delegation where that key is")
}
val known = held.filter(_.name.exists(_.unwrap == name))
if (known.size > 1) sys.error("STOP: the name and the key id belong to several keys")
known.foreach { k =>
  if (k.publicKey.fingerprint == node.namespace.fingerprint) sys.error("STOP: this is the root key itself")
  k.publicKey match {
    case s: SigningPublicKey => if (s.usage != SigningKeyUsage.NamespaceOnly) {
      sys.error("STOP: the key is for " + s.usage.map(_.identifier).mkString(","))
    }
    case _ => sys.error("STOP: an encryption key is called " + name)
  }
}

// 2. The key
val key = known.map(_.publicKey).flatMap(_.asSigningKey).headOption.getOrElse(node.keys.secret.generate_signing_key(
  name = name,
  usage = SigningKeyUsage.NamespaceOnly,
))
if (known.isEmpty) {
  println("STEP 2: made known\t" + key.fingerprint.unwrap)
} else {
  println("DONE BEFORE: made known\t" + key.fingerprint.unwrap)
}

// 3. The delegation, signed by the root key
def delegated = node.topology.namespace_delegations.list(
  TopologyStoreId.Authorized,
  filterNamespace = node.namespace.toProtoPrimitive,
  filterTargetKey = Some(key.fingerprint),
)
if (delegated.isEmpty) {
  node.topology.namespace_delegations.propose_delegation(node.namespace, key, CanSignAllButNamespaceDelegations)
  println("STEP 3: delegated")
} else {
  if (delegated.exists(_.item.restriction != CanSignAllButNamespaceDelegations)) {
    sys.error("STOP: the key has a delegation already, and another one: " + delegated.map(_.item.restriction).mkString(", "))
  }
  println("DONE BEFORE: delegated")
}

// 4. Wait, with a limit, until every connected synchronizer shows it, then the new state
utils.retry_until_true(limit)(
  node.synchronizers.list_connected().forall { s =>
    node.topology.namespace_delegations.list(
      TopologyStoreId.Synchronizer(s.physicalSynchronizerId),
      filterNamespace = node.namespace.toProtoPrimitive,
      filterTargetKey = Some(key.fingerprint),
    ).nonEmpty
  },
  failure = "STOP: the synchronizers do not show the delegation of " + node.name + " after " + limit.duration + "; what was done stays, run this script again",
)
node.topology.namespace_delegations.list(TopologyStoreId.Authorized, filterNamespace = node.namespace.toProtoPrimitive).foreach { d =>
  println(Seq(
    "STATE",
    "may sign",
    d.item.target.fingerprint.unwrap,
    d.item.restriction.toString,
    if (d.item.target.fingerprint == node.namespace.fingerprint) "root" else "intermediate",
  ).mkString("\t"))
}
println("NEXT: the root key may be disabled in the KMS, not deleted; it is needed again for every change of a delegation")
