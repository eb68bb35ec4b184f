package com.digitalasset.canton.standin

/** The way from a node's own store to the synchronizer's. */
object Broadcast {
  sealed trait Outcome
  object Outcome {
    case object Accepted extends Outcome
    case object Lost extends Outcome
    case object NotConnected extends Outcome
  }

  /** The synchronizer's mappings as a node knows them: all that are shown, or those from when it was last connected. */
  def visible(node: NodeState, synchronizer: SynchronizerState): Seq[Mapping] = {
    synchronizer.look()
    val shown = synchronizer.store.mappings.toSeq
    val known = if (node.connected) shown else shown.take(node.seen.getOrElse(0))
    def replaced(m: Mapping): Boolean = known.exists(later => later.member == m.member && later.serial > m.serial)
    known.map(m => if (replaced(m)) m else m.copy(until = None))
  }

  /** Only the next serial is taken, and only of a node that can sign for the protocol; the rest is dropped unsaid. */
  def mapping(node: NodeState, mapping: Mapping): Outcome =
    Run.world.synchronizer.filter(_ => node.connected).fold[Outcome](Outcome.NotConnected) { synchronizer =>
      val follows = synchronizer.latest(mapping.member).forall(last => last.serial + 1 == mapping.serial && canSign(node, last))
      if (follows) synchronizer.accept(Run.world.network.delay, Some(mapping))(_.append(mapping))
      if (follows) Outcome.Accepted else Outcome.Lost
    }

  private def canSign(node: NodeState, last: Mapping): Boolean = last.keys
    .filter(_.usage.contains("signing"))
    .flatMap(key => node.held(key.fingerprint))
    .exists(stored => KmsCommands.unusable(stored).isEmpty)

  def delegation(node: NodeState, delegation: Delegation): Unit =
    Run.world.synchronizer
      .filter(_ => node.connected)
      .foreach(_.accept(Run.world.network.delay, None)(_.delegations += delegation))

  /** A node that connects brings what the synchronizer does not have yet. */
  def all(node: NodeState): Unit = for (synchronizer <- Run.world.synchronizer; member <- node.member) {
    node.store.delegations.filterNot(d => synchronizer.store.delegations.exists(_.key == d.key))
      .foreach(delegation(node, _))
    if (synchronizer.latest(member).isEmpty) node.store.current(member).foreach(mapping(node, _))
    else node.store.mappings
      .filter(m => m.member == member && synchronizer.latest(member).exists(_.serial < m.serial))
      .foreach(mapping(node, _))
  }
}
