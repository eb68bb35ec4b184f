package com.google.protobuf

final class ByteString private (bytes: Array[Byte]) {
  def toByteArray: Array[Byte] = bytes.clone()
  def size: Int = bytes.length
  override def equals(other: Any): Boolean = other match {
    case that: ByteString => toByteArray.sameElements(that.toByteArray)
    case _                => false
  }
  override def hashCode: Int = bytes.toSeq.hashCode
}
object ByteString {
  def copyFrom(bytes: Array[Byte]): ByteString = new ByteString(bytes.clone())
}
