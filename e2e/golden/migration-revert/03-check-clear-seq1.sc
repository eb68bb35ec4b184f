// Canton KMS Wizard, plan 7406e2da88ea
// For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
// Made from the plan: change the answers in the wizard, not this file.
// Checks that all private keys of the node are stored in the clear. It changes nothing.

val node = seq1

// 1. The node, and how its keys are stored: by wrapper key, with "clear" for none
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
def held = node.keys.secret.list()
val wrappers = node.keys.secret.list().map(_.wrapperKeyId.map(_.unwrap).getOrElse("clear")).groupBy(identity).map {
  case (id, keys) => (id, keys.size)
}
if (held.isEmpty) sys.error("STOP: " + node.name + " holds no key")
println("KEYS\t" + wrappers.map { case (id, count) => id + ": " + count + " keys" }.mkString(", "))

// 2. None is in a KMS, and none is encrypted
if (held.exists(k => k.kmsKeyId.isDefined)) {
  sys.error("STOP: " + node.name + " holds keys that are in a KMS: it is no node for this way")
}
if (wrappers.keySet != Set("clear")) {
  sys.error("STOP: " + node.name + " holds keys that are encrypted with a wrapper key")
}
println("STATE\tclear\t" + held.size)
println("NEXT: the sections may go at the next restart; keep the wrapper key as long as backups need it")
