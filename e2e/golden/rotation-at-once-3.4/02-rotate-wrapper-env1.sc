// Canton KMS Wizard, plan 4833955eda76
// For Canton 3.4, by the facts of 3.4.12-SNAPSHOT of 2026-04-15.
// Made from the plan: change the answers in the wizard, not this file.
// Encrypts all stored private keys of the node with another wrapper key. A second run changes nothing.

val node = env1
val oldWrappers = Set("00000009-0000-4000-8000-000000000000") // in use when this was written

// 1. Preconditions. The wrapper keys are read from the keys: get_wrapper_key_id may name the configured one
if (!node.health.is_running()) sys.error("STOP: " + node.name + " does not answer")
if (!node.health.initialized()) sys.error("STOP: " + node.name + " is not initialised")
if (!node.health.active) sys.error("STOP: " + node.name + " is a passive replica: run this against the active one")
if (node.uid.toProtoPrimitive != "env1::1220aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") {
  sys.error("STOP: this is " + node.uid.toProtoPrimitive + ", the inventory was of " + "env1::1220aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
}
def wrappers = node.keys.secret.list().map(_.wrapperKeyId.map(_.unwrap).getOrElse("clear")).groupBy(identity).map {
  case (id, keys) => (id, keys.size)
}
val before = wrappers
println("BEFORE\t" + before.map { case (id, count) => id + ": " + count + " keys" }.mkString(", "))
if (before.isEmpty) sys.error("STOP: " + node.name + " holds no key")
if (before.contains("clear")) sys.error("STOP: " + node.name + " holds keys that are not encrypted with a wrapper key")

// 2. Rotate, if an old wrapper key is still in use
if (!before.keySet.exists(id => oldWrappers.contains(id))) {
  if (before.size > 1) sys.error("STOP: the keys are under several wrapper keys: " + before.keySet.mkString(", "))
  println("DONE BEFORE: no key is under " + oldWrappers.mkString(", "))
} else {
  if (!before.keySet.subsetOf(oldWrappers)) {
    sys.error("STOP: there is another wrapper key: " + before.keySet.mkString(", "))
  }
  println("STEP 2: a key is made in the KMS; if the rotation fails, it is left there unused")
  node.keys.secret.rotate_wrapper_key()
  println("STEP 2: rotated")
}

// 3. The new state: one wrapper key for all keys, and none of the old ones
val after = wrappers
println("STATE\t" + after.map { case (id, count) => id + ": " + count + " keys" }.mkString(", "))
if (after.size != 1 || after.keySet.exists(id => oldWrappers.contains(id))) {
  sys.error("STOP: not all keys are under one new wrapper key")
}
println("NEXT: wrapper-key-id in the configuration must be " + after.keys.head + " or absent from now on; keep the old key while a backup needs it")
