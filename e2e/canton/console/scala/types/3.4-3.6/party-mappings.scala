package com.digitalasset.canton.topology.transaction

import com.digitalasset.canton.config.RequireTypes.PositiveInt
import com.digitalasset.canton.crypto.{SigningKeysWithThreshold, SigningPublicKey}
import com.digitalasset.canton.standin.NonEmpty
import com.digitalasset.canton.topology.{Namespace, ParticipantId, PartyId}

final case class PartyToKeyMapping private[canton] (party: PartyId, signingKeys: NonEmpty[Set[SigningPublicKey]])
    extends TopologyMapping {
  def namespace: Namespace = party.namespace
}
object PartyToKeyMapping {
  private[canton] def apply(party: PartyId, signingKeys: NonEmpty[Set[SigningPublicKey]]): PartyToKeyMapping =
    new PartyToKeyMapping(party, signingKeys)
}

final case class HostingParticipant(participantId: ParticipantId, permission: ParticipantPermission, onboarding: Boolean)

final case class PartyToParticipant private[canton] (
    partyId: PartyId,
    threshold: PositiveInt,
    participants: Seq[HostingParticipant],
    partySigningKeysWithThreshold: Option[SigningKeysWithThreshold],
) extends TopologyMapping {
  def namespace: Namespace = partyId.namespace
  def participantIds: Seq[ParticipantId] = participants.map(_.participantId)
  def partySigningKeys: Set[SigningPublicKey] = partySigningKeysWithThreshold.fold(Set.empty[SigningPublicKey])(_.keys)
}
object PartyToParticipant {
  private[canton] def apply(
      partyId: PartyId,
      threshold: PositiveInt,
      participants: Seq[HostingParticipant],
      partySigningKeysWithThreshold: Option[SigningKeysWithThreshold],
  ): PartyToParticipant = new PartyToParticipant(partyId, threshold, participants, partySigningKeysWithThreshold)
}
