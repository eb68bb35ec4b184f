package com.digitalasset.canton.standin

import com.digitalasset.canton.admin.api.client.data.ListPartiesResult
import com.digitalasset.canton.admin.api.client.data.topology.ListPartyToParticipantResult
import com.digitalasset.canton.crypto.Fingerprint
import com.digitalasset.canton.topology.{ParticipantId, PartyId}
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.transaction._

/**
  * Who hosts a party. A change needs the party's signature and that of each new host; it takes effect when it has them
  * all, and until then waits. A scenario may leave open who hosts a party: then it is whoever is asked.
  */
object HostingCommands {
  def call(node: NodeState, name: String, args: Args): Any = name match {
    case "propose"       => proposed(node, args)
    case "propose_delta" => changed(node, args)
    case "list" | "list_from_all" => listed(node, args)
  }

  /** parties.list and parties.hosted */
  def parties(node: NodeState, onlyOwn: Boolean, args: Args): Any = {
    val own = LifeCommands.identified(node).uid
    val participant = if (onlyOwn) own else args[String]("filterParticipant")
    known(node)
      .filter { case (party, hosts) => starts(party.uid, args("filterParty")) && hosts.exists(h => starts(h.participant, participant)) }
      .take(args[com.digitalasset.canton.config.RequireTypes.PositiveInt]("limit").value)
      .map { case (party, hosts) =>
        val synchronizers = Run.world.synchronizer.toSeq.map(OnThisLine.logical)
        val participants = hosts.map { host =>
          ListPartiesResult.ParticipantSynchronizers(
            ParticipantId(Typed.uid(host.participant)),
            synchronizers.map(ListPartiesResult.SynchronizerPermission(_, permission(host.permission))),
          )
        }
        OnThisLine.listedParty(PartyId(Typed.uid(party.uid)), participants)
      }
  }

  private def listed(node: NodeState, args: Args): Any = {
    LifeCommands.identified(node)
    if (args[Boolean]("proposals")) throw new IllegalArgumentException("the stand-in lists no proposals")
    known(node)
      .filter { case (party, hosts) =>
        starts(party.uid, args("filterParty")) && hosts.exists(h => starts(h.participant, args("filterParticipant")))
      }
      .map { case (party, hosts) =>
        val (id, keys) = (PartyId(Typed.uid(party.uid)), party.keys.map(Typed.signingKey))
        val context = Typed.result(TopologyStoreId.Authorized, Run.world.now, None, 1, id.fingerprint)
        ListPartyToParticipantResult(context, OnThisLine.hostedParty(id, keys, hosts))
      }
  }

  /** The hosted parties with their hosts, as the synchronizer shows them; looked at, it shows more the next time. */
  private def known(node: NodeState): Seq[(Party, Seq[Host])] = {
    Run.world.synchronizer.foreach(_.look())
    val asked = node.identity.toSeq.map(own => Host(own.uid, "Submission", onboarding = false, 0))
    Run.world.parties.filter(_.hosted).map(party => (party, party.hosts.getOrElse(asked)))
  }

  private def proposed(node: NodeState, args: Args): Any = {
    val requiring =
      if (args.has("participantsRequiringPartyToBeOnboarded"))
        args[Seq[ParticipantId]]("participantsRequiringPartyToBeOnboarded")
      else Seq.empty
    offer(node, args) { _ =>
      args[Seq[(ParticipantId, ParticipantPermission)]]("newParticipants").map { case (id, permission) =>
        Host(id.uid.toProtoPrimitive, permission.toString, requiring.contains(id), 0)
      }
    }
  }

  private def changed(node: NodeState, args: Args): Any = {
    val adds = args[Seq[(ParticipantId, ParticipantPermission)]]("adds")
    val onboarding = args.has("requiresPartyToBeOnboarded") && args[Boolean]("requiresPartyToBeOnboarded")
    val gone = (args[Seq[ParticipantId]]("removes") ++ adds.map(_._1)).map(_.uid.toProtoPrimitive)
    offer(node, args) { hosts =>
      hosts.filterNot(h => gone.contains(h.participant)) ++ adds.map { case (id, permission) =>
        Host(id.uid.toProtoPrimitive, permission.toString, onboarding, 0)
      }
    }
  }

