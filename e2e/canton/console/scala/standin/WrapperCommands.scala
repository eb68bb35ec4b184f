package com.digitalasset.canton.standin

/** The wrapper key of a node in envelope mode. */
object WrapperCommands {
  /** The configured identifier where there is one, whatever the stored keys are encrypted with. */
  def current(node: NodeState): String = {
    envelope(node)
    node.wrapper.getOrElse("")
  }

  /** All stored keys go to the new wrapper key in one transaction, or none does. */
  def rotate(node: NodeState, wanted: String): Unit = {
    envelope(node)
    val kms = Run.world.kms
    if (wanted.nonEmpty) {
      if (wanted.length > 300) Refusal.shown(node, "INVALID_KMS_KEY_ID: The given string has a maximum length of 300")
      val key = kms.find(wanted).getOrElse(Refusal.hidden(node, s"WRAPPER_KEY_NOT_EXIST_ERROR: $wanted"))
      if (!key.usable) Refusal.hidden(node, s"WRAPPER_KEY_DISABLED_OR_DELETED_ERROR: $wanted")
      if (node.wrapper.contains(wanted)) Refusal.hidden(node, s"WRAPPER_KEY_ALREADY_IN_USE_ERROR: $wanted")
      if (key.purpose != "symmetric")
        Refusal.hidden(node, s"WRAPPER_KEY_ROTATION_INTERNAL_ERROR: $wanted is a key for ${key.purpose}")
    }
    node.keys
      .flatMap(k => KmsCommands.unusable(k))
      .headOption
      .foreach(why => Refusal.hidden(node, s"WRAPPER_KEY_ROTATION_INTERNAL_ERROR: $why"))
    val id =
      if (wanted.nonEmpty)
        wanted
      else Run.step(s"${node.name}: make a wrapper key")(KmsCommands.create(node, "symmetric", "symmetric").id)
    Run.step(s"${node.name}: encrypt all keys with $id")(node.keys.mapInPlace(_.copy(wrapperKeyId = Some(id))))
  }

  private def envelope(node: NodeState): Unit =
    if (node.custody != "envelope") Refusal.shown(node, "NO_ENCRYPTED_PRIVATE_KEY_STORE_ERROR")
}
