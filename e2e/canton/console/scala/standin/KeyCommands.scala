package com.digitalasset.canton.standin

import com.digitalasset.canton.crypto._

/** keys.secret: what a node holds, registers, makes and deletes. */
object KeyCommands {
  def call(node: NodeState, name: String, args: Args): Any = name match {
    case "list" => list(node, args)
    case "register_kms_signing_key" =>
      Typed.signingKey(register(node, args("kmsKeyId"), "signing", withProof(args.usage("usage")), args("name")).key)
    case "register_kms_encryption_key" =>
      Typed.encryptionKey(register(node, args("kmsKeyId"), "encryption", Set.empty, args("name")).key)
    case "generate_signing_key" =>
      if (args.usage("usage").isEmpty) Refusal.shown(node, "INVALID_ARGUMENT/usage is empty")
      val spec = args[Option[SigningKeySpec]]("keySpec").map(_.name)
      Typed.signingKey(generate(node, "signing", withProof(args.usage("usage")), spec, args("name")).key)
    case "generate_encryption_key" =>
      val spec = args[Option[EncryptionKeySpec]]("keySpec").map(_.name)
      Typed.encryptionKey(generate(node, "encryption", Set.empty, spec, args("name")).key)
    case "rotate_node_key"     => RotationCommands.toGenerated(node, args("fingerprint"), args("name"))
    case "rotate_node_keys"    => RotationCommands.all(node)
    case "rotate_kms_node_key" => RotationCommands.toKmsKey(node, args("fingerprint"), args("newKmsKeyId"), args("name"))
    case "rotate_wrapper_key"  => WrapperCommands.rotate(node, args("newWrapperKeyId"))
    case "get_wrapper_key_id"  => WrapperCommands.current(node)
    case "download"            => KeyMaterial.download(node, args)
    case "delete"              => delete(node, args.fingerprint("fingerprint"), args("force"))
  }

  private def withProof(usage: Set[String]): Set[String] =
    if (usage == Set("namespace")) usage else usage + "proof-of-ownership"

  private def list(node: NodeState, args: Args): Any = {
    val purposes = args[Set[KeyPurpose]]("filterPurpose")
    val usages = args.usage("filterUsage")
    node.keys.toSeq
      .filter(k => k.key.fingerprint.startsWith(args("filterFingerprint")))
      .filter(k => k.name.contains(args[String]("filterName")))
      .filter(k => purposes.isEmpty || purposes.exists(_.name == k.key.purpose))
      .filter(k => usages.isEmpty || k.key.purpose != "signing" || k.key.usage.exists(usages))
      .map(Typed.metadata)
  }

  /** The same call again changes nothing; another usage or name for a known key is refused. No name is the empty one. */
  def register(node: NodeState, id: String, purpose: String, usage: Set[String], name: String): StoredKey = {
    if (node.custody != "external")
      Refusal.shown(node, "REGISTER_KMS_KEY_INTERNAL_ERROR: the private key store is not backed by a KMS")
    val found = KmsCommands.publicKey(node, id, purpose)
    val wanted = StoredKey(Key(found.fingerprint, purpose, usage, found.spec), name, Some(id), None)
    node.held(found.fingerprint) match {
      case Some(known) if known.key != wanted.key || known.name != name =>
        Refusal.shown(node, s"INTERNAL/Existing public key for ${found.fingerprint} is different than inserted key")
      case Some(known) =>
        if (!known.kmsKeyId.contains(id))
          Run.log(s"${node.name}: Existing fingerprint ${found.fingerprint} has existing kms_key_id ${known.kmsKeyId.mkString}")
        known
      case None =>
        // A connected node that learns of a key of its own which it did not hold has been replaying without it.
        if (LifeCommands.missesKeys(node)) {
          node.running = false
          Refusal.hidden(node, "Fatal error occurred, crashing the node")
        }
        Run.step(s"${node.name}: register $id")(node.keys += wanted)
        wanted
    }
  }

  def generate(node: NodeState, purpose: String, usage: Set[String], spec: Option[String], name: String): StoredKey = {
    val inKms = node.custody == "external"
    val wanted = spec.getOrElse((purpose, inKms) match {
      case ("signing", true)  => "EC-P256"
      case ("signing", false) => "EC-Curve25519"
      case (_, true)          => "RSA-2048"
      case (_, false)         => "EC-P256"
    })
    Run.step(s"${node.name}: generate $name") {
      if (inKms) {
        val made = KmsCommands.create(node, purpose, wanted)
        add(node, StoredKey(Key(made.fingerprint, purpose, usage, made.spec), name, Some(made.id), None))
      } else {
        val key = Key(KmsCommands.fingerprintOf(s"${node.name} ${node.keys.size} $name"), purpose, usage, wanted)
        add(node, StoredKey(key, name, None, if (node.custody == "envelope") node.wrapper else None))
      }
    }
  }

  private def add(node: NodeState, stored: StoredKey): StoredKey = {
    node.keys += stored
    stored
  }

  /** Without `force` the command asks on standard input. Both entries go; of an external key the KMS key too. */
  private def delete(node: NodeState, fingerprint: String, force: Boolean): Unit = {
    if (!force) throw new WouldHang(s"delete of $fingerprint asks for a confirmation")
    val stored = node.held(fingerprint).getOrElse(Refusal.shown(node, s"NOT_FOUND/no private key $fingerprint"))
    Run.step(s"${node.name}: delete $fingerprint")(node.keys -= stored)
    stored.kmsKeyId.foreach { id =>
      Run.world.kms.keys.find(_.id == id) match {
        case Some(key) => Run.step(s"KMS: schedule the deletion of $id") { key.state = "pending-deletion" }
        case None      => Refusal.hidden(node, s"KmsDeleteKeyError($id is not a key id)")
      }
    }
  }
}
