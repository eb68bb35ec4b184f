package com.digitalasset.canton.topology {

  final case class PartyId(uid: UniqueIdentifier) extends Identity {
    override def toString: String = uid.toString
  }
  object PartyId {
    def tryFromProtoPrimitive(str: String): PartyId = PartyId(UniqueIdentifier.tryFromProtoPrimitive(str))
  }
}

package com.digitalasset.canton.topology.transaction {

  import com.digitalasset.canton.standin.NonEmpty
  import com.digitalasset.canton.topology.{Namespace, ParticipantId}

  sealed trait ParticipantPermission
  object ParticipantPermission {
    case object Submission extends ParticipantPermission
    case object Confirmation extends ParticipantPermission
    case object Observation extends ParticipantPermission
  }

  /** More of a package's vetting is told, by names that differ between the lines. */
  final case class VettedPackage private[canton] (packageId: String)
  final case class VettedPackages private[canton] (participantId: ParticipantId, packages: Seq[VettedPackage])
      extends TopologyMapping {
    def namespace: Namespace = participantId.namespace
  }

  final case class DecentralizedNamespaceDefinition private[canton] (
      namespace: Namespace,
      owners: NonEmpty[Set[Namespace]],
  ) extends TopologyMapping
  object DecentralizedNamespaceDefinition {
    private[canton] def apply(
        namespace: Namespace,
        owners: NonEmpty[Set[Namespace]],
    ): DecentralizedNamespaceDefinition = new DecentralizedNamespaceDefinition(namespace, owners)
  }
}

package com.digitalasset.canton.admin.api.client.data.topology {

  import com.digitalasset.canton.topology.transaction._

  final case class ListPartyToKeyMappingResult(
      context: BaseResult,
      item: PartyToKeyMapping,
  ) extends TopologyResult[PartyToKeyMapping]
  final case class ListPartyToParticipantResult(
      context: BaseResult,
      item: PartyToParticipant,
  ) extends TopologyResult[PartyToParticipant]
  final case class ListVettedPackagesResult(
      context: BaseResult,
      item: VettedPackages,
  ) extends TopologyResult[VettedPackages]
  final case class ListDecentralizedNamespaceDefinitionResult(
      context: BaseResult,
      item: DecentralizedNamespaceDefinition,
  ) extends TopologyResult[DecentralizedNamespaceDefinition]
}

package com.digitalasset.canton.admin.api.client.data {

  import com.digitalasset.canton.topology.{ParticipantId, PartyId, SynchronizerId}
  import com.digitalasset.canton.topology.transaction.ParticipantPermission

  final case class ListPartiesResult(
      party: PartyId,
      participants: Seq[ListPartiesResult.ParticipantSynchronizers],
  )
  object ListPartiesResult {
    final case class SynchronizerPermission(synchronizerId: SynchronizerId, permission: ParticipantPermission)
    final case class ParticipantSynchronizers(participant: ParticipantId, synchronizers: Seq[SynchronizerPermission])
  }

  final case class DarDescription(mainPackageId: String, name: String, version: String, description: String)
  final case class PruningSchedule private[canton] (cron: String)
}

package com.digitalasset.canton.protocol {
  final class LfContractId private[canton] (val coid: String)
}
