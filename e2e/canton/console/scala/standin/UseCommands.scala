package com.digitalasset.canton.standin

import com.digitalasset.canton.admin.api.client.data.topology._
import com.digitalasset.canton.topology.PartyId
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.transaction.DecentralizedNamespaceDefinition

/** Who else uses keys: parties, and namespaces of several owners. */
object UseCommands {
  def parties(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    Run.world.parties.filterNot(_.hosted).map { party =>
      val (id, keys) = (PartyId(Typed.uid(party.uid)), party.keys.map(Typed.signingKey))
      ListPartyToKeyMappingResult(context(args("store"), id), OnThisLine.partyKeys(id, keys))
    }
  }

  def namespaces(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    val owners = Run.world.owners.map(Typed.namespace)
    owners.take(1).map { first =>
      val id = PartyId(Typed.uid(s"owners::${first.unwrap}"))
      val definition = DecentralizedNamespaceDefinition(Typed.namespace("1220shared"), NonEmpty.unsafe(owners.toSet))
      ListDecentralizedNamespaceDefinitionResult(context(args("store"), id), definition)
    }
  }

  private def context(store: TopologyStoreId, signer: PartyId): BaseResult =
    Typed.result(store, Run.world.now, None, 1, signer.fingerprint)
}
