package com.digitalasset.canton.standin

import java.time.Instant
import scala.collection.mutable

/**
  * Everything a run may change: the KMS, the synchronizer, the nodes, and a clock that moves when something happens; and
  * what it may not: the `owners` of a namespace that has several (every store shows these), and `features`,
  * the kinds of commands that console and nodes were told to enable: preview, repair, testing.
  */
final class World(
    val kms: Kms,
    val network: Network,
    var synchronizer: Option[SynchronizerState],
    val parties: Seq[Party],
    val owners: Seq[String],
    val features: Set[String],
    val nodes: Seq[NodeState],
    var now: Instant,
)

/** Where a sequencer answers, and how often the synchronizer has to be looked at before it shows a change. */
final case class Network(url: String, delay: Int)

/** A key in the KMS. `state`: enabled, disabled or pending-deletion; `purpose`: signing, encryption or symmetric. */
final class KmsKey(
    val id: String,
    val aliases: Seq[String],
    val purpose: String,
    val spec: String,
    var state: String,
    val fingerprint: String,
) {
  def usable: Boolean = state == "enabled"
}

/** `mayCreate`: whether the nodes have the right to make keys. */
final class Kms(val keys: mutable.ArrayBuffer[KmsKey], val mayCreate: Boolean) {
  def find(name: String): Option[KmsKey] = keys.find(key => key.id == name || key.aliases.contains(name))
}

/** The public half of a node's key; two are the same when usage and specification are too. */
final case class Key(fingerprint: String, purpose: String, usage: Set[String], spec: String)

/** A private key in a node's store: of a KMS key, encrypted by a wrapper key, or in clear. `material`: as Base64. */
final case class StoredKey(
    key: Key,
    name: String,
    kmsKeyId: Option[String],
    wrapperKeyId: Option[String],
    material: Option[String] = None,
)

/** A version of a member's list of keys in one store; the one that holds has no `until`. */
final case class Mapping(member: String, serial: Int, keys: Seq[Key], from: Instant, until: Option[Instant])

/**
  * A party and the keys it signs with, which its own mapping names or, if it is `hosted` by a node, the hosting. `hosts`: who
  * hosts it, if the scenario says so; `serial`: of that; `publicKey`: what its signatures are held against, DER as Base64; `clearing`: it was
  * asked for the end of its onboarding.
  */
final class Party(
    val uid: String,
    val keys: Seq[Key],
    val hosted: Boolean,
    var hosts: Option[Seq[Host]],
    var serial: Int,
    val publicKey: Option[String],
    var clearing: Boolean = false,
)

final case class Delegation(namespace: String, key: Key, restriction: String, from: Instant)

/** A topology store: a list of versions, oldest first. */
final class Store(val mappings: mutable.ArrayBuffer[Mapping], val delegations: mutable.ArrayBuffer[Delegation]) {
  def current(member: String): Option[Mapping] = mappings.findLast(_.member == member)

  def append(mapping: Mapping): Unit = {
    mappings.mapInPlace { old =>
      if (old.member == mapping.member && old.until.isEmpty) old.copy(until = Some(mapping.from)) else old
    }
    mappings += mapping
  }
}

/** What the synchronizer has accepted but does not show before it was looked at so many times. */
final class Pending(var looks: Int, val apply: Store => Unit, val mapping: Option[Mapping])

final class SynchronizerState(val name: String, val namespace: String, val store: Store) {
  val pending: mutable.Queue[Pending] = mutable.Queue.empty

  def latest(member: String): Option[Mapping] =
    pending.flatMap(_.mapping).findLast(_.member == member).orElse(store.current(member))

  def accept(delay: Int, mapping: Option[Mapping])(apply: Store => Unit): Unit =
    if (delay == 0) apply(store) else pending += new Pending(delay, apply, mapping)

  def look(): Unit = {
    pending.foreach(_.looks -= 1)
    while (pending.headOption.exists(_.looks <= 0)) pending.dequeue().apply(store)
  }

  def settle(): Unit = while (pending.nonEmpty) pending.dequeue().apply(store)
}

final case class Known(identifier: String, namespace: String) {
  def uid: String = s"$identifier::$namespace"
}

/**
  * A node. `custody`: external, envelope or plain; `active`: no passive replica; `initialized`: a sequencer or mediator belongs to a synchronizer;
  * `seen`: how many of the synchronizer's mappings a node knows that is not connected; `left`: synchronizers that it has
  * left, as it knows them; `temporary`: names of stores that something made for a while; `makesTopology`: what
  * `generate-topology-transactions-and-keys` says; `manualConnect`: it connects only when it is told to, by name; `endedAt`:
  * where its ledger ended when it was disconnected; `contractsOf`: parties whose contracts were imported; `pruning`: when it
  * prunes by itself; `packages`: those it has vetted.
  */
final class NodeState(
    val name: String,
    val kind: String,
    val remote: Boolean,
    val custody: String,
    val configuredWrapper: Option[String],
    val makesTopology: Boolean,
    var running: Boolean,
    val active: Boolean,
    var identity: Option[Known],
    var initialized: Boolean,
    var registered: Seq[String],
    var connected: Boolean,
    var seen: Option[Int],
    val left: Seq[SynchronizerState],
    val temporary: mutable.LinkedHashSet[String],
    val keys: mutable.ArrayBuffer[StoredKey],
    val store: Store,
    var manualConnect: Boolean,
    var endedAt: Option[Long],
    var contractsOf: Seq[String],
    var pruning: Option[String],
    val packages: Seq[String],
) {
  def code: String = kind match { case "participant" => "PAR"; case "sequencer" => "SEQ"; case _ => "MED" }
  def member: Option[String] = identity.map(known => s"$code::${known.uid}")
  def mapped: Seq[Key] = member.flatMap(store.current).fold(Seq.empty[Key])(_.keys)
  def held(fingerprint: String): Option[StoredKey] = keys.find(_.key.fingerprint == fingerprint)

  /** Enough keys are announced for the node to go on by itself: one to sign, on a participant one to encrypt too. */
  def announced: Boolean =
    mapped.exists(_.purpose == "signing") && (kind != "participant" || mapped.exists(_.purpose == "encryption"))
  def ready: Boolean = running && announced && (kind == "participant" || initialized)

  def wrapper: Option[String] = configuredWrapper.orElse(keys.flatMap(_.wrapperKeyId).headOption)
}
