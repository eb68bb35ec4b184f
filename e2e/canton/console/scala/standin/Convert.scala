package com.digitalasset.canton.standin

import com.digitalasset.canton.{SequencerAlias, SynchronizerAlias}
import com.digitalasset.canton.config.NonNegativeDuration
import com.digitalasset.canton.config.RequireTypes.{NonNegativeInt, PositiveInt}
import com.digitalasset.canton.console.ParticipantReference
import com.digitalasset.canton.crypto.Fingerprint
import com.digitalasset.canton.topology.ParticipantId
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import scala.concurrent.duration.Duration

/** What the console's implicit conversions do; which of them a line has is in the command data. */
object Convert {
  def durationToNonNegativeDuration(from: Duration): NonNegativeDuration = NonNegativeDuration(from)
  def toFingerprint(from: String): Fingerprint = Fingerprint.tryFromString(from)
  def toSynchronizerAlias(from: String): SynchronizerAlias = SynchronizerAlias.tryCreate(from)
  def toSequencerAlias(from: String): SequencerAlias = new SequencerAlias(from)
  def toParticipantId(from: ParticipantReference): ParticipantId = from.id
  def toPositiveInt(from: Int): PositiveInt = PositiveInt.tryCreate(from)
  def toNonNegativeInt(from: Int): NonNegativeInt = NonNegativeInt.tryCreate(from)
  def topologyStoreIdIsSome(from: TopologyStoreId): Option[TopologyStoreId] = Some(from)
  def toNonEmptySeq[T](from: Seq[T]): NonEmpty[Seq[T]] = NonEmpty.unsafe(from)
  def toNonEmptyList[T](from: List[T]): NonEmpty[List[T]] = NonEmpty.unsafe(from)
  def toNonEmptySet[T](from: Set[T]): NonEmpty[Set[T]] = NonEmpty.unsafe(from)
}
