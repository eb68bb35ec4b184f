package com.digitalasset.canton.admin.api.client.data

import com.digitalasset.canton.config.NonNegativeFiniteDuration
import com.digitalasset.canton.config.RequireTypes.NonNegativeInt
import com.digitalasset.canton.version.ProtocolVersion
import scala.concurrent.duration.Duration

final class StaticSynchronizerParameters private[canton] (val protocolVersion: ProtocolVersion)
object StaticSynchronizerParameters {
  def defaultsWithoutKMS(
      protocolVersion: ProtocolVersion,
      serial: NonNegativeInt = NonNegativeInt.zero,
      topologyChangeDelay: NonNegativeFiniteDuration = NonNegativeFiniteDuration(Duration.Zero),
  ): StaticSynchronizerParameters = new StaticSynchronizerParameters(protocolVersion)
  def defaults(protocolVersion: ProtocolVersion): StaticSynchronizerParameters =
    new StaticSynchronizerParameters(protocolVersion)
}
