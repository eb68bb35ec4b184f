package com.digitalasset.canton.standin

import com.digitalasset.canton.config.{ConsoleCommandTimeout, NonNegativeDuration}
import com.digitalasset.canton.topology.{MediatorId, ParticipantId, SequencerId, UniqueIdentifier}
import scala.concurrent.duration.DurationInt

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
      case List("topology", "stores", command) =>
        LifeCommands.answering(node)
        StoreCommands.call(node, command, args)
      case List("topology", "party_to_key_mappings", "list") => UseCommands.parties(node, args)
      case List("topology", "party_to_participant_mappings", command) => HostingCommands.call(node, command, args)
      case List("topology", "transactions", "load") => HostingCommands.load(node, args)
      case List("topology", "vetted_packages", "list") => UpkeepCommands.vetted(node, args)
      case List("topology", "decentralized_namespaces", "list") => UseCommands.namespaces(node, args)
      case List("parties", "hosted")                => HostingCommands.parties(node, onlyOwn = true, args)
      case List("parties" | "repair", "export_acs") => ContractCommands.exported(node, args)
      case List("repair", "import_acs")             => ContractCommands.imported(node, args)
      case List("parties", command)                 => ReplicationCommands.call(node, command, args)
      case List("dars", "list")                     => UpkeepCommands.dars(node, args)
      case List("pruning", command)                 => UpkeepCommands.pruning(node, command)
      case List("ledger_api", "state", "end") =>
        LifeCommands.identified(node)
        Ledger.end(node)
      case List("synchronizers", command) => SynchronizerCommands.call(node, command, args)
      case _ =>
        throw new IllegalArgumentException(s"the stand-in does not know $path")
    }
  }

  /** A command behind a switch; `preview` is asked of remote consoles alone. */
  def allowed(name: String, feature: String): Unit = {
    val node = Run.node(name)
    if (!Run.world.features.contains(feature) && (node.remote || feature != "preview"))
      Refusal.shown(
        node,
        "The command is currently disabled.\nYou need to enable it explicitly by setting " +
          s"`canton.features.enable-$feature-commands = yes` in your Canton configuration file (`.conf`).",
      )
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
    case "utils.retry_until_true" => retry(new Args(values))
    case _ => throw new IllegalArgumentException(s"the stand-in does not know $path")
  }

  /** Nothing here takes time, so that the limit is a number of looks, each as if it took five seconds. */
  private def retry(args: Args): Unit = {
    val limit =
      if (args.has("timeout")) args[NonNegativeDuration]("timeout") else ConsoleCommandTimeout.default.bounded
    val looks = (limit.duration / 5.seconds).toInt
    if (!Iterator.fill(looks)(args[() => Boolean]("condition")()).contains(true))
      throw new IllegalStateException(
        if (args.has("failure")) args[() => String]("failure")() else s"Condition never became true within $limit"
      )
  }

  private def id(node: NodeState): Any = {
    val uid = Typed.uid(LifeCommands.identified(node))
    node.kind match {
      case "participant" => ParticipantId(uid)
      case "sequencer" => SequencerId(uid)
      case _ => MediatorId(uid)
    }
  }
}
