package com.digitalasset.canton.config

import scala.concurrent.duration.{Duration, DurationInt, DurationLong}

final case class NonNegativeDuration(duration: Duration)
object NonNegativeDuration {
  val Zero: NonNegativeDuration = NonNegativeDuration(Duration.Zero)
  def ofMinutes(minutes: Long): NonNegativeDuration = NonNegativeDuration(minutes.minutes)
}

final case class NonNegativeFiniteDuration(duration: Duration)
object NonNegativeFiniteDuration {
  def ofMinutes(minutes: Long): NonNegativeFiniteDuration = NonNegativeFiniteDuration(minutes.minutes)
}

final case class ConsoleCommandTimeout(
    bounded: NonNegativeDuration,
    unbounded: NonNegativeDuration,
    ledgerCommand: NonNegativeDuration,
    ping: NonNegativeDuration,
)
object ConsoleCommandTimeout {
  private[canton] val default: ConsoleCommandTimeout =
    ConsoleCommandTimeout(
      bounded = NonNegativeDuration(1.minute),
      unbounded = NonNegativeDuration(Duration.Inf),
      ledgerCommand = NonNegativeDuration(1.minute),
      ping = NonNegativeDuration(20.seconds),
    )
}
