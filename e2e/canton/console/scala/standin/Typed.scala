package com.digitalasset.canton.standin

import com.digitalasset.canton.admin.api.client.data.topology._
import com.digitalasset.canton.config.CantonRequireTypes.{String185, String300}
import com.digitalasset.canton.config.RequireTypes.PositiveInt
import com.digitalasset.canton.crypto._
import com.digitalasset.canton.crypto.admin.grpc.PrivateKeyMetadata
import com.digitalasset.canton.topology._
import com.digitalasset.canton.topology.admin.grpc.TopologyStoreId
import com.digitalasset.canton.topology.transaction._
import java.time.Instant

/** The world's values in the types of the console, and back. */
object Typed {
  def usage(identifier: String): SigningKeyUsage =
    SigningKeyUsage.every.find(_.identifier == identifier).getOrElse(unknown("usage", identifier))
  def signingSpec(name: String): SigningKeySpec =
    SigningKeySpec.all.find(_.name == name).getOrElse(unknown("signing key specification", name))
  def encryptionSpec(name: String): EncryptionKeySpec =
    EncryptionKeySpec.all.find(_.name == name).getOrElse(unknown("encryption key specification", name))
  def purpose(name: String): KeyPurpose = KeyPurpose.All.find(_.name == name).getOrElse(unknown("purpose", name))

  def restriction(name: String): DelegationRestriction = name match {
    case "CanSignAllMappings"                => DelegationRestriction.CanSignAllMappings
    case "CanSignAllButNamespaceDelegations" => DelegationRestriction.CanSignAllButNamespaceDelegations
    case _                                   => unknown("restriction", name)
  }

  def publicKey(key: Key): PublicKey = if (key.purpose == "signing") signingKey(key) else encryptionKey(key)
  def signingKey(key: Key): SigningPublicKey =
    SigningPublicKey(new Fingerprint(key.fingerprint), signingSpec(key.spec), NonEmpty.unsafe(key.usage.map(usage)))
  def encryptionKey(key: Key): EncryptionPublicKey =
    EncryptionPublicKey(new Fingerprint(key.fingerprint), encryptionSpec(key.spec))

  def key(public: PublicKey): Key = public match {
    case k: SigningPublicKey    => Key(k.fingerprint.unwrap, "signing", k.usage.map(_.identifier), k.keySpec.name)
    case k: EncryptionPublicKey => Key(k.fingerprint.unwrap, "encryption", Set.empty, k.keySpec.name)
    case _                      => unknown("key", public.toString)
  }

  def metadata(stored: StoredKey): PrivateKeyMetadata = {
    val name = Option.when(stored.name.nonEmpty)(new KeyName(stored.name))
    val named =
      if (stored.key.purpose == "signing")
        SigningPublicKeyWithName(signingKey(stored.key), name)
      else EncryptionPublicKeyWithName(encryptionKey(stored.key), name)
    PrivateKeyMetadata(named, stored.wrapperKeyId.map(new String300(_)), stored.kmsKeyId.map(new String300(_)))
  }

  def namespace(fingerprint: String): Namespace = Namespace(new Fingerprint(fingerprint))
  def uid(identity: Known): UniqueIdentifier =
    UniqueIdentifier(new String185(identity.identifier), namespace(identity.namespace))
  def uid(text: String): UniqueIdentifier = {
    val at = text.lastIndexOf("::")
    UniqueIdentifier(new String185(text.take(at)), namespace(text.drop(at + 2)))
  }

  def member(text: String): Member = (text.take(3), uid(text.drop(5))) match {
    case ("PAR", id) => ParticipantId(id)
    case ("SEQ", id) => SequencerId(id)
    case ("MED", id) => MediatorId(id)
    case _           => unknown("member", text)
  }

  def listed(store: TopologyStoreId, mapping: Mapping): ListOwnerToKeyMappingResult = {
    val owner = member(mapping.member)
    ListOwnerToKeyMappingResult(
      result(store, mapping.from, mapping.until, mapping.serial, owner.fingerprint),
      OwnerToKeyMapping(owner, NonEmpty.unsafe(mapping.keys.map(publicKey))),
    )
  }

  def listed(store: TopologyStoreId, delegation: Delegation): ListNamespaceDelegationResult = {
    val root = namespace(delegation.namespace)
    ListNamespaceDelegationResult(
      result(store, delegation.from, None, 1, root.fingerprint),
      NamespaceDelegation(root, signingKey(delegation.key), restriction(delegation.restriction)),
    )
  }

  def result(
      store: TopologyStoreId,
      from: Instant,
      until: Option[Instant],
      serial: Int,
      signer: Fingerprint,
  ): BaseResult =
    BaseResult(store, from, until, from, TopologyChangeOp.Replace, PositiveInt.tryCreate(serial), NonEmpty(Seq, signer))

  private def unknown(what: String, text: String): Nothing = throw new IllegalArgumentException(s"no $what $text")
}
