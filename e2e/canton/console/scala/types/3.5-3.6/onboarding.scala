package com.digitalasset.canton.admin.api.client.data

import com.digitalasset.canton.data.CantonTimestamp

sealed trait PartyOnboardingFlagStatus
object PartyOnboardingFlagStatus {
  private[canton] case object NotSet extends PartyOnboardingFlagStatus
  private[canton] final case class Set(safeToClear: CantonTimestamp) extends PartyOnboardingFlagStatus
}
