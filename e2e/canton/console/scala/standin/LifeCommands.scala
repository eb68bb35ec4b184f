package com.digitalasset.canton.standin

import com.digitalasset.canton.topology.UniqueIdentifier
import scala.concurrent.duration.DurationInt

/** What a node is: whether it runs, has an identity, is initialised, and how it comes to that. */
object LifeCommands {
  def health(node: NodeState, name: String, args: Args): Any = name match {
    // Both are answered by the console itself: a node that does not answer is not running and has no identity.
    case "is_running"   => node.running
    case "has_identity" => node.running && node.identity.isDefined
    case "initialized" =>
      answering(node)
      node.ready
    case "active" => answering(node) && node.active
    case "is_ready_for_id" => node.running && node.identity.isEmpty
    case "is_ready_for_node_topology" => node.running && node.identity.isDefined && !node.announced
    case "is_ready_for_initialization" =>
      node.running && node.kind != "participant" && node.announced && !node.initialized
    case "wait_for_identity" => waitFor(node.running && node.identity.isDefined, name)
    case "wait_for_initialized" => waitFor(node.ready, name)
    case "wait_for_running" => waitFor(node.running, name)
    case "wait_for_ready_for_id" => waitFor(node.running && node.identity.isEmpty, name)
    case "wait_for_ready_for_node_topology" => waitFor(node.running && node.identity.isDefined && !node.announced, name)
    case "wait_for_ready_for_initialization" =>
      waitFor(node.running && node.kind != "participant" && node.announced && !node.initialized, name)
    case "ping" =>
      ping(node, Run.world.nodes.find(_.member.contains(args.member("participantId"))))
  }

  def start(node: NodeState): Unit = if (!node.running) Run.step(s"${node.name}: start") { node.running = true }
  def stop(node: NodeState): Unit =
    if (node.running) Run.step(s"${node.name}: stop") { node.running = false; node.connected = false }

  def answering(node: NodeState): Boolean =
    if (node.running) true else Refusal.shown(node, "UNAVAILABLE/Network closed for unknown reason")

  def identified(node: NodeState): Known = {
    answering(node)
    node.identity.getOrElse(Refusal.shown(node, "UNIMPLEMENTED/Method not found"))
  }

  /** A second identity is never set: the call waits for a state that can't come. */
  def setIdentity(node: NodeState, uid: UniqueIdentifier): Unit = {
    answering(node)
    if (node.identity.isDefined)
      throw new WouldHang("Since node is already initialized, it will never be ready to have its id set")
    Run.step(s"${node.name}: set the identity ${uid.toProtoPrimitive}") {
      node.identity = Some(Known(uid.identifier.unwrap, uid.namespace.unwrap))
    }
    if (node.makesTopology) makeTopology(node)
  }

  /** What generate-topology-transactions-and-keys does: keys of fixed names are looked for, and made where missing. */
  private def makeTopology(node: NodeState): Unit = for (identity <- node.identity; member <- node.member) {
    val wanted =
      Seq("sequencer-auth", "signing").map(name => (name, "signing", Set(name, "proof-of-ownership"))) ++
        Option.when(node.kind == "participant")(("encryption", "encryption", Set.empty[String]))
    val keys = wanted.map { case (suffix, purpose, usage) =>
      val name = s"${node.name}-$suffix"
      node.keys
        .find(k => k.name == name && k.key.usage == usage)
        .getOrElse(KeyCommands.generate(node, purpose, usage, None, name)).key
    }
    node.held(identity.namespace).foreach { root =>
      node.store.delegations += Delegation(identity.namespace, root.key, "CanSignAllMappings", Run.world.now)
    }
    node.store.append(Mapping(member, 1, keys, Run.world.now, None))
  }

  /** After a restore: the node doesn't hold a key that the synchronizer names, now or at a time it has to replay. */
  def missesKeys(node: NodeState): Boolean = {
    val unseen = for {
      synchronizer <- Run.world.synchronizer.filter(_ => node.connected)
      member <- node.member
      seen <- node.seen
    } yield synchronizer.store.mappings.drop(seen).filter(_.member == member)
    unseen.exists(_.flatMap(_.keys).exists(key => node.held(key.fingerprint).isEmpty))
  }

  private def waitFor(condition: Boolean, what: String): Unit = if (!condition) throw new WouldHang(what)

  private def ping(node: NodeState, target: Option[NodeState]): Any = {
    identified(node)
    // It takes its time: what was under way has arrived.
    Run.world.synchronizer.foreach(_.settle())
    val works = target.exists(other => canTransact(node) && canTransact(other))
    if (!works) Refusal.shown(node, "ping timed out")
    20.milliseconds
  }

  /** The first announced key of each use is the one in use. */
  private def canTransact(node: NodeState): Boolean =
    node.ready && node.connected && Run.world.synchronizer.exists { synchronizer =>
      val keys = node.member.flatMap(synchronizer.store.current).fold(Seq.empty[Key])(_.keys)
      val inUse = Seq("sequencer-auth", "signing").map(usage => keys.find(_.usage.contains(usage))) :+
        keys.find(_.purpose == "encryption")
      keys.forall(key => node.held(key.fingerprint).isDefined) &&
      inUse.forall(_.flatMap(key => node.held(key.fingerprint)).exists(stored => KmsCommands.unusable(stored).isEmpty))
    }
}
