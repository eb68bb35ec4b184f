package com.digitalasset.canton.topology.transaction

import com.digitalasset.canton.crypto.PublicKey
import com.digitalasset.canton.standin.NonEmpty
import com.digitalasset.canton.topology.{Member, Namespace}

final case class OwnerToKeyMapping private[canton] (
    member: Member,
    keys: NonEmpty[Seq[PublicKey]],
) extends TopologyMapping {
  def namespace: Namespace = member.namespace
}
object OwnerToKeyMapping {
  private[canton] def apply(member: Member, keys: NonEmpty[Seq[PublicKey]]): OwnerToKeyMapping =
    new OwnerToKeyMapping(member, keys)
  def create(member: Member, keys: NonEmpty[Seq[PublicKey]]): Either[String, OwnerToKeyMapping] =
    Right(new OwnerToKeyMapping(member, keys))
  def tryCreate(member: Member, keys: NonEmpty[Seq[PublicKey]]): OwnerToKeyMapping = new OwnerToKeyMapping(member, keys)
}
