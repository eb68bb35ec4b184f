package com.digitalasset.canton.crypto

import com.digitalasset.canton.standin.{KeyMaterial, NonEmpty}
import com.google.protobuf.ByteString

sealed trait CryptoKeyFormat {
  def name: String
}
object CryptoKeyFormat {
  case object DerPkcs8Pki extends CryptoKeyFormat { val name = "DER-encoded PKCS #8 PrivateKeyInfo" }
}

trait PrivateKey {
  def id: Fingerprint
  def purpose: KeyPurpose
}

/** The bytes of a private key are no member that a script can reach: only a pattern names them. */
final case class SigningPrivateKey private[canton] (
    id: Fingerprint,
    format: CryptoKeyFormat,
    protected[crypto] val key: ByteString,
    keySpec: SigningKeySpec,
    usage: NonEmpty[Set[SigningKeyUsage]],
) extends PrivateKey {
  def purpose: KeyPurpose = KeyPurpose.Signing
}
object SigningPrivateKey {
  private[canton] def apply(
      id: Fingerprint,
      format: CryptoKeyFormat,
      key: ByteString,
      keySpec: SigningKeySpec,
      usage: NonEmpty[Set[SigningKeyUsage]],
  ): SigningPrivateKey = new SigningPrivateKey(id, format, key, keySpec, usage)
}

final case class EncryptionPrivateKey private[canton] (
    id: Fingerprint,
    format: CryptoKeyFormat,
    protected[crypto] val key: ByteString,
    keySpec: EncryptionKeySpec,
) extends PrivateKey {
  def purpose: KeyPurpose = KeyPurpose.Encryption
}
object EncryptionPrivateKey {
  private[canton] def apply(
      id: Fingerprint,
      format: CryptoKeyFormat,
      key: ByteString,
      keySpec: EncryptionKeySpec,
  ): EncryptionPrivateKey = new EncryptionPrivateKey(id, format, key, keySpec)
}

final class CryptoKeyPair[+PK <: PublicKey, +SK <: PrivateKey] private[canton] (val publicKey: PK, val privateKey: SK) {
  def id: Fingerprint = publicKey.fingerprint
}
object CryptoKeyPair {
  def fromTrustedByteString(bytes: ByteString): Either[String, CryptoKeyPair[PublicKey, PrivateKey]] =
    KeyMaterial.pairOf(bytes)
}
