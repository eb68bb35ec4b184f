package com.digitalasset.canton.standin

import com.digitalasset.canton.SynchronizerAlias
import com.digitalasset.canton.admin.api.client.data.ListConnectedSynchronizersResult
import com.digitalasset.canton.crypto.SigningPublicKey
import com.digitalasset.canton.topology.{PartyId, SynchronizerId}
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.transaction.{PartyToKeyMapping, PartyToParticipant}

/** What a synchronizer is called and how connections are listed: it differs between the lines. */
object OnThisLine {
  def id(synchronizer: SynchronizerState): SynchronizerId =
    SynchronizerId(Typed.uid(s"${synchronizer.name}::${synchronizer.namespace}"))
  def store(synchronizer: SynchronizerState): TopologyStoreId = TopologyStoreId.Synchronizer(id(synchronizer))
  def names(store: TopologyStoreId, synchronizer: SynchronizerState): Boolean = store == this.store(synchronizer)
  def partyKeys(party: PartyId, keys: Seq[SigningPublicKey]): PartyToKeyMapping =
    PartyToKeyMapping(party, NonEmpty.unsafe(keys))
  def hostedParty(party: PartyId, keys: Seq[SigningPublicKey]): PartyToParticipant = PartyToParticipant(party)
  def registered(alias: String, connected: Boolean): Any = (Connection(alias), connected)
  def connected(alias: String, synchronizer: SynchronizerState): Any =
    ListConnectedSynchronizersResult(new SynchronizerAlias(alias), id(synchronizer), healthy = true)
}
