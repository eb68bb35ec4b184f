package com.digitalasset.canton.crypto

/** The specifications that a line has beyond those that all have. */
trait SigningKeySpecsOfThisLine {
  private[crypto] def more: Seq[SigningKeySpec] = Seq.empty
}
