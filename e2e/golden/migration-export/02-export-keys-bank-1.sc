// Canton KMS Wizard, plan e572fa87babf
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// Writes the private keys of the node into files, for the import into a KMS. It changes nothing on the node.
// The files are written where this console runs, and they hold the keys in the clear: use a machine of your own, whose disk is encrypted.
// Nothing is overwritten. A second run stops.

import java.nio.file.{Files, Paths, StandardOpenOption}
import java.nio.file.attribute.PosixFilePermissions
val node = `bank-1`
val folder = Paths.get("exported-keys-bank-1").toAbsolutePath
// The kinds of keys that the KMS can hold
val holdable = Set("signing EC-P256", "signing EC-P384", "signing EC-Secp256k1", "encryption RSA-2048")

// 1. The node, and its keys: the root of its namespace, and those that it has announced
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
if (node.uid.toProtoPrimitive != "bank-1::12201111111111111111111111111111111111111111111111111111111111111111") {
  sys.error("STOP: this is " + node.uid.toProtoPrimitive + ", the inventory was of " + "bank-1::12201111111111111111111111111111111111111111111111111111111111111111")
}
def held = node.keys.secret.list()
def mapped = node.topology.owner_to_key_mappings.list(
  store = Some(TopologyStoreId.Authorized),
  filterKeyOwnerUid = node.uid.toProtoPrimitive,
).flatMap(_.item.keys)
def usageOf(key: PublicKey) = key match {
  case k: SigningPublicKey => k.usage.map(_.identifier).filter(_ != "proof-of-ownership").toSeq.sorted.mkString(",")
  case _ => "encryption"
}
val wanted = held.filter { k =>
  k.publicKey.fingerprint.unwrap == node.namespace.fingerprint.unwrap || mapped.exists(_.fingerprint == k.publicKey.fingerprint)
}
if (held.exists(_.kmsKeyId.isDefined)) {
  sys.error("STOP: " + node.name + " holds keys that are in a KMS, and never leave it")
}
if (!wanted.exists(k => k.publicKey.fingerprint.unwrap == node.namespace.fingerprint.unwrap)) {
  sys.error("STOP: " + node.name + " does not hold the root key of its namespace: without it there is no namespace to take along")
}
mapped.foreach { k =>
  if (!wanted.exists(_.publicKey.fingerprint == k.fingerprint)) {
    sys.error("STOP: " + node.name + " does not hold " + k.fingerprint.unwrap + ", which it has announced")
  }
}
mapped.groupBy(k => usageOf(k)).foreach {
  case (usage, keys) =>
    if (keys.size > 1) {
      sys.error("STOP: " + node.name + " has announced " + keys.size + " keys for " + usage + ": withdraw all but one first")
    }
    if (usage.contains(",")) {
      sys.error("STOP: a key is for several uses, " + usage + ": replace it by one for each first")
    }
}
val specs = wanted.map { k =>
  k.publicKey match {
    case s: SigningPublicKey => (k, "signing", s.keySpec.name)
    case e: EncryptionPublicKey => (k, "encryption", e.keySpec.name)
    case other => sys.error("STOP: unknown kind of key " + other.fingerprint.unwrap)
  }
}
specs.foreach {
  case (k, purpose, spec) => if (!holdable.contains(purpose + " " + spec)) {
    sys.error("STOP: the KMS can not hold " + k.publicKey.fingerprint.unwrap + ", a key for " + purpose + " of the kind " + spec + ": replace it first")
  }
}

// 2. The place for the files: new, and nothing is overwritten
if (Files.exists(folder)) {
  sys.error("STOP: " + folder + " exists, so this may have been done before: look into it, nothing is overwritten")
}
if (!Files.isDirectory(folder.getParent)) sys.error("STOP: the folder above " + folder + " does not exist")

// 3. All keys are read before anything is written. No password: no KMS reads what it would make of them
val exported = specs.map {
  case (k, purpose, spec) =>
    val pair = CryptoKeyPair.fromTrustedByteString(node.keys.secret.download(k.publicKey.fingerprint)).fold(
      e => sys.error("STOP: " + e.toString),
      identity,
    )
    val material = pair.privateKey match {
      case SigningPrivateKey(_, format, key, _, _) => (format.name, key.toByteArray)
      case EncryptionPrivateKey(_, format, key, _) => (format.name, key.toByteArray)
      case other => sys.error("STOP: unknown kind of private key " + other.id.unwrap)
    }
    val line = Seq(k.publicKey.fingerprint.unwrap, spec, usageOf(k.publicKey), k.name.map(_.unwrap).getOrElse("")).mkString("\t")
    (k.publicKey.fingerprint.unwrap, material._1, material._2, line)
}
exported.foreach {
  case (fingerprint, format, bytes, line) => if (format != "DER-encoded PKCS #8 PrivateKeyInfo") {
    sys.error("STOP: " + fingerprint + " has the unknown format " + format)
  }
}

// 4. A folder and files that only their owner can read
Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
val ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
exported.foreach {
  case (fingerprint, format, bytes, line) => Files.write(Files.createFile(
    folder.resolve(fingerprint + ".der"),
    ownerOnly,
  ), bytes, StandardOpenOption.WRITE)
}
Files.write(
  Files.createFile(folder.resolve("keys.tsv"), ownerOnly),
  exported.map(_._4).mkString("", "\n", "\n").getBytes("UTF-8"),
  StandardOpenOption.WRITE,
)

// 5. The new state
exported.foreach(k => println("STATE\t" + k._4))
held.filterNot(k => wanted.contains(k)).foreach { k =>
  println(Seq(
    "LEFT",
    k.publicKey.fingerprint.unwrap,
    usageOf(k.publicKey),
    "is not announced: it stays in the database alone",
  ).mkString("\t"))
}
println("NEXT: import them at once, then destroy these files: they are the keys in the clear")
