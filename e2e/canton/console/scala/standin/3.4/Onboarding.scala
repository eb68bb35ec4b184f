package com.digitalasset.canton.standin

import com.digitalasset.canton.data.CantonTimestamp

/** Whether a party is onboarded, and if it isn't, when it can be. */
object Onboarding {
  def apply(isSet: Boolean): (Boolean, Option[CantonTimestamp]) =
    (!isSet, Option.when(isSet)(CantonTimestamp.assertFromInstant(Run.world.now)))
}
