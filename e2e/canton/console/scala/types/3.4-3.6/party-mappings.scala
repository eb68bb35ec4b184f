package com.digitalasset.canton.topology.transaction

import com.digitalasset.canton.crypto.SigningPublicKey
import com.digitalasset.canton.standin.NonEmpty
import com.digitalasset.canton.topology.{Namespace, PartyId}

final case class PartyToKeyMapping private[canton] (party: PartyId, signingKeys: NonEmpty[Set[SigningPublicKey]])
    extends TopologyMapping {
  def namespace: Namespace = party.namespace
}
object PartyToKeyMapping {
  private[canton] def apply(party: PartyId, signingKeys: NonEmpty[Set[SigningPublicKey]]): PartyToKeyMapping =
    new PartyToKeyMapping(party, signingKeys)
}

final case class PartyToParticipant private[canton] (partyId: PartyId, partySigningKeys: Set[SigningPublicKey])
    extends TopologyMapping {
  def namespace: Namespace = partyId.namespace
}
object PartyToParticipant {
  private[canton] def apply(partyId: PartyId, partySigningKeys: Set[SigningPublicKey]): PartyToParticipant =
    new PartyToParticipant(partyId, partySigningKeys)
}
