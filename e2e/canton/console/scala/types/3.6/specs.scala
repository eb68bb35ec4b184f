package com.digitalasset.canton.crypto

/** The specifications that a line has beyond those that all have. */
trait SigningKeySpecsOfThisLine {
  case object MlDsa65 extends SigningKeySpec { val name = "ML-DSA-65" }
  private[crypto] def more: Seq[SigningKeySpec] = Seq(MlDsa65)
}
