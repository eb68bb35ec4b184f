package com.digitalasset.canton.standin

import com.digitalasset.canton.console.CommandFailure
import com.typesafe.config.{Config, ConfigFactory, ConfigParseOptions, ConfigSyntax}
import java.io.{ByteArrayOutputStream, PrintStream, PrintWriter}
import java.lang.reflect.InvocationTargetException
import java.nio.charset.StandardCharsets.UTF_8
import java.nio.file.{Files, Paths}
import scala.jdk.CollectionConverters._

/** Runs scripts on worlds: a JSON document a line in, one a line out; run.ts knows both. One JVM for all. */
object Main {
  def main(arguments: Array[String]): Unit = {
    val out = new PrintWriter(arguments(1), "UTF-8")
    val json = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON)
    Files.readAllLines(Paths.get(arguments(0)), UTF_8).forEach { line =>
      out.print(answer(ConfigFactory.parseString(line, json)) + "\n")
    }
    out.close()
  }

  /** The scripts of one document run one after the other on the same world. */
  private def answer(document: Config): String = {
    val world = ReadWorld(document.getConfig("world"))
    val withWorlds = document.getBoolean("withWorlds")
    val results = document.getConfigList("scripts").asScala.map { script =>
      val faultAfter = Option.when(script.hasPath("faultAfter"))(script.getInt("faultAfter"))
      val body = if (script.hasPath("class")) () => outcomeOf(script.getString("class")) else () => restart(world)
      val before = state(world)
      val result = run(world, body, faultAfter)
      val after = if (withWorlds) Seq("world" -> WriteWorld(world)) else Seq.empty
      WriteWorld.fields(result ++ Seq("changed" -> (state(world) != before)) ++ after: _*)
    }
    WriteWorld.json(WriteWorld.fields("results" -> results, "world" -> WriteWorld(world)))
  }

  /** All but the clock. */
  private def state(world: World): String = {
    val fields = WriteWorld(world)
    WriteWorld.json(WriteWorld.fields(Seq("kms", "synchronizer", "parties", "nodes").map(name => name -> fields.get(name)): _*))
  }

  /** Between two scripts, all nodes are started as usual. */
  private def restart(world: World): (String, String) = {
    world.nodes.foreach(SynchronizerCommands.restart)
    ("done", "")
  }

  private def run(world: World, body: () => (String, String), faultAfter: Option[Int]): Seq[(String, Any)] = {
    val run = new Run(world, faultAfter)
    val printed = new ByteArrayOutputStream
    val (outcome, message) =
      Run.during(run)(Console.withOut(new PrintStream(printed, true, "UTF-8"))(body()))
    // Between two scripts time passes, so the synchronizer shows what it has accepted.
    world.synchronizer.foreach(_.settle())
    Seq(
      "outcome" -> outcome,
      "message" -> message,
      "output" -> printed.toString("UTF-8"),
      "steps" -> run.steps.done,
      "nodeLog" -> run.nodeLog,
    )
  }

  private def outcomeOf(script: String): (String, String) =
    try {
      Class.forName(script).getDeclaredConstructor().newInstance()
      ("done", "")
    } catch { case e: InvocationTargetException => failure(e.getCause) }

  private def failure(cause: Throwable): (String, String) = cause match {
    case e: Fault => ("fault", e.getMessage)
    case e: WouldHang => ("hang", e.getMessage)
    case e: CommandFailure => ("refused", e.getMessage)
    case e if Option(e.getMessage).exists(_.startsWith("STOP: ")) => ("stopped", e.getMessage)
    case e => ("crashed", e.toString)
  }
}
