package com.digitalasset.canton.console

import scala.util.control.NoStackTrace

final case class NodeReferences[A, R <: A, L <: A](local: Seq[L], remote: Seq[R]) {
  def all: Seq[A] = local ++ remote
}

final class CommandFailure extends Throwable("Command execution failed.") with NoStackTrace

class BootstrapScriptException(cause: Throwable) extends RuntimeException(cause)
