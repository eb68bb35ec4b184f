package com.digitalasset.canton.standin

import com.digitalasset.canton.crypto._
import com.google.protobuf.ByteString
import java.nio.charset.StandardCharsets.UTF_8
import java.nio.file.{Files, Paths}
import java.security.{KeyFactory, MessageDigest, PublicKey => JavaKey, Signature => JavaSignature}
import java.security.spec.X509EncodedKeySpec
import java.util.Base64
import scala.jdk.CollectionConverters._

/** One of the participants that host a party, by its identity. `since`: the place in the ledger at which it began. */
final case class Host(participant: String, permission: String, onboarding: Boolean, since: Long)

/** The hosts that a party is to have. Whoever signs it signs its hash, in the form of a SHA-256 multihash. */
final case class Hosting(party: String, serial: Int, hosts: Seq[Host]) {
  def text: String =
    (Seq(party, serial.toString) ++ hosts.map(h => s"${h.participant} ${h.permission} ${h.onboarding}")).mkString("\n")
  def hash: Array[Byte] = Array[Byte](0x12, 0x20) ++ MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8))
}

/** A signature of a party; nodes sign with keys that they hold, which is not looked at again. */
final case class HostingSignature(signedBy: String, algorithm: String, format: String, bytes: Seq[Byte]) {
  /** Whether it is one of this key, over what was signed. */
  def verifies(key: String, hash: Array[Byte]): Boolean = {
    val (family, name) = algorithm match {
      case "Ed25519"       => ("Ed25519", "Ed25519")
      case "EC-DSA-SHA256" => ("EC", "SHA256withECDSA")
      case _               => ("EC", "SHA384withECDSA")
    }
    try {
      val public: JavaKey =
        KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(Base64.getDecoder.decode(key)))
      val check = JavaSignature.getInstance(name)
      check.initVerify(public)
      check.update(hash)
      format == (if (family == "EC") "DER" else "Concat") && check.verify(bytes.toArray)
    } catch { case _: java.security.GeneralSecurityException => false }
  }
}

final case class SignedHosting(hosting: Hosting, nodes: Set[String], signatures: Seq[HostingSignature]) {
  def signedBy(added: Set[Signature]): SignedHosting = copy(signatures = signatures ++ added.map { s =>
    val algorithm = s.signingAlgorithmSpec.fold("")(_.name)
    HostingSignature(s.signedBy.unwrap, algorithm, s.format.name, s.signature.toByteArray.toSeq)
  })
}

/** What waits for a signature, as a file. */
object HostingFiles {
  def write(signed: SignedHosting, file: String): Unit =
    Files.writeString(Paths.get(file), s"${signed.nodes.toSeq.sorted.mkString(" ")}\n${signed.hosting.text}")

  def read(file: String): Either[String, SignedHosting] =
    Files.readAllLines(Paths.get(file)).asScala.toList match {
      case nodes :: party :: serial :: hosts if hosts.forall(_.split(' ').length == 3) =>
        val read = hosts.map(_.split(' ')).map(words => Host(words(0), words(1), words(2).toBoolean, 0))
        Right(SignedHosting(Hosting(party, serial.toInt, read), nodes.split(' ').toSet, Seq.empty))
      case _ => Left(s"no topology transaction in $file")
    }
}
