package com.digitalasset.canton.topology {

  import com.digitalasset.canton.config.RequireTypes.NonNegativeInt
  import com.digitalasset.canton.version.ProtocolVersion

  sealed trait Synchronizer extends HasUniqueIdentifier {
    def logical: SynchronizerId
    def toProtoPrimitive: String
  }
  final case class SynchronizerId(uid: UniqueIdentifier) extends Synchronizer with Identity {
    def logical: SynchronizerId = this
    def unwrap: UniqueIdentifier = uid
    override def toString: String = uid.toString
  }
  final case class PhysicalSynchronizerId(
      logical: SynchronizerId,
      serial: NonNegativeInt,
      protocolVersion: ProtocolVersion,
  ) extends Synchronizer {
    def uid: UniqueIdentifier = logical.uid
    def suffix: String = s"$protocolVersion-$serial"
    def toProtoPrimitive: String = s"${uid.toProtoPrimitive}::$suffix"
    override def toString: String = s"$uid::$suffix"
  }

  sealed trait ConfiguredPhysicalSynchronizerId {
    def toOption: Option[PhysicalSynchronizerId]
    def isDefined: Boolean = toOption.isDefined
  }
  object ConfiguredPhysicalSynchronizerId {
    def apply(psid: Option[PhysicalSynchronizerId]): ConfiguredPhysicalSynchronizerId =
      new ConfiguredPhysicalSynchronizerId {
      def toOption: Option[PhysicalSynchronizerId] = psid
    }
  }
}

package com.digitalasset.canton.topology.admin.grpc {

  import com.digitalasset.canton.config.CantonRequireTypes.String185
  import com.digitalasset.canton.topology.{PhysicalSynchronizerId, SynchronizerId}

  sealed trait TopologyStoreId
  object TopologyStoreId {
    final case class Synchronizer private[canton] (
        id: Either[SynchronizerId, PhysicalSynchronizerId],
    ) extends TopologyStoreId {
      override def toString: String = s"Synchronizer(${id.fold(_.toString, _.toString)})"
    }
    object Synchronizer {
      private[canton] def apply(id: Either[SynchronizerId, PhysicalSynchronizerId]): Synchronizer = new Synchronizer(id)
      def apply(synchronizerId: SynchronizerId): Synchronizer = new Synchronizer(Left(synchronizerId))
      def apply(physicalSynchronizerId: PhysicalSynchronizerId): Synchronizer =
        new Synchronizer(Right(physicalSynchronizerId))
    }
    final case class Temporary(name: String185) extends TopologyStoreId
    object Temporary {
      def tryCreate(name: String): Temporary = Temporary(new String185(name))
    }
    case object Authorized extends TopologyStoreId
  }
}

package com.digitalasset.canton.admin.api.client.data {

  import com.digitalasset.canton.SynchronizerAlias
  import com.digitalasset.canton.topology.{PhysicalSynchronizerId, SynchronizerId}

  final case class ListConnectedSynchronizersResult(
      synchronizerAlias: SynchronizerAlias,
      physicalSynchronizerId: PhysicalSynchronizerId,
      healthy: Boolean,
  ) {
    def synchronizerId: SynchronizerId = physicalSynchronizerId.logical
  }
}
