// Canton KMS Wizard, plan c0cf49bd6a8f
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// After the node's database came back from an older backup: registers the KMS keys that are younger than the backup.
// Run it in the node's own console, with --manual-start: connected without its keys, the node ends.

val node = `bank-1`
// From the last inventory, retired keys too: id in the KMS, usage, name, fingerprint
val signingKeys = Seq(
  ("00000001-0000-4000-8000-000000000000", SigningKeyUsage.NamespaceOnly, "key-1", "12201111111111111111111111111111111111111111111111111111111111111111"),
  ("00000002-0000-4000-8000-000000000000", SigningKeyUsage.SequencerAuthenticationOnly, "key-2", "12202222222222222222222222222222222222222222222222222222222222222222"),
  ("00000003-0000-4000-8000-000000000000", SigningKeyUsage.ProtocolOnly, "key-3", "12203333333333333333333333333333333333333333333333333333333333333333"),
  ("00000005-0000-4000-8000-000000000000", SigningKeyUsage.ProtocolOnly, "key-5", "12205555555555555555555555555555555555555555555555555555555555555555"),
)
val encryptionKeys = Seq(("00000004-0000-4000-8000-000000000000", "key-4", "12204444444444444444444444444444444444444444444444444444444444444444"))

// 1. Start the node without connecting it. Preconditions
node.start()
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.has_identity()) sys.error("STOP: " + node.name + " has no identity: is this the restored database?")
if (node.uid.toProtoPrimitive != "bank-1::12201111111111111111111111111111111111111111111111111111111111111111") {
  sys.error("STOP: this is " + node.uid.toProtoPrimitive + ", the inventory was of " + "bank-1::12201111111111111111111111111111111111111111111111111111111111111111")
}
if (node.synchronizers.list_connected().nonEmpty) {
  sys.error("STOP: the node is connected: stop it and start with --manual-start")
}
def held = node.keys.secret.list()
signingKeys.foreach {
  case (id, usage, name, fingerprint) =>
    held.filter(k => k.publicKey.fingerprint.unwrap == fingerprint).foreach { k =>
      if (!k.kmsKeyId.exists(_.unwrap == id) || k.name.map(_.unwrap).getOrElse("") != name || !k.publicKey.asSigningKey.exists { s =>
        usage.subsetOf(s.usage)
      }) {
        sys.error("STOP: " + fingerprint + " is registered with another id, name or use")
      }
    }
    held.filter(k => name.nonEmpty && k.name.exists(_.unwrap == name)).foreach { k =>
      if (k.publicKey.fingerprint.unwrap != fingerprint) sys.error("STOP: another key is called " + name)
    }
}
encryptionKeys.foreach {
  case (id, name, fingerprint) =>
    held.filter(k => k.publicKey.fingerprint.unwrap == fingerprint).foreach { k =>
      if (!k.kmsKeyId.exists(_.unwrap == id) || k.name.map(_.unwrap).getOrElse("") != name || !(!k.publicKey.isSigning)) {
        sys.error("STOP: " + fingerprint + " is registered with another id, name or use")
      }
    }
    held.filter(k => name.nonEmpty && k.name.exists(_.unwrap == name)).foreach { k =>
      if (k.publicKey.fingerprint.unwrap != fingerprint) sys.error("STOP: another key is called " + name)
    }
}

// 2. Register. The fingerprint comes out as it was: it is the digest of the public key
signingKeys.foreach {
  case (id, usage, name, fingerprint) =>
    val before = held.exists(k => k.publicKey.fingerprint.unwrap == fingerprint)
    val made = if (before) {
      None
    } else {
      scala.util.Try(node.keys.secret.register_kms_signing_key(id, usage, name = name)).toOption
    }
    if (before) println("DONE BEFORE: registered\t" + name)
    made.foreach { key =>
      println("STEP 2: registered\t" + name)
      println("KEY\t" + name + "\t" + key.fingerprint.unwrap)
      if (key.fingerprint.unwrap != fingerprint) sys.error("STOP: expected " + fingerprint + ", this is another key")
    }
    if (!before && made.isEmpty) println(Seq("STEP 2: NOT REGISTERED", name, id, fingerprint).mkString("\t"))
}
encryptionKeys.foreach {
  case (id, name, fingerprint) =>
    val before = held.exists(k => k.publicKey.fingerprint.unwrap == fingerprint)
    val made = if (before) {
      None
    } else {
      scala.util.Try(node.keys.secret.register_kms_encryption_key(id, name = name)).toOption
    }
    if (before) println("DONE BEFORE: registered\t" + name)
    made.foreach { key =>
      println("STEP 2: registered\t" + name)
      println("KEY\t" + name + "\t" + key.fingerprint.unwrap)
      if (key.fingerprint.unwrap != fingerprint) sys.error("STOP: expected " + fingerprint + ", this is another key")
    }
    if (!before && made.isEmpty) println(Seq("STEP 2: NOT REGISTERED", name, id, fingerprint).mkString("\t"))
}

// 3. The new state: what is announced, list by list, and whether the node holds it
node.topology.owner_to_key_mappings.list(filterKeyOwnerUid = node.uid.toProtoPrimitive).foreach { m =>
  m.item.keys.foreach { k =>
    val here = held.exists(_.publicKey.fingerprint == k.fingerprint)
    println(Seq("STATE", m.context.storeId.toString, m.context.serial, k.purpose.name, k.fingerprint.unwrap, if (here) {
      "held"
    } else {
      "LOST"
    }).mkString("\t"))
  }
}
val missing = (signingKeys.map(_._4) ++ encryptionKeys.map(_._3)).filterNot { f =>
  held.exists(k => k.publicKey.fingerprint.unwrap == f)
}
if (missing.nonEmpty) {
  sys.error("STOP: not registered: " + missing.mkString(", ") + "; the log of the node says why. Do not let it connect: run this script again when the KMS has these keys")
}
println("NEXT: start the node as usual, then run the script that aligns its list of announced keys")
