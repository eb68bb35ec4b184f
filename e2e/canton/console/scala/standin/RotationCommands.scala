package com.digitalasset.canton.standin

/** keys.secret.rotate_*: each is make or register, announce, wait, withdraw, and can be cut between any two. */
object RotationCommands {
  def toGenerated(node: NodeState, fingerprint: String, name: String): Any = {
    val (current, member) = announced(node, fingerprint)
    val called = if (name.nonEmpty) name else s"${node.held(fingerprint).fold("")(_.name)}-rotated-${Run.world.now}"
    val made = KeyCommands.generate(node, current.purpose, current.usage, Some(current.spec), called)
    MappingCommands.rotate(node, member, current, made.key)
    Typed.publicKey(made.key)
  }

  def all(node: NodeState): Unit = node.mapped.foreach(key => toGenerated(node, key.fingerprint, ""))

  def toKmsKey(node: NodeState, fingerprint: String, kmsKeyId: String, name: String): Any = {
    val (current, member) = announced(node, fingerprint)
    val registered = KeyCommands.register(node, kmsKeyId, current.purpose, current.usage, name)
    MappingCommands.rotate(node, member, current, registered.key)
    Typed.publicKey(registered.key)
  }

  /** The key by its whole fingerprint, looked up in the node's own store; a namespace key is never there. */
  private def announced(node: NodeState, fingerprint: String): (Key, String) =
    (for (member <- node.member; key <- node.mapped.find(_.fingerprint == fingerprint)) yield (key, member))
      .getOrElse(Refusal.shown(node, s"The key $fingerprint does not exist"))
}
