package com.digitalasset.canton.standin

import scala.collection.mutable

/** The run that is on: its world, its steps, and what the nodes wrote into their logs. */
final class Run(val world: World, faultAfter: Option[Int]) {
  val steps: Steps = new Steps(world, faultAfter)
  val nodeLog: mutable.ArrayBuffer[String] = mutable.ArrayBuffer.empty
}

object Run {
  private var current: Option[Run] = None

  def on: Run = current.getOrElse(throw new IllegalStateException("no run is on"))
  def world: World = on.world
  def step[A](what: String)(change: => A): A = on.steps.step(what)(change)
  def log(line: String): Unit = on.nodeLog += line
  def node(name: String): NodeState =
    world.nodes.find(_.name == name).getOrElse(throw new IllegalStateException(s"no node $name"))

  def during[A](run: Run)(body: => A): A = {
    current = Some(run)
    try body
    finally current = None
  }
}
