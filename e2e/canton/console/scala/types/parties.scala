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
  import com.digitalasset.canton.topology.Namespace

  sealed trait ParticipantPermission
  object ParticipantPermission {
    case object Submission extends ParticipantPermission
    case object Confirmation extends ParticipantPermission
    case object Observation extends ParticipantPermission
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
  final class PruningSchedule private[canton] (val cron: String)
}

package com.digitalasset.canton.protocol {
  final class LfContractId private[canton] (val coid: String)
}
