package com.digitalasset.canton.admin.api.client.data

import com.digitalasset.canton.version.ProtocolVersion

final class StaticSynchronizerParameters private[canton] (val protocolVersion: ProtocolVersion)
object StaticSynchronizerParameters {
  def defaultsWithoutKMS(protocolVersion: ProtocolVersion): StaticSynchronizerParameters =
    new StaticSynchronizerParameters(protocolVersion)
}
