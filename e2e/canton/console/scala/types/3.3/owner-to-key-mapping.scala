package com.digitalasset.canton.topology.transaction

import com.digitalasset.canton.crypto.PublicKey
import com.digitalasset.canton.standin.NonEmpty
import com.digitalasset.canton.topology.{Member, Namespace}

final case class OwnerToKeyMapping(member: Member, keys: NonEmpty[Seq[PublicKey]]) extends TopologyMapping {
  def namespace: Namespace = member.namespace
}
