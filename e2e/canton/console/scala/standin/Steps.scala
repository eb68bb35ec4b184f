package com.digitalasset.canton.standin

import com.digitalasset.canton.console.CommandFailure
import scala.collection.mutable
import scala.util.control.ControlThrowable

/** The machine stops here, as a scenario asked: nothing after this point of the script happens, whatever it catches. */
final class Fault(after: Int) extends ControlThrowable(s"stopped after step $after")

/** On a node this call would never come back. */
final class WouldHang(what: String) extends ControlThrowable(what)

/** The steps of one run that changed something or waited for a change, in order. */
final class Steps(world: World, faultAfter: Option[Int]) {
  val done: mutable.ArrayBuffer[String] = mutable.ArrayBuffer.empty

  def step[A](what: String)(change: => A): A = {
    val result = change
    world.now = world.now.plusSeconds(1)
    done += what
    if (faultAfter.contains(done.size)) throw new Fault(done.size)
    result
  }
}

/** How a failing command looks on the console. */
object Refusal {
  /** What the console shows of a cause that must not leave the node; the cause is in the node's log. */
  def hidden(node: NodeState, cause: String): Nothing = {
    Run.log(s"${node.name}: $cause")
    shown(node, "INTERNAL/An error occurred. Please contact the operator and inquire about the request")
  }

  def shown(node: NodeState, text: String): Nothing = {
    println(s"ERROR Request failed for ${node.name}.\n  $text")
    throw new CommandFailure
  }
}
