package com.digitalasset.canton.topology {

  final case class SynchronizerId(uid: UniqueIdentifier) extends Identity {
    def unwrap: UniqueIdentifier = uid
    override def toString: String = uid.toString
  }
}

package com.digitalasset.canton.topology.admin.grpc {

  import com.digitalasset.canton.topology.SynchronizerId

  sealed trait TopologyStoreId
  object TopologyStoreId {
    final case class Synchronizer(id: SynchronizerId) extends TopologyStoreId
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
