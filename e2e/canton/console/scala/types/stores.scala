package com.digitalasset.canton.topology.store {

  import com.digitalasset.canton.data.CantonTimestamp

  sealed trait TimeQuery
  object TimeQuery {
    case object HeadState extends TimeQuery
    final case class Snapshot(asOf: CantonTimestamp) extends TimeQuery
    final case class Range(from: Option[CantonTimestamp], until: Option[CantonTimestamp]) extends TimeQuery
  }
}

package com.digitalasset.canton.data {

  import java.time.Instant

  final class CantonTimestamp private[canton] (private[canton] val instant: Instant)
  object CantonTimestamp {
    def assertFromInstant(i: Instant): CantonTimestamp = new CantonTimestamp(i)
    def now(): CantonTimestamp = new CantonTimestamp(Instant.now())
  }
}

package com.digitalasset.canton.admin.api.client.data.topology {

  import com.digitalasset.canton.config.RequireTypes.PositiveInt
  import com.digitalasset.canton.crypto.Fingerprint
  import com.digitalasset.canton.standin.NonEmpty
  import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
  import com.digitalasset.canton.topology.transaction._
  import java.time.Instant

  final case class BaseResult(
      storeId: TopologyStoreId,
      validFrom: Instant,
      validUntil: Option[Instant],
      sequenced: Instant,
      operation: TopologyChangeOp,
      serial: PositiveInt,
      signedBy: NonEmpty[Seq[Fingerprint]],
  )

  trait TopologyResult[M <: TopologyMapping] {
    def context: BaseResult
    def item: M
  }
  final case class ListOwnerToKeyMappingResult(
      context: BaseResult,
      item: OwnerToKeyMapping,
  ) extends TopologyResult[OwnerToKeyMapping]
  final case class ListNamespaceDelegationResult(
      context: BaseResult,
      item: NamespaceDelegation,
  ) extends TopologyResult[NamespaceDelegation]
}
