package com.digitalasset.canton.standin

import com.typesafe.config.Config
import java.time.Instant
import scala.collection.mutable
import scala.jdk.CollectionConverters._

/** A world from JSON; run.ts types what stands in it. */
object ReadWorld {
  def apply(json: Config): World = {
    val network = json.getConfig("network")
    val kms = json.getConfig("kms")
    new World(
      new Kms(all(kms, "keys")(kmsKey).to(mutable.ArrayBuffer), kms.getBoolean("mayCreate")),
      Network(network.getString("url"), network.getInt("delay")),
      optional(json, "synchronizer")(_.getConfig("synchronizer")).map(synchronizer),
      all(json, "parties")(party),
      texts(json, "owners"),
      texts(json, "features").toSet,
      all(json, "nodes")(node),
      Instant.parse(json.getString("now")),
    )
  }

  private def all[A](json: Config, path: String)(read: Config => A): Seq[A] =
    json.getConfigList(path).asScala.map(read).toSeq
  private def optional[A](json: Config, path: String)(read: Config => A): Option[A] =
    Option.when(json.hasPath(path))(read(json))
  private def texts(json: Config, path: String): Seq[String] = json.getStringList(path).asScala.toSeq
  private def text(json: Config, path: String): Option[String] = optional(json, path)(_.getString(path))

  private def party(json: Config): Party =
    new Party(
      json.getString("uid"),
      all(json, "keys")(key),
      json.getBoolean("hosted"),
      optional(json, "hosts")(all(_, "hosts")(host)),
      optional(json, "serial")(_.getInt("serial")).getOrElse(1),
      text(json, "publicKey"),
    )

  private def host(json: Config): Host =
    Host(
      json.getString("participant"),
      json.getString("permission"),
      json.getBoolean("onboarding"),
      optional(json, "since")(_.getLong("since")).getOrElse(0),
    )

  private def kmsKey(json: Config): KmsKey =
    new KmsKey(
      json.getString("id"),
      texts(json, "aliases"),
      json.getString("purpose"),
      json.getString("spec"),
      json.getString("state"),
      json.getString("fingerprint"),
    )

  private def key(json: Config): Key =
    Key(json.getString("fingerprint"), json.getString("purpose"), texts(json, "usage").toSet, json.getString("spec"))

  private def stored(json: Config): StoredKey =
    StoredKey(key(json), json.getString("name"), text(json, "kmsKeyId"), text(json, "wrapperKeyId"), text(json, "material"))

  private def mapping(json: Config): Mapping =
    Mapping(
      json.getString("member"),
      json.getInt("serial"),
      all(json, "keys")(key),
      Instant.parse(json.getString("from")),
      text(json, "until").map(Instant.parse),
    )

  private def delegation(json: Config): Delegation =
    Delegation(
      json.getString("namespace"),
      key(json.getConfig("key")),
      json.getString("restriction"),
      Instant.parse(json.getString("from")),
    )

  private def store(json: Config): Store =
    new Store(
      all(json, "mappings")(mapping).to(mutable.ArrayBuffer),
      all(json, "delegations")(delegation).to(mutable.ArrayBuffer),
    )

  private def synchronizer(json: Config): SynchronizerState =
    new SynchronizerState(json.getString("name"), json.getString("namespace"), store(json))

  private def node(json: Config): NodeState = new NodeState(
    json.getString("name"),
    json.getString("kind"),
    json.getBoolean("remote"),
    json.getString("custody"),
    text(json, "configuredWrapper"),
    json.getBoolean("makesTopology"),
    json.getBoolean("running"),
    json.getBoolean("active"),
    optional(json, "identity")(_.getConfig("identity"))
      .map(i => Known(i.getString("identifier"), i.getString("namespace"))),
    json.getBoolean("initialized"),
    texts(json, "registered"),
    json.getBoolean("connected"),
    optional(json, "seen")(_.getInt("seen")),
    all(json, "left")(synchronizer),
    texts(json, "temporary").to(mutable.LinkedHashSet),
    all(json, "keys")(stored).to(mutable.ArrayBuffer),
    store(json),
    optional(json, "manualConnect")(_.getBoolean("manualConnect")).getOrElse(false),
    optional(json, "endedAt")(_.getLong("endedAt")),
    optional(json, "contractsOf")(texts(_, "contractsOf")).getOrElse(Seq.empty),
    text(json, "pruning"),
    optional(json, "packages")(texts(_, "packages")).getOrElse(Seq.empty),
  )
}
