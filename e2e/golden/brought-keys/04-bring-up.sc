// Canton KMS Wizard, plan a13c977d0676
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// After the identities: bootstraps the synchronizer, connects the participants, pings. A second run changes nothing.

val synchronizerSequencers = Seq(sequencer1)
val synchronizerMediators = Seq(mediator1)
val members = Seq(`bank-1`)
val alias = "da"
val sequencerUrl = "https://sequencer1.example.com:5001"
val limit = NonNegativeDuration.ofMinutes(5) // for each wait; a rotation was seen to take up to 100 seconds

// 1. Preconditions: all answer, have their identity and have announced their keys
synchronizerSequencers.foreach { n =>
  if (!n.health.is_running()) sys.error("STOP: " + n.name + " does not answer")
  if (!n.health.active) sys.error("STOP: " + n.name + " is a passive replica: run this against the active one")
  if (!n.health.has_identity()) sys.error("STOP: " + n.name + " has no identity yet")
  if (!(n.health.initialized() || n.health.is_ready_for_initialization())) {
    sys.error("STOP: " + n.name + " has not announced its keys yet")
  }
}
synchronizerMediators.foreach { n =>
  if (!n.health.is_running()) sys.error("STOP: " + n.name + " does not answer")
  if (!n.health.active) sys.error("STOP: " + n.name + " is a passive replica: run this against the active one")
  if (!n.health.has_identity()) sys.error("STOP: " + n.name + " has no identity yet")
  if (!(n.health.initialized() || n.health.is_ready_for_initialization())) {
    sys.error("STOP: " + n.name + " has not announced its keys yet")
  }
}
members.foreach { n =>
  if (!n.health.is_running()) sys.error("STOP: " + n.name + " does not answer")
  if (!n.health.active) sys.error("STOP: " + n.name + " is a passive replica: run this against the active one")
  if (!n.health.has_identity()) sys.error("STOP: " + n.name + " has no identity yet")
  if (!(n.health.initialized() || n.health.is_ready_for_initialization())) {
    sys.error("STOP: " + n.name + " has not announced its keys yet")
  }
}
// An interrupted bootstrap is taken up for the mediators: another sequencer would get a beginning of its own
val begun = synchronizerSequencers.map(_.health.initialized()).distinct
val judged = synchronizerMediators.map(_.health.initialized())
if (begun.size > 1) sys.error("STOP: only some of the sequencers belong to a synchronizer")
if (begun.contains(false) && judged.contains(true)) {
  sys.error("STOP: a mediator belongs to a synchronizer, and the sequencers do not")
}
// Two nodes with the same key would both run without a warning; by their ids in the KMS, nobody can tell
val fingerprints = synchronizerSequencers.flatMap { n =>
  n.topology.owner_to_key_mappings.list(
    store = Some(TopologyStoreId.Authorized),
    filterKeyOwnerUid = n.uid.toProtoPrimitive,
  ).flatMap(_.item.keys).map(_.fingerprint.unwrap) ++ Seq(n.namespace.fingerprint.unwrap)
} ++ synchronizerMediators.flatMap { n =>
  n.topology.owner_to_key_mappings.list(
    store = Some(TopologyStoreId.Authorized),
    filterKeyOwnerUid = n.uid.toProtoPrimitive,
  ).flatMap(_.item.keys).map(_.fingerprint.unwrap) ++ Seq(n.namespace.fingerprint.unwrap)
} ++ members.flatMap { n =>
  n.topology.owner_to_key_mappings.list(
    store = Some(TopologyStoreId.Authorized),
    filterKeyOwnerUid = n.uid.toProtoPrimitive,
  ).flatMap(_.item.keys).map(_.fingerprint.unwrap) ++ Seq(n.namespace.fingerprint.unwrap)
}
if (fingerprints.distinct.size != fingerprints.size) {
  sys.error("STOP: two of the nodes have the same key: " + fingerprints.diff(fingerprints.distinct).mkString(", "))
}

// 2. Bootstrap the synchronizer. The owners sign with their root keys, which must be usable in the KMS now.
// What an interrupted bootstrap left behind would be in the way of this one; none may be under way elsewhere
val setup = TopologyStoreId.Temporary.tryCreate(alias + "-setup")
synchronizerSequencers.filter(n => n.topology.stores.list().contains(setup)).foreach { n =>
  n.topology.stores.drop_temporary_topology_store(setup)
  println("STEP 2: interrupted bootstrap cleared from " + n.name)
}
// The mediators connect to the sequencers at the addresses that this console has for their public APIs
if ((begun ++ judged).contains(false)) {
  bootstrap.synchronizer(
    alias,
    sequencers = synchronizerSequencers,
    mediators = synchronizerMediators,
    synchronizerOwners = synchronizerSequencers,
    synchronizerThreshold = PositiveInt.one,
    staticSynchronizerParameters = StaticSynchronizerParameters.defaultsWithoutKMS(ProtocolVersion.latest),
  )
  println("STEP 2: synchronizer bootstrapped")
} else {
  println("DONE BEFORE: synchronizer bootstrapped")
}

// 3. Connect the participants, then ping
members.foreach { n =>
  if (n.synchronizers.list_registered().exists(_._1.synchronizerAlias.unwrap == alias)) {
    n.synchronizers.reconnect(alias)
    println("DONE BEFORE: connection of " + n.name + " registered")
  } else {
    n.synchronizers.connect(alias, sequencerUrl)
    println("STEP 3: " + n.name + " connected")
  }
  utils.retry_until_true(limit)(
    n.synchronizers.active(alias),
    failure = "STOP: " + n.name + " is not connected after " + limit.duration + "; what was done stays, run this script again",
  )
  println(Seq("STATE", n.name, "ping", n.health.ping(n)).mkString("\t"))
}
