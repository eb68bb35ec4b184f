package com.digitalasset.canton.topology

import com.digitalasset.canton.config.CantonRequireTypes.{String185, String300}
import com.digitalasset.canton.crypto.{Fingerprint, HasFingerprint}

final case class Namespace(fingerprint: Fingerprint) extends HasFingerprint {
  def unwrap: String = fingerprint.unwrap
  def toProtoPrimitive: String = fingerprint.unwrap
  def filterString: String = fingerprint.unwrap
}

trait HasNamespace extends HasFingerprint {
  def namespace: Namespace
  def fingerprint: Fingerprint = namespace.fingerprint
}
trait HasUniqueIdentifier extends HasNamespace {
  def uid: UniqueIdentifier
  def namespace: Namespace = uid.namespace
  def identifier: String185 = uid.identifier
}

final case class UniqueIdentifier private[canton] (identifier: String185, namespace: Namespace) extends HasNamespace {
  def toProtoPrimitive: String = identifier.unwrap + UniqueIdentifier.delimiter + namespace.unwrap
  override def equals(other: Any): Boolean = other match {
    case that: UniqueIdentifier => toProtoPrimitive == that.toProtoPrimitive
    case _                      => false
  }
  override def hashCode: Int = toProtoPrimitive.hashCode
  override def toString: String = s"${identifier.unwrap}::${namespace.fingerprint}"
}
object UniqueIdentifier {
  val delimiter: String = "::"
  private[canton] def apply(identifier: String185, namespace: Namespace): UniqueIdentifier =
    new UniqueIdentifier(identifier, namespace)

  def verifyValidString(str: String): Either[String, String] =
    if (str.length > 185)
      Left(s"The given string has a maximum length of 185 but a string of length ${str.length} was given")
    else if (!str.matches("[A-Za-z0-9:\\-_ ]+")) Left(s"Invalid characters in $str")
    else if (str.contains(delimiter)) Left(s"String contains reserved delimiter $delimiter")
    else Right(str)
  def create(id: String, namespace: Namespace): Either[String, UniqueIdentifier] =
    verifyValidString(id).map(text => new UniqueIdentifier(new String185(text), namespace))
  def create(id: String, fingerprint: Fingerprint): Either[String, UniqueIdentifier] =
    create(id, Namespace(fingerprint))
  def create(id: String, fingerprint: String): Either[String, UniqueIdentifier] =
    create(id, Fingerprint.tryFromString(fingerprint))
  def tryCreate(id: String, namespace: Namespace): UniqueIdentifier =
    create(id, namespace).fold(message => throw new IllegalArgumentException(message), identity)
  def tryCreate(id: String, fingerprint: Fingerprint): UniqueIdentifier = tryCreate(id, Namespace(fingerprint))
  def tryCreate(id: String, fingerprint: String): UniqueIdentifier =
    tryCreate(id, Fingerprint.tryFromString(fingerprint))
  def tryFromProtoPrimitive(str: String): UniqueIdentifier = {
    val at = str.lastIndexOf(delimiter)
    tryCreate(str.take(at), str.drop(at + 2))
  }
}

trait Identity extends HasUniqueIdentifier {
  def toProtoPrimitive: String = uid.toProtoPrimitive
  def filterString: String = uid.toProtoPrimitive
}
sealed trait NodeIdentity extends Identity {
  def member: Member
}
sealed trait Member extends Identity {
  private[canton] def code: String
  override def toProtoPrimitive: String = s"$code::${uid.toProtoPrimitive}"
  def toLengthLimitedString: String300 = new String300(toProtoPrimitive)
  override def toString: String = s"$code::$uid"
}
final case class ParticipantId(uid: UniqueIdentifier) extends Member with NodeIdentity {
  private[canton] def code: String = "PAR"
  def member: Member = this
}
final case class SequencerId(uid: UniqueIdentifier) extends Member with NodeIdentity {
  private[canton] def code: String = "SEQ"
  def member: Member = this
}
final case class MediatorId(uid: UniqueIdentifier) extends Member with NodeIdentity {
  private[canton] def code: String = "MED"
  def member: Member = this
}

sealed trait MemberCode {
  def toProtoPrimitive: String
}

final class ForceFlags private[canton] ()
object ForceFlags {
  val none: ForceFlags = new ForceFlags
}
