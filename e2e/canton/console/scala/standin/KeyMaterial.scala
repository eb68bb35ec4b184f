package com.digitalasset.canton.standin

import com.digitalasset.canton.crypto._
import com.google.protobuf.ByteString
import java.nio.charset.StandardCharsets.UTF_8
import java.util.Base64

/**
  * Private keys as bytes. A scenario says what they are, so that what a script makes of them can be held against it.
  * What `download` gives names the node and the key; only `fromTrustedByteString` reads it.
  */
object KeyMaterial {
  def download(node: NodeState, args: Args): ByteString = {
    val fingerprint = args.fingerprint("fingerprint")
    val stored = node.held(fingerprint).getOrElse(Refusal.shown(node, s"NOT_FOUND/no private key $fingerprint"))
    if (stored.kmsKeyId.isDefined) Refusal.shown(node, "UNIMPLEMENTED/a key in a KMS can not be exported")
    val password = args[Option[String]]("password")
    ByteString.copyFrom(Seq(node.name, fingerprint, password.getOrElse("")).mkString(separator).getBytes(UTF_8))
  }

  def pairOf(bytes: ByteString): Either[String, CryptoKeyPair[PublicKey, PrivateKey]] =
    new String(bytes.toByteArray, UTF_8).split(separator, -1) match {
      case Array(name, fingerprint, "") =>
        Run.node(name).held(fingerprint).toRight(s"no key $fingerprint").map(pair)
      case _ => Left("can not parse the key pair")
    }

  private val separator = "\u0000"

  private def pair(stored: StoredKey): CryptoKeyPair[PublicKey, PrivateKey] = {
    val material = stored.material.getOrElse(throw new IllegalArgumentException("the scenario names no key material"))
    val key = ByteString.copyFrom(Base64.getDecoder.decode(material))
    val pkcs8 = CryptoKeyFormat.DerPkcs8Pki
    Typed.publicKey(stored.key) match {
      case k: SigningPublicKey =>
        new CryptoKeyPair(k, SigningPrivateKey(k.fingerprint, pkcs8, key, k.keySpec, k.usage))
      case k: EncryptionPublicKey =>
        new CryptoKeyPair(k, EncryptionPrivateKey(k.fingerprint, pkcs8, key, k.keySpec))
      case k => throw new IllegalArgumentException(s"no key pair of $k")
    }
  }
}
