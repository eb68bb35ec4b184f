package com.digitalasset.canton.standin

import com.digitalasset.canton.SynchronizerAlias
import com.digitalasset.canton.admin.api.client.data.{ListConnectedSynchronizersResult, ListPartiesResult}
import com.digitalasset.canton.config.RequireTypes.{NonNegativeInt, PositiveInt}
import com.digitalasset.canton.crypto.{SigningKeysWithThreshold, SigningPublicKey}
import com.digitalasset.canton.topology.{
  ConfiguredPhysicalSynchronizerId,
  ParticipantId,
  PartyId,
  PhysicalSynchronizerId,
  SynchronizerId,
}
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.transaction.{HostingParticipant, PartyToKeyMapping, PartyToParticipant}
import com.digitalasset.canton.version.ProtocolVersion

/** What a synchronizer is called and how connections are listed: it differs between the lines. */
object OnThisLine {
  def id(synchronizer: SynchronizerState): PhysicalSynchronizerId = {
    val logical = SynchronizerId(Typed.uid(s"${synchronizer.name}::${synchronizer.namespace}"))
    PhysicalSynchronizerId(logical, NonNegativeInt.zero, ProtocolVersion.latest)
  }
  def store(synchronizer: SynchronizerState): TopologyStoreId = TopologyStoreId.Synchronizer(id(synchronizer))
  def names(store: TopologyStoreId, synchronizer: SynchronizerState): Boolean =
    store == this.store(synchronizer) || store == TopologyStoreId.Synchronizer(id(synchronizer).logical)
  def partyKeys(party: PartyId, keys: Seq[SigningPublicKey]): PartyToKeyMapping =
    PartyToKeyMapping(party, NonEmpty.unsafe(keys.toSet))
  def hostedParty(party: PartyId, keys: Seq[SigningPublicKey], hosts: Seq[Host]): PartyToParticipant =
    PartyToParticipant(
      party,
      PositiveInt.one,
      hosts.map { h =>
        val id = ParticipantId(Typed.uid(h.participant))
        HostingParticipant(id, HostingCommands.permission(h.permission), h.onboarding)
      },
      Option.when(keys.nonEmpty)(SigningKeysWithThreshold(NonEmpty.unsafe(keys.toSet), PositiveInt.one)),
    )
  def listedParty(party: PartyId, participants: Seq[ListPartiesResult.ParticipantSynchronizers]): ListPartiesResult =
    ListPartiesResult(party, participants)
  def logical(synchronizer: SynchronizerState): SynchronizerId = id(synchronizer).logical
  def onboarding(isSet: Boolean): Any = Onboarding(isSet)
  /** The physical id is known from the first connection on, also while the node is disconnected. */
  def registered(alias: String, node: NodeState): Any = {
    val known = Run.world.synchronizer.map(id)
    (Connection(alias, node.manualConnect), ConfiguredPhysicalSynchronizerId(known), node.connected)
  }
  def connected(alias: String, synchronizer: SynchronizerState): Any =
    ListConnectedSynchronizersResult(new SynchronizerAlias(alias), id(synchronizer), healthy = true)
}
