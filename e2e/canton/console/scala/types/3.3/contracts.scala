package com.digitalasset.canton.participant.admin.data

sealed trait ContractIdImportMode
object ContractIdImportMode {
  case object Accept extends ContractIdImportMode
  case object Validation extends ContractIdImportMode
  case object Recomputation extends ContractIdImportMode
}
