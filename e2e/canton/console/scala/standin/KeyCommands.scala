package com.digitalasset.canton.standin

import com.digitalasset.canton.crypto._

/** keys.secret: what a node holds, registers, makes and deletes. */
object KeyCommands {
  def call(node: NodeState, name: String, args: Args): Any = name match {
    case "list"                        => list(node, args)
    case "register_kms_signing_key"    => Typed.signingKey(register(node, args("kmsKeyId"), "signing", withProof(args[Set[SigningKeyUsage]]("usage").map(_.identifier)), args("name")).key)
    case "register_kms_encryption_key" => Typed.encryptionKey(register(node, args("kmsKeyId"), "encryption", Set.empty, args("name")).key)
    case "generate_signing_key" =>
      val usage = args[Set[SigningKeyUsage]]("usage").map(_.identifier)
      if (usage.isEmpty) Refusal.shown(node, "INVALID_ARGUMENT/usage is empty")
      Typed.signingKey(generate(node, "signing", withProof(usage), args[Option[SigningKeySpec]]("keySpec").map(_.name), args("name")).key)
    case "generate_encryption_key" => Typed.encryptionKey(generate(node, "encryption", Set.empty, args[Option[EncryptionKeySpec]]("keySpec").map(_.name), args("name")).key)
    case "rotate_node_key"         => RotationCommands.toGenerated(node, args("fingerprint"), args("name"))
    case "rotate_node_keys"        => RotationCommands.all(node)
    case "rotate_kms_node_key"     => RotationCommands.toKmsKey(node, args("fingerprint"), args("newKmsKeyId"), args("name"))
    case "rotate_wrapper_key"      => WrapperCommands.rotate(node, args("newWrapperKeyId"))
    case "get_wrapper_key_id"      => WrapperCommands.current(node)
    case "delete"                  => delete(node, args[Fingerprint]("fingerprint").unwrap, args("force"))
  }

  private def withProof(usage: Set[String]): Set[String] = if (usage == Set("namespace")) usage else usage + "proof-of-ownership"

  private def list(node: NodeState, args: Args): Any = {
    val purposes = args[Set[KeyPurpose]]("filterPurpose")
    val usages = args[Set[SigningKeyUsage]]("filterUsage").map(_.identifier)
    node.keys.toSeq
      .filter(k => k.key.fingerprint.startsWith(args("filterFingerprint")) && k.name.contains(args[String]("filterName")))
      .filter(k => purposes.isEmpty || purposes.exists(_.name == k.key.purpose))
      .filter(k => usages.isEmpty || k.key.purpose != "signing" || k.key.usage.exists(usages))
      .map(Typed.metadata)
  }

  /** The same call again changes nothing; another usage or name for a known key is refused. An omitted name is the empty name. */
  def register(node: NodeState, id: String, purpose: String, usage: Set[String], name: String): StoredKey = {
    if (node.custody != "external") Refusal.shown(node, "REGISTER_KMS_KEY_INTERNAL_ERROR: the private key store is not backed by a KMS")
    val found = KmsCommands.publicKey(node, id, purpose)
    val wanted = StoredKey(Key(found.fingerprint, purpose, usage, found.spec), name, Some(id), None)
    node.held(found.fingerprint) match {
      case Some(known) if known.key != wanted.key || known.name != name =>
        Refusal.shown(node, s"INTERNAL/Existing public key for ${found.fingerprint} is different than inserted key")
      case Some(known) =>
        if (!known.kmsKeyId.contains(id)) Run.log(s"${node.name}: Existing fingerprint ${found.fingerprint} has existing kms_key_id ${known.kmsKeyId.getOrElse("")}")
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

  def generate(node: NodeState, purpose: String, usage: Set[String], spec: Option[String], name: String): StoredKey =
    if (node.custody == "external") {
      Run.step(s"${node.name}: generate $name") {
        val made = KmsCommands.create(node, purpose, spec.getOrElse(if (purpose == "signing") "EC-P256" else "RSA-2048"))
        add(node, StoredKey(Key(made.fingerprint, purpose, usage, made.spec), name, Some(made.id), None))
      }
    } else {
      val key = Key(KmsCommands.fingerprintOf(s"${node.name} ${node.keys.size} $name"), purpose, usage, spec.getOrElse(if (purpose == "signing") "EC-Curve25519" else "EC-P256"))
      Run.step(s"${node.name}: generate $name")(add(node, StoredKey(key, name, None, Option.when(node.custody == "envelope")(node.wrapper).flatten)))
    }

  private def add(node: NodeState, stored: StoredKey): StoredKey = {
    node.keys += stored
    stored
  }

  /** Without `force` the command asks on standard input. Private and public entry go; of an external key the KMS key too. */
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
