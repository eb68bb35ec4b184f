package com.digitalasset.canton.config

final case class SynchronizerTimeTrackerConfig()
