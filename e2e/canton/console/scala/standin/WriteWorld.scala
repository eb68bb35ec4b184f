package com.digitalasset.canton.standin

import com.typesafe.config.{ConfigRenderOptions, ConfigValueFactory}
import scala.jdk.CollectionConverters._

/** A world as JSON, in the shape that ReadWorld reads. */
object WriteWorld {
  type Fields = java.util.Map[String, Any]

  def json(fields: Fields): String = ConfigValueFactory.fromAnyRef(fields).render(ConfigRenderOptions.concise())

  def fields(entries: (String, Any)*): Fields = entries.toMap.view.mapValues(plain).toMap.asJava

  private def plain(value: Any): Any = value match {
    case None             => null
    case Some(held)       => plain(held)
    case list: Iterable[_] => list.map(plain).toSeq.asJava
    case other            => other
  }

  def apply(world: World): Fields = fields(
    "now" -> world.now.toString,
    "kms" -> fields("mayCreate" -> world.kms.mayCreate, "keys" -> world.kms.keys.map(kmsKey)),
    "network" -> fields("url" -> world.network.url, "delay" -> world.network.delay),
    "synchronizer" -> world.synchronizer.map(synchronizer),
    "parties" -> world.parties.map(party),
    "owners" -> world.owners,
    "features" -> world.features.toSeq.sorted,
    "nodes" -> world.nodes.map(node),
  )

  private def party(p: Party): Fields =
    fields(
      Seq("uid" -> p.uid, "keys" -> p.keys.map(k => fields(key(k): _*)), "hosted" -> p.hosted) ++
        p.hosts.toSeq.flatMap(hosts => Seq("hosts" -> hosts.map(host), "serial" -> p.serial)) ++ p.publicKey.map("publicKey" -> _): _*
    )

  private def host(h: Host): Fields =
    fields(
      "participant" -> h.participant,
      "permission" -> h.permission,
      "onboarding" -> h.onboarding,
      "since" -> h.since,
    )

  private def kmsKey(key: KmsKey): Fields =
    fields(
      "id" -> key.id,
      "aliases" -> key.aliases,
      "purpose" -> key.purpose,
      "spec" -> key.spec,
      "state" -> key.state,
      "fingerprint" -> key.fingerprint,
    )

  private def key(key: Key): Seq[(String, Any)] =
    Seq(
      "fingerprint" -> key.fingerprint,
      "purpose" -> key.purpose,
      "usage" -> key.usage.toSeq.sorted,
      "spec" -> key.spec,
    )

  private def stored(held: StoredKey): Fields =
    fields(
      key(held.key) ++ Seq("name" -> held.name, "kmsKeyId" -> held.kmsKeyId, "wrapperKeyId" -> held.wrapperKeyId) ++
        held.material.map("material" -> _): _*,
    )

  private def mapping(m: Mapping): Fields =
    fields(
      "member" -> m.member,
      "serial" -> m.serial,
      "keys" -> m.keys.map(k => fields(key(k): _*)),
      "from" -> m.from.toString,
      "until" -> m.until.map(_.toString),
    )

  private def delegation(d: Delegation): Fields =
    fields(
      "namespace" -> d.namespace,
      "key" -> fields(key(d.key): _*),
      "restriction" -> d.restriction,
      "from" -> d.from.toString,
    )

  private def store(store: Store): Seq[(String, Any)] =
    Seq("mappings" -> store.mappings.map(mapping), "delegations" -> store.delegations.map(delegation))

  private def synchronizer(s: SynchronizerState): Fields =
    fields(store(s.store) ++ Seq("name" -> s.name, "namespace" -> s.namespace): _*)

  private def node(node: NodeState): Fields = fields(
    store(node.store) ++ Seq(
      "name" -> node.name,
      "kind" -> node.kind,
      "remote" -> node.remote,
      "custody" -> node.custody,
      "configuredWrapper" -> node.configuredWrapper,
      "makesTopology" -> node.makesTopology,
      "running" -> node.running,
      "active" -> node.active,
      "identity" -> node.identity.map(i => fields("identifier" -> i.identifier, "namespace" -> i.namespace)),
      "initialized" -> node.initialized,
      "registered" -> node.registered,
      "connected" -> node.connected,
      "seen" -> node.seen,
      "left" -> node.left.map(synchronizer),
      "temporary" -> node.temporary,
      "keys" -> node.keys.map(stored),
    ) ++ replicating(node): _*
  )

  /** What only the moves of parties speak of: left out where it is as usual. */
  private def replicating(node: NodeState): Seq[(String, Any)] =
    Seq.empty ++
      Option.when(node.manualConnect)("manualConnect" -> true) ++
      node.endedAt.map("endedAt" -> _) ++
      Option.when(node.contractsOf.nonEmpty)("contractsOf" -> node.contractsOf) ++
      node.pruning.map("pruning" -> _) ++
      Option.when(node.packages.nonEmpty)("packages" -> node.packages)
}
