package com.digitalasset.canton.crypto

import com.digitalasset.canton.standin.NonEmpty

trait SigningKeySpec {
  def name: String
  override def toString: String = name
}
object SigningKeySpec extends SigningKeySpecsOfThisLine {
  case object EcCurve25519 extends SigningKeySpec { val name = "EC-Curve25519" }
  case object EcP256 extends SigningKeySpec { val name = "EC-P256" }
  case object EcP384 extends SigningKeySpec { val name = "EC-P384" }
  case object EcSecp256k1 extends SigningKeySpec { val name = "EC-Secp256k1" }
  private[canton] def all: Seq[SigningKeySpec] = Seq(EcCurve25519, EcP256, EcP384, EcSecp256k1) ++ more
}

sealed trait EncryptionKeySpec {
  def name: String
  override def toString: String = name
}
object EncryptionKeySpec {
  case object EcP256 extends EncryptionKeySpec { val name = "EC-P256" }
  case object Rsa2048 extends EncryptionKeySpec { val name = "RSA-2048" }
  private[canton] val all: Seq[EncryptionKeySpec] = Seq(EcP256, Rsa2048)
}

sealed trait SigningKeyUsage {
  def identifier: String
  override def toString: String = identifier
}
object SigningKeyUsage {
  case object Namespace extends SigningKeyUsage { val identifier = "namespace" }
  case object SequencerAuthentication extends SigningKeyUsage { val identifier = "sequencer-auth" }
  case object Protocol extends SigningKeyUsage { val identifier = "signing" }
  // Outside Canton it has no name; it is added to every key that is not for the namespace.
  private[canton] case object ProofOfOwnership extends SigningKeyUsage { val identifier = "proof-of-ownership" }

  private[canton] val every: Seq[SigningKeyUsage] = Seq(Namespace, SequencerAuthentication, Protocol, ProofOfOwnership)
  val All: NonEmpty[Set[SigningKeyUsage]] = set(Namespace, SequencerAuthentication, Protocol)
  val NamespaceOnly: NonEmpty[Set[SigningKeyUsage]] = set(Namespace)
  val SequencerAuthenticationOnly: NonEmpty[Set[SigningKeyUsage]] = set(SequencerAuthentication)
  val ProtocolOnly: NonEmpty[Set[SigningKeyUsage]] = set(Protocol)
  val ProofOfOwnershipOnly: NonEmpty[Set[SigningKeyUsage]] = set(ProofOfOwnership)
  val NamespaceOrProofOfOwnership: NonEmpty[Set[SigningKeyUsage]] = set(Namespace, ProofOfOwnership)
  val ProtocolWithProofOfOwnership: NonEmpty[Set[SigningKeyUsage]] = set(Protocol, ProofOfOwnership)

  private def set(first: SigningKeyUsage, others: SigningKeyUsage*): NonEmpty[Set[SigningKeyUsage]] =
    NonEmpty.unsafe(Set(first) ++ others)
}
