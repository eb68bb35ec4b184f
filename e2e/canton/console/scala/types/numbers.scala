package com.digitalasset.canton.config

object RequireTypes {
  sealed trait RefinedNumeric[T] {
    def value: T
    def unwrap: T = value
    override def toString: String = value.toString
  }

  final case class PositiveNumeric[T] private[canton] (value: T) extends RefinedNumeric[T]
  object PositiveNumeric {
    private[canton] def apply[T](value: T): PositiveNumeric[T] = new PositiveNumeric(value)
  }
  type PositiveInt = PositiveNumeric[Int]
  object PositiveInt {
    def tryCreate(n: Int): PositiveInt =
      if (n > 0) PositiveNumeric(n) else throw new IllegalArgumentException(s"$n is not positive")
    val one: PositiveInt = tryCreate(1)
    val two: PositiveInt = tryCreate(2)
    val three: PositiveInt = tryCreate(3)
  }

  final case class NonNegativeNumeric[T] private[canton] (value: T) extends RefinedNumeric[T]
  object NonNegativeNumeric {
    private[canton] def apply[T](value: T): NonNegativeNumeric[T] = new NonNegativeNumeric(value)
  }
  type NonNegativeInt = NonNegativeNumeric[Int]
  object NonNegativeInt {
    def tryCreate(n: Int): NonNegativeInt =
      if (n >= 0) NonNegativeNumeric(n) else throw new IllegalArgumentException(s"$n is negative")
    val zero: NonNegativeInt = tryCreate(0)
    val one: NonNegativeInt = tryCreate(1)
  }

  type NonNegativeLong = NonNegativeNumeric[Long]
  object NonNegativeLong {
    def tryCreate(n: Long): NonNegativeLong =
      if (n >= 0) NonNegativeNumeric(n) else throw new IllegalArgumentException(s"$n is negative")
  }
}
