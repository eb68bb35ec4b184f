package com.digitalasset.canton.standin

import com.digitalasset.canton.config.RequireTypes.PositiveInt
import com.digitalasset.canton.crypto.{Fingerprint, KeyPurpose, PublicKey}
import com.digitalasset.canton.standin.Broadcast.Outcome
import com.digitalasset.canton.topology.Member
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.store.TimeQuery
import com.digitalasset.canton.topology.transaction._

/** topology.owner_to_key_mappings: the keys a node has announced as its own. */
object MappingCommands {
  def call(node: NodeState, name: String, args: Args): Any = name match {
    case "list"       => list(node, args)
    case "add_key"    =>
      add(node, Seq(args[Fingerprint]("key") -> args[KeyPurpose]("purpose")), args.member("keyOwner"), signers(args))
    case "add_keys"   => add(node, args[Seq[(Fingerprint, KeyPurpose)]]("keys"), args.member("keyOwner"), signers(args))
    case "remove_key" =>
      remove(node, args.fingerprint("key"), args.purpose("purpose"), args.member("keyOwner"), signers(args))
    case "rotate_key" =>
      val (current, next) = (Typed.key(args[PublicKey]("currentKey")), Typed.key(args[PublicKey]("newKey")))
      rotate(node, args.member("member"), current, next)
    case "propose" =>
      val (member, keys) =
        if (args.has("proposedMapping"))
          args[OwnerToKeyMapping]("proposedMapping") match { case m => (m.member, m.keys) }
        else (args[Member]("member"), args[Seq[PublicKey]]("keys"))
      val serial = args[Option[PositiveInt]]("serial").map(_.value)
      propose(node, member.toProtoPrimitive, keys.map(Typed.key), serial, signers(args))
      new SignedTopologyTransaction[TopologyChangeOp, TopologyMapping](keys)
  }

  private def signers(args: Args): Seq[String] = args[Seq[Fingerprint]]("signedBy").map(_.unwrap)

  private def list(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    val wanted = args[Option[TopologyStoreId]]("store")
    val own =
      if (wanted.forall(_ == TopologyStoreId.Authorized))
        node.store.mappings.map(TopologyStoreId.Authorized -> _)
      else Seq.empty
    val others =
      Run.world.synchronizer
        .filter(s => wanted.forall(OnThisLine.names(_, s)))
        .toSeq
        .flatMap(s => Broadcast.visible(node, s).map(OnThisLine.store(s) -> _))
    val left = for {
      synchronizer <- node.left.filter(s => wanted.forall(OnThisLine.names(_, s)))
      mapping <- synchronizer.store.mappings
    } yield OnThisLine.store(synchronizer) -> mapping
    (others ++ left ++ own)
      .filter { case (_, m) => at(m, args("timeQuery")) && m.member.drop(5).startsWith(args("filterKeyOwnerUid")) }
      .map { case (store, m) => Typed.listed(store, m) }
  }

  private def at(mapping: Mapping, query: TimeQuery): Boolean = query match {
    case TimeQuery.HeadState         => mapping.until.isEmpty
    case TimeQuery.Snapshot(asOf)    =>
      !mapping.from.isAfter(asOf.instant) && mapping.until.forall(_.isAfter(asOf.instant))
    case TimeQuery.Range(from, to)   =>
      to.forall(t => !mapping.from.isAfter(t.instant)) && from.forall(f => !mapping.from.isBefore(f.instant))
  }

  private def add(node: NodeState, keys: Seq[(Fingerprint, KeyPurpose)], member: String, signedBy: Seq[String]): Unit = {
    val added = keys.map { case (fingerprint, purpose) =>
      node.held(fingerprint.unwrap)
        .map(_.key)
        .filter(_.purpose == purpose.name)
        .getOrElse(Refusal.shown(node, s"NOT_FOUND/no ${purpose.name} key ${fingerprint.unwrap}"))
    }
    change(node, member, signedBy, s"${node.name}: announce ${added.map(_.fingerprint).mkString(", ")}") { current =>
      if (added.exists(k => current.exists(_.fingerprint == k.fingerprint)))
        Refusal.shown(node, "The owner-to-key mapping already contains the specified keys to add")
      current ++ added
    }
  }

  private def remove(node: NodeState, fingerprint: String, purpose: String, member: String, signedBy: Seq[String]): Outcome =
    change(node, member, signedBy, s"${node.name}: withdraw $fingerprint") { current =>
      if (node.held(fingerprint).isEmpty) Refusal.shown(node, "The specified key is unknown to the key owner")
      if (!current.exists(k => k.fingerprint == fingerprint && k.purpose == purpose))
        Refusal.shown(node, s"The owner-to-key mapping does not contain the key $fingerprint")
      val left = current.filterNot(_.fingerprint == fingerprint)
      if (left.isEmpty) Refusal.shown(node, "The owner-to-key mapping can't be empty")
      left
    }

  /** Announce, wait until the synchronizer shows it, withdraw. What the new key may be used for is not looked at. */
  def rotate(node: NodeState, member: String, current: Key, next: Key): Unit = {
    if (!node.mapped.contains(current)) Refusal.shown(node, s"The key ${current.fingerprint} does not exist")
    if (node.held(current.fingerprint).isEmpty)
      Refusal.shown(node, "The current key must exist and pertain to this node")
    val outcome = change(node, member, Seq.empty, s"${node.name}: announce ${next.fingerprint}") { keys =>
      if (keys.exists(_.fingerprint == next.fingerprint))
        Refusal.shown(node, "The owner-to-key mapping already contains the specified keys to add")
      keys :+ next
    }
    Run.step(s"${node.name}: wait for ${next.fingerprint}")(Run.world.synchronizer.foreach(_.settle()))
    if (outcome == Outcome.Lost)
      Refusal.shown(node, "Condition never became true: the synchronizer does not show the new key")
    remove(node, current.fingerprint, current.purpose, member, Seq.empty)
  }

  private def propose(node: NodeState, member: String, keys: Seq[Key], serial: Option[Int], signedBy: Seq[String]): Unit =
    change(node, member, signedBy, s"${node.name}: propose a list of ${keys.size} keys") { current =>
      val next = node.store.current(member).fold(1)(_.serial + 1)
      if (keys == current) Refusal.shown(node, "TOPOLOGY_MAPPING_ALREADY_EXISTS")
      if (serial.exists(_ != next)) Refusal.shown(node, s"TOPOLOGY_SERIAL_MISMATCH: the serial must be $next")
      keys
    }

  /** A new version of the list in the node's own store; from there it goes to the synchronizer, or is lost unsaid. */
  private def change(node: NodeState, member: String, signedBy: Seq[String], what: String)(
      next: Seq[Key] => Seq[Key]
  ): Outcome = {
    LifeCommands.identified(node)
    if (!node.member.contains(member))
      Refusal.shown(node, s"TOPOLOGY_NO_APPROPRIATE_SIGNING_KEY_IN_STORE: $member is not this node")
    val current = node.store.current(member)
    val before = current.fold(Seq.empty[Key])(_.keys)
    val keys = next(before)
    Signing.byNamespace(node, signedBy, delegating = false)
    keys.filterNot(before.contains).foreach(Signing.byItself(node, _, signedBy))
    Run.step(what) {
      val mapping = Mapping(member, current.fold(1)(_.serial + 1), keys, Run.world.now, None)
      node.store.append(mapping)
      Broadcast.mapping(node, mapping)
    }
  }
}
