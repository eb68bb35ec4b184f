package com.digitalasset.canton.standin

import com.digitalasset.canton.console._

/** What a script holds of a node. */
object References {
  def of(nodes: Seq[NodeState]): Seq[InstanceReference] = nodes.map { node =>
    node.kind match {
      case "participant" =>
        if (node.remote) new RemoteParticipantReference(node.name) else new LocalParticipantReference(node.name)
      case "sequencer"   =>
        if (node.remote) new RemoteSequencerReference(node.name) else new LocalSequencerReference(node.name)
      case _             =>
        if (node.remote) new RemoteMediatorReference(node.name) else new LocalMediatorReference(node.name)
    }
  }
}
