package com.digitalasset.canton.standin

import com.digitalasset.canton.crypto.{Fingerprint, KeyPurpose, SigningKeyUsage}
import com.digitalasset.canton.topology.Member

/** The arguments of a call, by the names of the parameters. */
final class Args(values: Map[String, Any]) {
  def apply[A](name: String): A = values(name).asInstanceOf[A]
  def fingerprint(name: String): String = apply[Fingerprint](name).unwrap
  def purpose(name: String): String = apply[KeyPurpose](name).name
  def usage(name: String): Set[String] = apply[Set[SigningKeyUsage]](name).map(_.identifier)
  def member(name: String): String = apply[Member](name).toProtoPrimitive
  def has(name: String): Boolean = values.contains(name)
}
