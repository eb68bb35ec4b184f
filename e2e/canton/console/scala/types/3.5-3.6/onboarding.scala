package com.digitalasset.canton.admin.api.client.data

import com.digitalasset.canton.data.CantonTimestamp

sealed trait PartyOnboardingFlagStatus
case object FlagNotSet extends PartyOnboardingFlagStatus
final case class FlagSet(safeToClear: CantonTimestamp) extends PartyOnboardingFlagStatus
