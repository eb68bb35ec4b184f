package com.digitalasset.canton.standin

import com.digitalasset.canton.SynchronizerAlias
import com.digitalasset.canton.participant.synchronizer.SynchronizerConnectionConfig

/** The configuration of a connection; the package it lies in differs between the lines. */
object Connection {
  type Config = SynchronizerConnectionConfig
  def apply(alias: String, manualConnect: Boolean = false): Config =
    new SynchronizerConnectionConfig(new SynchronizerAlias(alias), manualConnect)
}
