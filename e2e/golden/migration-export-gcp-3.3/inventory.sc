// Canton KMS Wizard, plan 0b4d11a44d61
// For Canton 3.3, by the facts of 3.3.0-SNAPSHOT of 2025-10-22.
// Made from the plan: change the answers in the wizard, not this file.
// Lists the keys of every node that this console knows. Changes nothing.

def usageOf(key: PublicKey) = key match {
  case k: SigningPublicKey => k.usage.map(_.identifier).filter(_ != "proof-of-ownership").toSeq.sorted.mkString(",")
  case _ => "encryption"
}
def cell(text: String) = text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
println("KEY\tnode\tkind\tuid\tnamespace\tmode\tfingerprint\tpurpose\tusage\tname\tkmsKeyId\twrapperKeyId\tmapped\troot\tspec")
nodes.all.foreach { node =>
  val kind = if (participants.all.exists(_.name == node.name)) {
    "participant"
  } else if (sequencers.all.exists(_.name == node.name)) "sequencer" else "mediator"
  if (!node.health.is_running()) {
    println(Seq("NODE", node.name, kind, "does not answer").mkString("\t"))
  } else if (!node.health.active) {
    println(Seq("NODE", node.name, kind, "is a passive replica").mkString("\t"))
  } else {
    // Its identity and the keys it has announced, if it has an identity already
    val known = node.health.has_identity()
    val uid = if (known) node.uid.toProtoPrimitive else ""
    val namespace = if (known) node.namespace.fingerprint.unwrap else ""
    val mapped = if (known) {
      node.topology.owner_to_key_mappings.list(store = Some(TopologyStoreId.Authorized), filterKeyOwnerUid = uid).flatMap(_.item.keys).map(_.fingerprint.unwrap)
    } else {
      Seq.empty
    }
    val held = node.keys.secret.list()
    if (held.isEmpty) println(Seq("NODE", node.name, kind, "holds no key").mkString("\t"))
    // A line a private key
    held.foreach { key =>
      val mode = if (key.kmsKeyId.isDefined) "external" else if (key.wrapperKeyId.isDefined) "envelope" else "plain"
      val spec = key.publicKey match {
        case k: SigningPublicKey => k.keySpec.name
        case k: EncryptionPublicKey => k.keySpec.name
        case _ => ""
      }
      val usage = if (key.publicKey.isSigning) usageOf(key.publicKey) else ""
      val fingerprint = key.publicKey.fingerprint.unwrap
      println(Seq(
        "KEY",
        node.name,
        kind,
        uid,
        namespace,
        mode,
        fingerprint,
        key.purpose.name,
        usage,
        cell(key.name.map(_.unwrap).getOrElse("")),
        cell(key.kmsKeyId.map(_.unwrap).getOrElse("")),
        cell(key.wrapperKeyId.map(_.unwrap).getOrElse("")),
        mapped.contains(fingerprint),
        fingerprint == namespace,
        spec,
      ).mkString("\t"))
    }
    // Announced, without a private key here
    mapped.filterNot(f => held.exists(_.publicKey.fingerprint.unwrap == f)).foreach { f =>
      println(Seq("LOST", node.name, kind, f).mkString("\t"))
    }
  }
}
