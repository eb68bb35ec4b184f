package com.digitalasset.canton.standin

import com.digitalasset.canton.admin.api.client.data.{FlagNotSet, FlagSet, PartyOnboardingFlagStatus}
import com.digitalasset.canton.data.CantonTimestamp

/** Whether the mark is set that a party is being onboarded, and if it is, when it can be removed. */
object Onboarding {
  def apply(isSet: Boolean): PartyOnboardingFlagStatus =
    if (isSet) FlagSet(CantonTimestamp.assertFromInstant(Run.world.now)) else FlagNotSet
}
