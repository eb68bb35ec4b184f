package com.digitalasset.canton.standin

/** The arguments of a call, by the names of the parameters. */
final class Args(values: Map[String, Any]) {
  def apply[A](name: String): A = values(name).asInstanceOf[A]
  def has(name: String): Boolean = values.contains(name)
}
