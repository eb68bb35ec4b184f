package com.digitalasset.canton.standin

import java.security.MessageDigest

/** What a node asks of the KMS. */
object KmsCommands {
  private val specs = Map("signing" -> Set("EC-P256", "EC-P384", "EC-Secp256k1"), "encryption" -> Set("RSA-2048"))

  /** The key behind an identifier, if a node can register it for this purpose. Whether it is enabled is not asked. */
  def publicKey(node: NodeState, id: String, purpose: String): KmsKey = {
    if (id.length > 300) Refusal.shown(node, "INVALID_KMS_KEY_ID: The given string has a maximum length of 300")
    val key = Run.world.kms.find(id).getOrElse(Refusal.hidden(node, s"KmsGetPublicKeyError($id not found)"))
    if (key.state == "pending-deletion") Refusal.hidden(node, s"KmsGetPublicKeyError($id is pending deletion)")
    if (key.purpose != purpose)
      Refusal.hidden(node, s"KmsGetPublicKeyError(The selected key is defined for ${key.purpose} and not for $purpose)")
    if (!specs(purpose).contains(key.spec)) Refusal.hidden(node, s"KmsGetPublicKeyError(${key.spec} is not allowed)")
    key
  }

  /** A new key in the KMS, if the node has the right to make one. */
  def create(node: NodeState, purpose: String, spec: String): KmsKey = {
    val kms = Run.world.kms
    if (!kms.mayCreate) Refusal.hidden(node, "KmsCreateKeyError(not authorized to perform kms:CreateKey)")
    if (purpose != "symmetric" && !specs(purpose).contains(spec))
      Refusal.hidden(node, s"KmsCreateKeyError($spec not supported by the KMS)")
    val id = s"generated-${kms.keys.size + 1}"
    val key =
      new KmsKey(id, Seq.empty, purpose, spec, "enabled", if (purpose == "symmetric") "" else fingerprintOf(s"kms $id"))
    kms.keys += key
    key
  }

  /** The digest that names a key, of whatever stands for its bytes. */
  def fingerprintOf(seed: String): String =
    "1220" + MessageDigest.getInstance("SHA-256").digest(seed.getBytes("UTF-8")).map("%02x".format(_)).mkString

  /** Whether the node can sign or decrypt with a key it holds; if not, why. */
  def unusable(stored: StoredKey): Option[String] =
    stored.kmsKeyId.orElse(stored.wrapperKeyId).flatMap { id =>
    Run.world.kms.find(id) match {
      case None      => Some(s"$id not found in the KMS")
      case Some(key) => Option.when(!key.usable)(s"$id is ${key.state}")
    }
  }
}
