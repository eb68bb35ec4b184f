package com.digitalasset.canton.config

/** Texts of limited length; outside Canton they are only made by the classes that hold them. */
object CantonRequireTypes {
  trait LengthLimitedString {
    def unwrap: String
    override def equals(other: Any): Boolean = other match {
      case that: LengthLimitedString => unwrap == that.unwrap
      case _                         => false
    }
    override def hashCode: Int = unwrap.hashCode
    override def toString: String = unwrap
  }
  final class String68 private[canton] (val unwrap: String) extends LengthLimitedString
  final class String185 private[canton] (val unwrap: String) extends LengthLimitedString
  final class String255 private[canton] (val unwrap: String) extends LengthLimitedString
  final class String300 private[canton] (val unwrap: String) extends LengthLimitedString

  /** What wraps such a text: its text is read with `unwrap`, and what it prints is cut. */
  trait LengthLimitedStringWrapper {
    def unwrap: String
    override def equals(other: Any): Boolean = other match {
      case that: LengthLimitedStringWrapper => getClass == that.getClass && unwrap == that.unwrap
      case _                                => false
    }
    override def hashCode: Int = unwrap.hashCode
    override def toString: String = if (unwrap.length > 16) unwrap.take(12) + "..." else unwrap
  }

  final class InstanceName private[canton] (val unwrap: String) extends LengthLimitedStringWrapper {
    def toProtoPrimitive: String = unwrap
  }
  object InstanceName {
    def tryCreate(str: String): InstanceName = new InstanceName(str)
  }
}
