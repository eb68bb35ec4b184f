// Canton KMS Wizard, plan 1d39928eea07
// For Canton 3.4, by the facts of 3.4.12-SNAPSHOT of 2026-04-15.
// Made from the plan: change the answers in the wizard, not this file.
// Loads the signed offer of each party of parties-type.txt: from then on both nodes host it, and that can not be taken back.
// Then it writes the contracts of each, as they were when that took effect, into party-<party>.acs.gz.
// It overwrites nothing, and a second run changes nothing. After an interruption it goes on where the first one stopped.

import com.google.protobuf.ByteString
import java.nio.file.{Files, Paths}
val source = `type`
val target = `type-kms`
val list = Paths.get("parties-type.txt")
val offset = Paths.get("hosting-type.offset")
val limit = NonNegativeDuration.ofMinutes(5) // for each wait; a rotation was seen to take up to 100 seconds
val exportLimit = NonNegativeDuration.ofMinutes(60) // for the contracts of a party; more where there are very many

// 1. Preconditions
if (!source.health.is_running()) sys.error("STOP: " + source.name + " does not answer")
if (!source.health.initialized()) sys.error("STOP: " + source.name + " is not initialised")
if (!source.health.active) sys.error("STOP: " + source.name + " is a passive replica: run this against the active one")
if (!target.health.is_running()) sys.error("STOP: " + target.name + " does not answer")
if (!target.health.initialized()) sys.error("STOP: " + target.name + " is not initialised")
if (!target.health.active) sys.error("STOP: " + target.name + " is a passive replica: run this against the active one")
val connected = source.synchronizers.list_connected().map(_.synchronizerId).distinct
if (connected.size != 1) {
  sys.error("STOP: " + source.name + " is connected to " + connected.size + " synchronizers: these scripts move parties on the one that it is connected to")
}
val synchronizerId = connected.head
val store = TopologyStoreId.Synchronizer(synchronizerId)
if (!Files.isRegularFile(list)) {
  sys.error("STOP: there is no file " + list + ": run the script that lists the parties, in this folder")
}
val parties = Files.readAllLines(list).asScala.toSeq.map(_.trim).filter(_.nonEmpty).distinct.map { uid =>
  PartyId.tryFromProtoPrimitive(uid)
}
if (parties.isEmpty) sys.error("STOP: " + list + " names no party")
def fileOf(party: PartyId) = party.uid.identifier.unwrap.replaceAll("[^A-Za-z0-9_-]", "_").take(100) + "--" + party.namespace.toProtoPrimitive
if (parties.map(p => fileOf(p).toLowerCase).distinct.size != parties.size) {
  sys.error("STOP: " + list + " names parties whose files would be called the same: move one of them in a later round")
}
def proposalOf(party: PartyId) = SignedTopologyTransaction.readFromTrustedFilePVV("hosting-" + fileOf(party) + ".proposal") match {
  case Right(proposal) => proposal
  case Left(why) => sys.error("STOP: " + ("hosting-" + fileOf(party) + ".proposal") + " can not be read: " + why)
}
def hostOf(party: PartyId) = source.topology.party_to_participant_mappings.list(store, filterParty = party.filterString).map(_.item).filter(_.partyId == party).flatMap(_.participants).filter(_.participantId == target.id)
def signaturesOf(party: PartyId) = Seq(
  Paths.get("hosting-" + fileOf(party) + ".sig-ed25519"),
  Paths.get("hosting-" + fileOf(party) + ".sig-ecdsa-sha256"),
  Paths.get("hosting-" + fileOf(party) + ".sig-ecdsa-sha384"),
).filter(f => Files.exists(f))
def signatureOf(party: PartyId) = {
  val file = signaturesOf(party).head
  val bytes = ByteString.copyFrom(Files.readAllBytes(file))
  if (file.toString.endsWith(".sig-ed25519")) {
    Signature.fromExternalSigning(
      SignatureFormat.Concat,
      signature = bytes,
      signedBy = party.fingerprint,
      signingAlgorithmSpec = SigningAlgorithmSpec.Ed25519,
    )
  } else if (file.toString.endsWith(".sig-ecdsa-sha256")) {
    Signature.fromExternalSigning(
      SignatureFormat.Der,
      signature = bytes,
      signedBy = party.fingerprint,
      signingAlgorithmSpec = SigningAlgorithmSpec.EcDsaSha256,
    )
  } else {
    Signature.fromExternalSigning(
      SignatureFormat.Der,
      signature = bytes,
      signedBy = party.fingerprint,
      signingAlgorithmSpec = SigningAlgorithmSpec.EcDsaSha384,
    )
  }
}
val unfinished = parties.filterNot(p => Files.exists(Paths.get("party-" + fileOf(p) + ".acs.gz")))
if (unfinished.isEmpty) {
  println("DONE BEFORE: the contracts of every party are exported")
} else {
  if (target.synchronizers.list_connected().nonEmpty) {
    sys.error("STOP: " + target.name + " is connected: run the script that offers the hosting, which disconnects it; a party that agreed while it was connected can not be moved this way")
  }
  if (!target.synchronizers.list_registered().forall(_._1.manualConnect)) {
    sys.error("STOP: " + target.name + " would connect at its next start: run the script that offers the hosting again")
  }
  if (source.pruning.get_schedule().isDefined) {
    sys.error("STOP: " + source.name + " prunes by a schedule: write it down, and end it with " + source.name + ".pruning.clear_schedule() until the contracts are exported")
  }
  if (!Files.exists(offset)) {
    sys.error("STOP: there is no file " + offset + ": run the script that offers the hosting to its end")
  }
  unfinished.foreach { p =>
    if (!Files.exists(Paths.get("hosting-" + fileOf(p) + ".proposal"))) {
      sys.error("STOP: there is no file " + ("hosting-" + fileOf(p) + ".proposal"))
    }
    if (signaturesOf(p).size != 1) {
      sys.error("STOP: there must be one file with the signature of " + p.toProtoPrimitive + ", and there are " + signaturesOf(p).size + ": " + ("hosting-" + fileOf(p) + ".sig-ed25519 or .sig-ecdsa-sha256 or .sig-ecdsa-sha384"))
    }
    if (Files.exists(Paths.get("hosting-" + fileOf(p) + ".sig-ed25519")) && Files.readAllBytes(Paths.get("hosting-" + fileOf(p) + ".sig-ed25519")).length != 64) {
      sys.error("STOP: " + ("hosting-" + fileOf(p) + ".sig-ed25519") + " is not a signature of Ed25519, which is 64 bytes and nothing else")
    }
    if (Files.exists(Paths.get("hosting-" + fileOf(p) + ".sig-ecdsa-sha256")) && !Files.readAllBytes(Paths.get("hosting-" + fileOf(p) + ".sig-ecdsa-sha256")).headOption.exists(_ == 48)) {
      sys.error("STOP: " + ("hosting-" + fileOf(p) + ".sig-ecdsa-sha256") + " is not a signature in DER, which is what ECDSA gives; it is bytes, not text")
    }
    if (Files.exists(Paths.get("hosting-" + fileOf(p) + ".sig-ecdsa-sha384")) && !Files.readAllBytes(Paths.get("hosting-" + fileOf(p) + ".sig-ecdsa-sha384")).headOption.exists(_ == 48)) {
      sys.error("STOP: " + ("hosting-" + fileOf(p) + ".sig-ecdsa-sha384") + " is not a signature in DER, which is what ECDSA gives; it is bytes, not text")
    }
  }
  // 2. The parties agree, and their contracts are exported
  unfinished.foreach { p =>
    if (hostOf(p).nonEmpty) {
      println("DONE BEFORE: " + p.toProtoPrimitive + " has agreed")
    } else {
      source.topology.transactions.load(
        Seq(proposalOf(p).addSingleSignatures(NonEmpty(Set, signatureOf(p)))),
        store,
        synchronize = None,
      )
      utils.retry_until_true(limit)(
        hostOf(p).nonEmpty,
        failure = "STOP: the synchronizer does not name " + target.name + " as a host of " + p.toProtoPrimitive + " (is the signature one of the key of its namespace?) after " + limit.duration + "; what was done stays, run this script again",
      )
      println("STEP 2: " + p.toProtoPrimitive + " is hosted by both")
    }
    Files.deleteIfExists(Paths.get("party-" + fileOf(p) + ".acs.gz.part"))
    source.parties.export_party_acs(
      p,
      synchronizerId = synchronizerId,
      targetParticipantId = target.id,
      beginOffsetExclusive = Files.readString(offset).trim.toLong,
      exportFilePath = Paths.get("party-" + fileOf(p) + ".acs.gz.part").toString,
      timeout = exportLimit,
    )
    Files.move(Paths.get("party-" + fileOf(p) + ".acs.gz.part"), Paths.get("party-" + fileOf(p) + ".acs.gz"))
    println("STEP 2: its contracts are in " + ("party-" + fileOf(p) + ".acs.gz"))
  }
}
println(Seq("STATE", target.name, "connected", target.synchronizers.list_connected().nonEmpty).mkString("\t"))
println("NEXT: back up the database of " + target.name + " before anything is imported; a pruning schedule of " + source.name + " may be set again")
