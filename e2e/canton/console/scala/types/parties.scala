package com.digitalasset.canton.topology {

  final case class PartyId(uid: UniqueIdentifier) extends Identity {
    override def toString: String = uid.toString
  }
}

package com.digitalasset.canton.topology.transaction {

  import com.digitalasset.canton.standin.NonEmpty
  import com.digitalasset.canton.topology.Namespace

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
