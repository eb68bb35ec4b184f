package com.digitalasset.canton

import com.digitalasset.canton.config.CantonRequireTypes.LengthLimitedStringWrapper

final class SynchronizerAlias private[canton] (val unwrap: String) extends LengthLimitedStringWrapper
object SynchronizerAlias {
  def tryCreate(str: String): SynchronizerAlias = new SynchronizerAlias(str)
}

final class SequencerAlias private[canton] (val unwrap: String) extends LengthLimitedStringWrapper
object SequencerAlias {
  val Default: SequencerAlias = new SequencerAlias("DefaultSequencer")
}
