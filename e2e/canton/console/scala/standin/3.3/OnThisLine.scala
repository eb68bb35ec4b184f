package com.digitalasset.canton.standin

import com.digitalasset.canton.SynchronizerAlias
import com.digitalasset.canton.admin.api.client.data.{ListConnectedSynchronizersResult, ListPartiesResult}
import com.digitalasset.canton.config.RequireTypes.PositiveInt
import com.digitalasset.canton.crypto.SigningPublicKey
import com.digitalasset.canton.topology.{ParticipantId, PartyId, SynchronizerId}
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.transaction.{HostingParticipant, PartyToKeyMapping, PartyToParticipant}

/** What a synchronizer is called and how connections are listed: it differs between the lines. */
object OnThisLine {
  def id(synchronizer: SynchronizerState): SynchronizerId =
    SynchronizerId(Typed.uid(s"${synchronizer.name}::${synchronizer.namespace}"))
  def store(synchronizer: SynchronizerState): TopologyStoreId = TopologyStoreId.Synchronizer(id(synchronizer))
  def names(store: TopologyStoreId, synchronizer: SynchronizerState): Boolean = store == this.store(synchronizer)
  def partyKeys(party: PartyId, keys: Seq[SigningPublicKey]): PartyToKeyMapping =
    PartyToKeyMapping(party, NonEmpty.unsafe(keys))
  def hostedParty(party: PartyId, keys: Seq[SigningPublicKey], hosts: Seq[Host]): PartyToParticipant =
    PartyToParticipant(
      party,
      PositiveInt.one,
      hosts.map(h => HostingParticipant(ParticipantId(Typed.uid(h.participant)), HostingCommands.permission(h.permission))),
    )
  def listedParty(party: PartyId, participants: Seq[ListPartiesResult.ParticipantSynchronizers]): ListPartiesResult =
    ListPartiesResult(party, participants)
  def logical(synchronizer: SynchronizerState): SynchronizerId = id(synchronizer)
  def onboarding(isSet: Boolean): Any = throw new IllegalArgumentException("3.3 knows no onboarding")
  def registered(alias: String, node: NodeState): Any = (Connection(alias, node.manualConnect), node.connected)
  def connected(alias: String, synchronizer: SynchronizerState): Any =
    ListConnectedSynchronizersResult(new SynchronizerAlias(alias), id(synchronizer), healthy = true)
}
