package com.digitalasset.canton.crypto

import com.google.protobuf.ByteString

sealed trait SignatureFormat {
  def name: String
}
object SignatureFormat {
  case object Der extends SignatureFormat { val name = "DER" }
  case object Concat extends SignatureFormat { val name = "Concat" }
}

sealed trait SigningAlgorithmSpec {
  def name: String
}
object SigningAlgorithmSpec {
  case object Ed25519 extends SigningAlgorithmSpec { val name = "Ed25519" }
  case object EcDsaSha256 extends SigningAlgorithmSpec { val name = "EC-DSA-SHA256" }
  case object EcDsaSha384 extends SigningAlgorithmSpec { val name = "EC-DSA-SHA384" }
}

final case class Signature private[canton] (
    format: SignatureFormat,
    private[canton] val signature: ByteString,
    signedBy: Fingerprint,
    signingAlgorithmSpec: Option[SigningAlgorithmSpec],
)
object Signature {
  def fromExternalSigning(
      format: SignatureFormat,
      signature: ByteString,
      signedBy: Fingerprint,
      signingAlgorithmSpec: SigningAlgorithmSpec,
  ): Signature = new Signature(format, signature, signedBy, Some(signingAlgorithmSpec))
}

final class Hash private[canton] (bytes: Array[Byte]) {
  def getCryptographicEvidence: ByteString = ByteString.copyFrom(bytes)
}
