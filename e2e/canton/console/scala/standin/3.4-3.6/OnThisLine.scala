package com.digitalasset.canton.standin

import com.digitalasset.canton.SynchronizerAlias
import com.digitalasset.canton.admin.api.client.data.ListConnectedSynchronizersResult
import com.digitalasset.canton.config.RequireTypes.NonNegativeInt
import com.digitalasset.canton.crypto.SigningPublicKey
import com.digitalasset.canton.topology.{ConfiguredPhysicalSynchronizerId, PartyId, PhysicalSynchronizerId, SynchronizerId}
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.transaction.{PartyToKeyMapping, PartyToParticipant}
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
  def hostedParty(party: PartyId, keys: Seq[SigningPublicKey]): PartyToParticipant =
    PartyToParticipant(party, keys.toSet)
  def registered(alias: String, connected: Boolean): Any = {
    val known = Option.when(connected)(Run.world.synchronizer).flatten.map(id)
    (Connection(alias), ConfiguredPhysicalSynchronizerId(known), connected)
  }
  def connected(alias: String, synchronizer: SynchronizerState): Any =
    ListConnectedSynchronizersResult(new SynchronizerAlias(alias), id(synchronizer), healthy = true)
}
