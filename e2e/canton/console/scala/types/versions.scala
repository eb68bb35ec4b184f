package com.digitalasset.canton.version

final class ProtocolVersion private[canton] (v: Int) {
  def toProtoPrimitive: Int = v
  override def toString: String = v.toString
}
object ProtocolVersion {
  val latest: ProtocolVersion = new ProtocolVersion(35)
  // Named only by the default of a command of 3.6.
  private[canton] val forSynchronizer: ProtocolVersion = latest
}
