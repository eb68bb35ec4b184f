package com.digitalasset.canton.standin

import com.digitalasset.canton.console.ConsoleEnvironment

/** What the console itself defines before a script begins. */
object Scope {
  implicit val consoleEnvironment: ConsoleEnvironment = new ConsoleEnvironment
}
