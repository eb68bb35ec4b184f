package com.digitalasset.canton.sequencing {

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

  // Imported by the console, used by no script of ours.
  sealed trait SequencerConnection
  final class SequencerConnections private ()
  final class GrpcSequencerConnection private () extends SequencerConnection
}

package com.digitalasset.canton.participant.synchronizer {

  import com.digitalasset.canton.SynchronizerAlias

  final case class SynchronizerConnectionConfig private[canton] (
      synchronizerAlias: SynchronizerAlias,
      manualConnect: Boolean = false,
  )
}
