package com.digitalasset.canton.topology.transaction

import com.digitalasset.canton.crypto.{Hash, Signature, SigningPublicKey}
import com.digitalasset.canton.standin.{HostingFiles, NonEmpty, SignedHosting}
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

object TopologyTransaction {
  final case class TxHash(hash: Hash)
}

/** What a proposal gives back; of those that are not about the hosts of a party, scripts only learn that they were made. */
final class SignedTopologyTransaction[+Op <: TopologyChangeOp, +M <: TopologyMapping] private[canton] (
    private[canton] val content: Any
) {
  private[canton] def hosting: SignedHosting = content match {
    case signed: SignedHosting => signed
    case _                     => throw new IllegalArgumentException("the stand-in signs only the hosts of a party")
  }
  def hash: TopologyTransaction.TxHash = TopologyTransaction.TxHash(new Hash(hosting.hosting.hash))
  def addSingleSignatures(newSignatures: NonEmpty[Set[Signature]]): SignedTopologyTransaction[Op, M] =
    new SignedTopologyTransaction(hosting.signedBy(newSignatures))
  def writeToFile(outputFile: String): Unit = HostingFiles.write(hosting, outputFile)
}
object SignedTopologyTransaction {
  type GenericSignedTopologyTransaction = SignedTopologyTransaction[TopologyChangeOp, TopologyMapping]
  // In Canton the two come from what the companion inherits; the implicit one there holds for this class.
  def readFromTrustedFilePVV(inputFile: String): Either[String, GenericSignedTopologyTransaction] =
    HostingFiles.read(inputFile).map(new SignedTopologyTransaction(_))
}
