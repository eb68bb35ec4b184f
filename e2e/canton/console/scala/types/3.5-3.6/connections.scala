package com.digitalasset.canton.admin.api.client.data

import com.digitalasset.canton.SynchronizerAlias

sealed trait SequencerConnectionValidation
object SequencerConnectionValidation {
  object Disabled extends SequencerConnectionValidation
  object All extends SequencerConnectionValidation
  object Active extends SequencerConnectionValidation
  object ThresholdActive extends SequencerConnectionValidation
}

final class SubmissionRequestAmplification private ()
object SubmissionRequestAmplification {
  val NoAmplification: SubmissionRequestAmplification = new SubmissionRequestAmplification
}

final case class SynchronizerConnectionConfig private[canton] (
    synchronizerAlias: SynchronizerAlias,
    manualConnect: Boolean = false,
)
