package com.digitalasset.canton.crypto

import com.digitalasset.canton.config.CantonRequireTypes.{LengthLimitedStringWrapper, String300, String68}
import com.digitalasset.canton.standin.NonEmpty

final class Fingerprint private[canton] (val unwrap: String) extends LengthLimitedStringWrapper {
  def toLengthLimitedString: String68 = new String68(unwrap)
}
object Fingerprint {
  def fromString(str: String): Either[String, Fingerprint] =
    if (str.length <= 68)
      Right(new Fingerprint(str))
    else Left(s"The given string has a maximum length of 68 but a string of length ${str.length} was given")
  def tryFromString(str: String): Fingerprint =
    fromString(str).fold(message => throw new IllegalArgumentException(message), identity)
  def tryFromString(str68: String68): Fingerprint = new Fingerprint(str68.unwrap)
}

trait HasFingerprint {
  def fingerprint: Fingerprint
}

final class KeyName private[canton] (val unwrap: String) extends LengthLimitedStringWrapper {
  def emptyStringAsNone: Option[KeyName] = Option.when(unwrap.nonEmpty)(this)
}

sealed trait KeyPurpose {
  def name: String
  def id: Byte
}
object KeyPurpose {
  case object Signing extends KeyPurpose { val name = "signing"; val id: Byte = 0 }
  case object Encryption extends KeyPurpose { val name = "encryption"; val id: Byte = 1 }
  val All: Set[KeyPurpose] = Set(Signing, Encryption)
}

trait PublicKey extends HasFingerprint {
  def fingerprint: Fingerprint
  def id: Fingerprint = fingerprint
  def purpose: KeyPurpose
  def isSigning: Boolean = purpose == KeyPurpose.Signing
  def asSigningKey: Option[SigningPublicKey] = None
}

/** Two keys are the same when the key and what it may be used for are. */
final case class SigningPublicKey private[canton] (
    fingerprint: Fingerprint,
    keySpec: SigningKeySpec,
    usage: NonEmpty[Set[SigningKeyUsage]],
) extends PublicKey {
  def purpose: KeyPurpose = KeyPurpose.Signing
  override def asSigningKey: Option[SigningPublicKey] = Some(this)
}
object SigningPublicKey {
  private[canton] def apply(
      fingerprint: Fingerprint,
      keySpec: SigningKeySpec,
      usage: NonEmpty[Set[SigningKeyUsage]],
  ): SigningPublicKey = new SigningPublicKey(fingerprint, keySpec, usage)
}

final case class EncryptionPublicKey private[canton] (
    fingerprint: Fingerprint,
    keySpec: EncryptionKeySpec,
) extends PublicKey {
  def purpose: KeyPurpose = KeyPurpose.Encryption
}
object EncryptionPublicKey {
  private[canton] def apply(fingerprint: Fingerprint, keySpec: EncryptionKeySpec): EncryptionPublicKey =
    new EncryptionPublicKey(fingerprint, keySpec)
}

trait PublicKeyWithName {
  type PK <: PublicKey
  def publicKey: PK
  def name: Option[KeyName]
  def id: Fingerprint = publicKey.fingerprint
}
final case class SigningPublicKeyWithName(
    publicKey: SigningPublicKey,
    name: Option[KeyName],
) extends PublicKeyWithName {
  type PK = SigningPublicKey
}
final case class EncryptionPublicKeyWithName(
    publicKey: EncryptionPublicKey,
    name: Option[KeyName],
) extends PublicKeyWithName {
  type PK = EncryptionPublicKey
}

package kms {
  final class KmsKeyId private[canton] (val unwrap: String) extends LengthLimitedStringWrapper
}

package admin.grpc {
  final case class PrivateKeyMetadata(
      publicKeyWithName: PublicKeyWithName,
      wrapperKeyId: Option[String300],
      kmsKeyId: Option[String300],
  ) {
    def id: Fingerprint = publicKeyWithName.id
    def publicKey: PublicKey = publicKeyWithName.publicKey
    def name: Option[KeyName] = publicKeyWithName.name
    def purpose: KeyPurpose = publicKey.purpose
    def encrypted: Boolean = wrapperKeyId.isDefined
  }
}
