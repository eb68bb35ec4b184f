package com.digitalasset.canton.standin

import com.digitalasset.canton.config.ConsoleCommandTimeout
import com.digitalasset.canton.config.RequireTypes.PositiveInt
import com.digitalasset.canton.console.ConsoleEnvironment

/** What the console itself defines before a script begins. */
object Scope {
  implicit val consoleEnvironment: ConsoleEnvironment = new ConsoleEnvironment
}

/** What the declarations of commands name as their defaults; no script knows it. */
object CommandDefaults {
  val defaultLimit: PositiveInt = PositiveInt.tryCreate(1000)
  val timeouts: ConsoleCommandTimeout = ConsoleCommandTimeout.default
}
