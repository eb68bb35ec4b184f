package com.digitalasset.canton.standin

import com.digitalasset.canton.topology.{MediatorId, ParticipantId, SequencerId, UniqueIdentifier}

/** Every command of the console ends here: the node it is called on, its path, its arguments by name. */
object Engine {
  def call(name: String, path: String, values: Map[String, Any]): Any = {
    val node = Run.node(name)
    val args = new Args(values)
    path.split('.').toList match {
      case List("health", command) => LifeCommands.health(node, command, args)
      case List("name") => node.name
      case List("start") => LifeCommands.start(node)
      case List("stop") => LifeCommands.stop(node)
      case List("uid") => Typed.uid(LifeCommands.identified(node))
      case List("namespace") =>
        Typed.namespace(LifeCommands.identified(node).namespace)
      case List("id") => id(node)
      case List("keys", "secret", command) =>
        LifeCommands.answering(node)
        KeyCommands.call(node, command, args)
      case List("topology", "init_id_from_uid") => LifeCommands.setIdentity(node, args("identifier"))
      case List("topology", "init_id") =>
        val uid = UniqueIdentifier.tryCreate(args[String]("identifier"), args[String]("namespace"))
        LifeCommands.setIdentity(node, uid)
      case List("topology", "owner_to_key_mappings", command) =>
        LifeCommands.answering(node)
        MappingCommands.call(node, command, args)
      case List("topology", "namespace_delegations", command) =>
        LifeCommands.answering(node)
        DelegationCommands.call(node, command, args)
      case List("synchronizers", command) => SynchronizerCommands.call(node, command, args)
      case _ =>
        throw new IllegalArgumentException(s"the stand-in does not know $path")
    }
  }

  /** Commands of the console itself. */
  def call(path: String, values: Map[String, Any]): Any = path match {
    case "bootstrap.synchronizer" => SynchronizerCommands.bootstrap(new Args(values))
    case "nodes.all" => References.of(Run.world.nodes)
    case "participants.all" => References.of(Run.world.nodes.filter(_.kind == "participant"))
    case "sequencers.all" => References.of(Run.world.nodes.filter(_.kind == "sequencer"))
    case "mediators.all" => References.of(Run.world.nodes.filter(_.kind == "mediator"))
    case "participants.local" => References.of(Run.world.nodes.filter(n => n.kind == "participant" && !n.remote))
    case "sequencers.local" => References.of(Run.world.nodes.filter(n => n.kind == "sequencer" && !n.remote))
    case "mediators.local" => References.of(Run.world.nodes.filter(n => n.kind == "mediator" && !n.remote))
    case "utils.retry_until_true" => retry(values("condition").asInstanceOf[() => Boolean])
    case _ => throw new IllegalArgumentException(s"the stand-in does not know $path")
  }

  /** The limit is a number of looks: nothing here takes time. */
  private def retry(condition: () => Boolean): Unit =
    if (!Iterator.fill(20)(condition()).contains(true)) throw new IllegalStateException("Condition never became true")

  private def id(node: NodeState): Any = {
    val uid = Typed.uid(LifeCommands.identified(node))
    node.kind match {
      case "participant" => ParticipantId(uid)
      case "sequencer" => SequencerId(uid)
      case _ => MediatorId(uid)
    }
  }
}
