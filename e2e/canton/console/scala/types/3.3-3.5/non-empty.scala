package com.daml

import com.digitalasset.canton.standin

package object nonempty {
  type NonEmpty[+A] = standin.NonEmpty[A]
  val NonEmpty: standin.NonEmpty.type = standin.NonEmpty
}
