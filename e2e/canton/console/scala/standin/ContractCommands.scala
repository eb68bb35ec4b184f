package com.digitalasset.canton.standin

import com.digitalasset.canton.topology.PartyId
import java.nio.file.{Files, Paths}

/** The contracts of a participant: a file that says whose they are. It is in the folder that the console was started in. */
object ContractCommands {
  def exported(node: NodeState, args: Args): Unit = {
    LifeCommands.identified(node)
    val parties = args[Set[PartyId]]("parties").map(_.toProtoPrimitive).toSeq.sorted
    Run.step(s"${node.name}: export the contracts of ${parties.mkString(" ")}") {
      Files.writeString(Paths.get(args[String]("exportFilePath")), parties.mkString("\n"))
    }
  }

  /** Only off the synchronizers, and once: contracts that are there already are refused. */
  def imported(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    if (node.connected) Refusal.shown(node, "FAILED_PRECONDITION/the participant is connected to a synchronizer")
    val parties = Files.readString(Paths.get(args[String]("importFilePath"))).split('\n').toSeq
    if (parties.exists(node.contractsOf.contains)) Refusal.shown(node, "IMPORT_ACS_ERROR: a contract exists already")
    Run.step(s"${node.name}: import the contracts of ${parties.mkString(" ")}") { node.contractsOf ++= parties }
    Map.empty
  }
}
