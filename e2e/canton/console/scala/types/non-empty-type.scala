package com.digitalasset.canton

package object standin {
  type NonEmpty[+A] = standin.NonEmptyColl.instance.NonEmpty[A]
}
