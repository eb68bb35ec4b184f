package com.digitalasset.canton.standin

import com.digitalasset.canton.SynchronizerAlias
import com.digitalasset.canton.console.{InstanceReference, MediatorReference, SequencerReference}
import scala.collection.mutable

/** synchronizers.* of a participant, and the bootstrap of a synchronizer. */
object SynchronizerCommands {
  def call(node: NodeState, name: String, args: Args): Any = {
    LifeCommands.answering(node)
    name match {
      case "connect"         =>
        connect(node, alias(args), if (args.has("connection")) Some(args("connection")) else None)
      case "reconnect"       => reconnect(node, alias(args))
      // Those that connect by hand are left out, also here.
      case "reconnect_all"   => if (!node.manualConnect) node.registered.foreach(reconnect(node, _))
      case "disconnect_all"  => if (node.connected) Run.step(s"${node.name}: disconnect")(leave(node))
      case "modify"          => modify(node, alias(args), args("modifier"))
      case "active"          => node.connected && node.registered.contains(alias(args))
      case "is_connected"    => node.connected
      case "list_registered" => node.registered.map(OnThisLine.registered(_, node))
      case "list_connected"  =>
        Run.world.synchronizer
          .filter(_ => node.connected)
          .toSeq
          .flatMap(s => node.registered.map(OnThisLine.connected(_, s)))
    }
  }

  private def alias(args: Args): String = args[SynchronizerAlias]("synchronizerAlias").unwrap

  private def connect(node: NodeState, alias: String, url: Option[String]): Any = {
    if (!node.ready) Refusal.shown(node, "the node is not initialised")
    if (Run.world.synchronizer.isEmpty || url.exists(_ != Run.world.network.url))
      Refusal.shown(node, s"SYNCHRONIZER_REGISTRY_CONNECTION_ERROR: nothing answers at ${url.getOrElse(alias)}")
    if (node.registered.contains(alias)) Refusal.shown(node, s"SYNCHRONIZER_ALREADY_ADDED: $alias")
    Run.step(s"${node.name}: register the connection $alias") { node.registered = node.registered :+ alias }
    join(node)
    Connection(alias)
  }

  private def reconnect(node: NodeState, alias: String): Boolean = {
    if (!node.registered.contains(alias)) Refusal.shown(node, s"SYNCHRONIZER_IS_NOT_REGISTERED: $alias")
    if (!node.connected) join(node)
    true
  }

  private def modify(node: NodeState, alias: String, modifier: Connection.Config => Connection.Config): Unit = {
    if (!node.registered.contains(alias)) Refusal.shown(node, s"SYNCHRONIZER_IS_NOT_REGISTERED: $alias")
    val manual = modifier(Connection(alias, node.manualConnect)).manualConnect
    if (manual != node.manualConnect)
      Run.step(s"${node.name}: connect ${if (manual) "by hand" else "by itself"}") { node.manualConnect = manual }
  }

  private def leave(node: NodeState): Unit = {
    node.endedAt = Some(Ledger.end(Run.world))
    node.connected = false
  }

  private def join(node: NodeState): Unit = Run.step(s"${node.name}: connect")(reach(node))

  private def reach(node: NodeState): Unit = {
    node.connected = true
    node.endedAt = None
    Broadcast.all(node)
    Run.world.synchronizer.foreach(_.settle())
    if (!LifeCommands.missesKeys(node)) node.seen = None
  }

  /** A usual start: the node connects to what it knows, unless it is told by hand. */
  def restart(node: NodeState): Unit = {
    node.running = true
    if (!node.connected && !node.manualConnect && (node.initialized || node.registered.nonEmpty)) reach(node)
  }

  /**
    * Each owner makes a store for it and signs with its root key; then the sequencers begin the synchronizer, the mediators
    * join it, and the stores go. Cut, it can be called again when they are gone: who belongs to it already is left alone.
    */
  def bootstrap(args: Args): Any = {
    def state(reference: InstanceReference): NodeState = Run.node(reference.nodeName)
    val sequencers = args[Seq[SequencerReference]]("sequencers").map(state)
    val mediators = args[Seq[MediatorReference]]("mediators").map(state)
    val owners = args[Seq[InstanceReference]]("synchronizerOwners").map(state)
    val name = args[String]("synchronizerName")
    val members = sequencers ++ mediators
    members.foreach { node =>
      LifeCommands.identified(node)
      if (!node.announced) Refusal.shown(node, "the node has announced no keys")
      if (node.initialized && !Run.world.synchronizer.exists(_.name == name))
        Refusal.shown(node, "the node belongs to another synchronizer")
    }
    if (!members.forall(_.initialized)) {
      val setup = s"$name-setup"
      owners.foreach(StoreCommands.create(_, setup))
      owners.foreach(owner => Signing.byNamespace(owner, Seq.empty, delegating = false))
      val namespace =
        LifeCommands.identified(owners.headOption.getOrElse(throw new IllegalArgumentException("no owner"))).namespace
      sequencers.filterNot(_.initialized).foreach(begin(_, name, namespace))
      mediators.filterNot(_.initialized).foreach(node => Run.step(s"${node.name}: join $name")(belong(node)))
      owners.foreach(StoreCommands.drop(_, setup))
    }
    Run.world.synchronizer.map(OnThisLine.id).getOrElse(throw new IllegalStateException("no synchronizer"))
  }

  private def begin(node: NodeState, name: String, namespace: String): Unit = Run.step(s"${node.name}: begin $name") {
    val empty = new Store(mutable.ArrayBuffer.empty, mutable.ArrayBuffer.empty)
    if (Run.world.synchronizer.isEmpty) Run.world.synchronizer = Some(new SynchronizerState(name, namespace, empty))
    belong(node)
  }

  private def belong(node: NodeState): Unit = {
    node.initialized = true
    node.connected = true
    Broadcast.all(node)
    Run.world.synchronizer.foreach(_.settle())
  }
}
