package com.digitalasset.canton.topology.transaction

import com.digitalasset.canton.config.RequireTypes.PositiveInt
import com.digitalasset.canton.crypto.SigningPublicKey
import com.digitalasset.canton.standin.NonEmpty
import com.digitalasset.canton.topology.{Namespace, ParticipantId, PartyId}

final case class PartyToKeyMapping private[canton] (party: PartyId, signingKeys: NonEmpty[Seq[SigningPublicKey]])
    extends TopologyMapping {
  def namespace: Namespace = party.namespace
}
object PartyToKeyMapping {
  private[canton] def apply(party: PartyId, signingKeys: NonEmpty[Seq[SigningPublicKey]]): PartyToKeyMapping =
    new PartyToKeyMapping(party, signingKeys)
}

final case class HostingParticipant(participantId: ParticipantId, permission: ParticipantPermission)

final case class PartyToParticipant private[canton] (
    partyId: PartyId,
    threshold: PositiveInt,
    participants: Seq[HostingParticipant],
) extends TopologyMapping {
  def namespace: Namespace = partyId.namespace
  def participantIds: Seq[ParticipantId] = participants.map(_.participantId)
}
object PartyToParticipant {
  private[canton] def apply(
      partyId: PartyId,
      threshold: PositiveInt,
      participants: Seq[HostingParticipant],
  ): PartyToParticipant = new PartyToParticipant(partyId, threshold, participants)
}
