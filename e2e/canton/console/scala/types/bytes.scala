package com.google.protobuf

final class ByteString private (bytes: Array[Byte]) {
  def toByteArray: Array[Byte] = bytes.clone()
}
object ByteString {
  def copyFrom(bytes: Array[Byte]): ByteString = new ByteString(bytes.clone())
}
