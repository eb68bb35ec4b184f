package com.digitalasset.canton.standin

/** Which keys a node has to sign a change of the topology with, and whether it can. */
object Signing {
  /** A namespace key of the node signs, a delegated one before the root. `delegating`: the change is a delegation. */
  def byNamespace(node: NodeState, signedBy: Seq[String], delegating: Boolean): Unit = {
    val root = node.identity.map(_.namespace)
    val delegated = node.store.delegations
      .filter(d => root.contains(d.namespace) && !root.contains(d.key.fingerprint))
      .filter(d => !delegating || d.restriction == "CanSignAllMappings")
    val candidates = delegated.map(_.key.fingerprint).toSeq ++ root
    val chosen = if (signedBy.isEmpty) candidates else candidates.filter(signedBy.contains)
    chosen.flatMap(node.held).headOption match {
      case None         => Refusal.shown(node, "TOPOLOGY_NO_APPROPRIATE_SIGNING_KEY_IN_STORE")
      case Some(signer) =>
        KmsCommands.unusable(signer).foreach(why => Refusal.hidden(node, s"KmsSignError($why)"))
    }
  }

  /** A new signing key proves that its owner has it. */
  def byItself(node: NodeState, key: Key, signedBy: Seq[String]): Unit = if (key.purpose == "signing") {
    if (!key.usage.contains("proof-of-ownership"))
      Refusal.shown(node, s"InvalidKeyUsage(${key.fingerprint} is for ${key.usage.mkString(", ")})")
    if (signedBy.nonEmpty && !signedBy.contains(key.fingerprint))
      Refusal.shown(node, s"TOPOLOGY_UNAUTHORIZED_TRANSACTION: ${key.fingerprint} does not sign")
    val stored = node.held(key.fingerprint).getOrElse(Refusal.shown(node, s"KeyNotAvailable(${key.fingerprint})"))
    KmsCommands.unusable(stored).foreach(why => Refusal.hidden(node, s"KmsSignError($why)"))
  }
}
