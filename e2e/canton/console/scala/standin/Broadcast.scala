package com.digitalasset.canton.standin

/** The way from a node's own store to the synchronizer's. */
object Broadcast {
  sealed trait Outcome
  object Outcome {
    case object Accepted extends Outcome
    case object Lost extends Outcome
    case object NotConnected extends Outcome
  }

  /** The synchronizer's mappings as a node knows them: all that are shown, or those of the time when it was last connected. */
  def visible(node: NodeState, synchronizer: SynchronizerState): Seq[Mapping] = {
    synchronizer.look()
    val shown = synchronizer.store.mappings.toSeq
    if (node.connected) shown
    else {
      val known = shown.take(node.seen.getOrElse(0))
      known.map(m => m.copy(until = m.until.filter(_ => known.exists(later => later.member == m.member && later.serial > m.serial))))
    }
  }

  /** Only the next serial is taken, and only of a node that can sign for the protocol; anything else is dropped without a word. */
  def mapping(node: NodeState, mapping: Mapping): Outcome = Run.world.synchronizer.filter(_ => node.connected) match {
    case None => Outcome.NotConnected
    case Some(synchronizer) =>
      val latest = synchronizer.latest(mapping.member)
      val signs = latest.forall(_.keys.exists(k => k.usage.contains("signing") && node.held(k.fingerprint).exists(s => KmsCommands.unusable(node, s).isEmpty)))
      if (latest.fold(1)(_.serial + 1) != mapping.serial && latest.isDefined || !signs) Outcome.Lost
      else {
        synchronizer.accept(Run.world.network.delay, Some(mapping))(_.append(mapping))
        Outcome.Accepted
      }
  }

  def delegation(node: NodeState, delegation: Delegation): Unit =
    Run.world.synchronizer.filter(_ => node.connected).foreach(_.accept(Run.world.network.delay, None)(_.delegations += delegation))

  /** A node that connects brings what the synchronizer does not have yet. */
  def all(node: NodeState): Unit = for (synchronizer <- Run.world.synchronizer; member <- node.member) {
    node.store.delegations.filterNot(d => synchronizer.store.delegations.exists(_.key == d.key)).foreach(delegation(node, _))
    if (synchronizer.latest(member).isEmpty) node.store.current(member).foreach(mapping(node, _))
    else node.store.mappings.filter(m => m.member == member && synchronizer.latest(member).exists(_.serial < m.serial)).foreach(mapping(node, _))
  }
}
