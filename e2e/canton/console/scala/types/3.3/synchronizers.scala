package com.digitalasset.canton.topology {

  final case class SynchronizerId(uid: UniqueIdentifier) extends Identity {
    def unwrap: UniqueIdentifier = uid
    override def toString: String = uid.toString
  }
}

package com.digitalasset.canton.topology.admin.grpc {

  import com.digitalasset.canton.config.CantonRequireTypes.String185
  import com.digitalasset.canton.topology.SynchronizerId

  sealed trait TopologyStoreId
  object TopologyStoreId {
    final case class Synchronizer(id: SynchronizerId) extends TopologyStoreId
    final case class Temporary(name: String185) extends TopologyStoreId
    object Temporary {
      def tryCreate(name: String): Temporary = Temporary(new String185(name))
    }
    case object Authorized extends TopologyStoreId
  }
}

package com.digitalasset.canton.admin.api.client.data {

  import com.digitalasset.canton.SynchronizerAlias
  import com.digitalasset.canton.topology.SynchronizerId

  final case class ListConnectedSynchronizersResult(
      synchronizerAlias: SynchronizerAlias,
      synchronizerId: SynchronizerId,
      healthy: Boolean,
  )
}
