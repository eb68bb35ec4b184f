package com.digitalasset.canton.participant.admin.data {

  sealed trait ContractImportMode
  object ContractImportMode {
    case object Accept extends ContractImportMode
    case object Validation extends ContractImportMode
  }

  final class RepresentativePackageIdOverride private[canton] ()
  object RepresentativePackageIdOverride {
    val NoOverride: RepresentativePackageIdOverride = new RepresentativePackageIdOverride
  }
}

package com.digitalasset.canton.crypto {

  import com.digitalasset.canton.config.RequireTypes.PositiveInt
  import com.digitalasset.canton.standin.NonEmpty

  final case class SigningKeysWithThreshold(keys: NonEmpty[Set[SigningPublicKey]], threshold: PositiveInt)
}
