package com.digitalasset.canton.topology.transaction

import com.digitalasset.canton.crypto.SigningPublicKey
import com.digitalasset.canton.topology.Namespace

trait TopologyMapping {
  def namespace: Namespace
}

sealed trait TopologyChangeOp
object TopologyChangeOp {
  case object Replace extends TopologyChangeOp
  case object Remove extends TopologyChangeOp
}

sealed trait DelegationRestriction
object DelegationRestriction {
  case object CanSignAllMappings extends DelegationRestriction
  case object CanSignAllButNamespaceDelegations extends DelegationRestriction
}

final case class NamespaceDelegation private[canton] (
    namespace: Namespace,
    target: SigningPublicKey,
    restriction: DelegationRestriction,
) extends TopologyMapping
object NamespaceDelegation {
  private[canton] def apply(
      namespace: Namespace,
      target: SigningPublicKey,
      restriction: DelegationRestriction,
  ): NamespaceDelegation = new NamespaceDelegation(namespace, target, restriction)
}

/** What a proposal gives back; the stand-in's scripts only learn that it was made. */
final class SignedTopologyTransaction[+Op <: TopologyChangeOp, +M <: TopologyMapping] private[canton] (val mapping: Any)
object SignedTopologyTransaction {
  type GenericSignedTopologyTransaction = SignedTopologyTransaction[TopologyChangeOp, TopologyMapping]
}