  private def offer(node: NodeState, args: Args)(next: Seq[Host] => Seq[Host]): Any = {
    LifeCommands.identified(node)
    val uid = args[PartyId]("party").toProtoPrimitive
    val store = args[TopologyStoreId]("store")
    if (!Run.world.synchronizer.exists(s => node.connected && OnThisLine.names(store, s)))
      Refusal.shown(node, s"TOPOLOGY_STORE_UNKNOWN: $store")
    val party = find(node, uid)
    val before = party.hosts.getOrElse(Seq.empty)
    val hosts = next(before)
    if (hosts.nonEmpty && hosts.map(_.copy(since = 0)).toSet == before.map(_.copy(since = 0)).toSet)
      Refusal.shown(node, "TOPOLOGY_MAPPING_ALREADY_EXISTS")
    Signing.byNamespace(node, Seq.empty, delegating = false)
    val hosting = Hosting(uid, party.serial + 1, hosts.sortBy(_.participant))
    val signed = SignedHosting(hosting, node.identity.map(_.namespace).toSet, Seq.empty)
    Run.step(s"${node.name}: propose the hosts ${hosts.map(_.participant).mkString(" ")} of $uid")(settle(node, signed))
    new SignedTopologyTransaction[TopologyChangeOp, TopologyMapping](signed)
  }

  /** topology.transactions.load */
  def load(node: NodeState, args: Args): Unit = {
    LifeCommands.identified(node)
    if (!node.connected) Refusal.shown(node, "the participant is connected to no synchronizer")
    args[Seq[SignedTopologyTransaction[TopologyChangeOp, TopologyMapping]]]("transactions").map(_.hosting).foreach { signed =>
      val party = find(node, signed.hosting.party)
      if (signed.signatures.exists(s => party.publicKey.exists(!s.verifies(_, signed.hosting.hash))))
        Refusal.shown(node, "TOPOLOGY_INVALID_TOPOLOGY_TX_SIGNATURE_ERROR: SignatureCheckError(InvalidSignature)")
      Run.step(s"${node.name}: load the hosts of ${party.uid}")(settle(node, signed))
    }
  }

  /** Takes effect, if it is the next and all have signed: the party, and whoever is to host it and didn't. */
  private def settle(node: NodeState, signed: SignedHosting): Unit = {
    val party = find(node, signed.hosting.party)
    val signers = signed.nodes ++ signed.signatures.map(_.signedBy)
    val before = party.hosts.getOrElse(Seq.empty)
    val added = signed.hosting.hosts.filterNot(h => before.exists(_.participant == h.participant))
    def namespace(uid: String): String = uid.drop(uid.lastIndexOf("::") + 2)
    val needed = (party.uid +: added.map(_.participant)).map(namespace).toSet
    // It may be shown after the run has ended.
    val world = Run.world
    if (needed.subsetOf(signers)) world.synchronizer.foreach {
      _.accept(world.network.delay, None) { _ =>
        if (party.serial + 1 == signed.hosting.serial) {
          val since = Ledger.end(world) + 1
          val hosts = signed.hosting.hosts
          party.hosts = Some(hosts.map(h => h.copy(since = before.find(_.participant == h.participant).fold(since)(_.since))))
          party.serial = signed.hosting.serial
        }
      }
    }
  }

  def find(node: NodeState, uid: String): Party =
    Run.world.parties.find(_.uid == uid).getOrElse(Refusal.shown(node, s"NOT_FOUND/the party $uid is not known"))

  def permission(name: String): ParticipantPermission = name match {
    case "Submission"   => ParticipantPermission.Submission
    case "Confirmation" => ParticipantPermission.Confirmation
    case _              => ParticipantPermission.Observation
  }

  /** What stands before `::` and what stands behind it are each compared by how they begin, whatever comes after. */
  private def starts(uid: String, filter: String): Boolean =
    uid.split("::").zipAll(filter.split("::"), "", "").forall { case (part, begins) => part.startsWith(begins) }
}
