#!/bin/bash
# Canton KMS Wizard, plan 0b4d11a44d61
# For Canton 3.3, by the facts of 3.3.0-SNAPSHOT of 2025-10-22.
# Made from the plan: change the answers in the wizard, not this file.
# Imports exported private keys into the KMS, one after the other, and checks each.
# A second run goes on where the first one stopped. With --destroy it destroys the exported files, at the end.
# Run it on the machine that holds the files, alone: the key that wraps a key is on a command line for a moment.
set -euo pipefail
shopt -s inherit_errexit
umask 077
fail() { echo "STOP: $*" >&2; exit 1; }

folder=./exported-keys-bank-1
made=./made-keys-bank-1-kms.tsv
imported=./imported-keys-bank-1-kms.tsv
job=canton-import
ring=(--project acme-prod --location europe-west6 --keyring canton)
cloud() { gcloud kms "$@" "${ring[@]}" --quiet; }

# What Google Cloud calls each kind of key, and what it is for
kind() {
  case "$1:$2" in
    encryption:RSA-2048) echo "rsa-decrypt-oaep-2048-sha256 asymmetric-encryption" ;;
    encryption:*) return 1 ;;
    *:EC-Curve25519) echo "ec-sign-ed25519 asymmetric-signing" ;;
    *:EC-P256) echo "ec-sign-p256-sha256 asymmetric-signing" ;;
    *:EC-P384) echo "ec-sign-p384-sha384 asymmetric-signing" ;;
    *:EC-Secp256k1) echo "ec-sign-secp256k1-sha256 asymmetric-signing" ;;
    *) return 1 ;;
  esac
}
make() {
  local found; found=$(kind "$2" "$3")
  local id; id=bank-1-kms-"${2//,/-}-${1:4:8}"
  # Its name follows from the exported key: a run that was cut may have made it.
  if cloud keys describe "$id" > /dev/null 2>&1; then echo "$id"; return; fi
  cloud keys create "$id" --purpose "${found#* }" --default-algorithm "${found% *}" --protection-level hsm \
    --skip-initial-version-creation --import-only > /dev/null
  echo "$id"
}
wrapping_key() {
  if ! cloud import-jobs describe "$job" > /dev/null 2>&1; then
    cloud import-jobs create "$job" --import-method rsa-oaep-4096-sha256-aes-256 --protection-level hsm > /dev/null
  fi
  wait_for ACTIVE import-jobs describe "$job"
  cloud import-jobs describe "$job" --format "value(publicKey.pem)" | openssl pkey -pubin -outform DER -out "$work/wrapping"
}
fill() {
  local found; found=$(kind "$2" "$3")
  cloud keys versions import --key "$1" --algorithm "${found% *}" --import-job "$job" --wrapped-key-file "$work/wrapped" > /dev/null
  wait_for ENABLED keys versions describe 1 --key "$1"
}
filled() {
  local state
  state=$(cloud keys versions list --key "$1" --format "value(state)") || fail "Google Cloud does not tell the versions of $1"
  case "$state" in
    "") return 1 ;;
    ENABLED) return 0 ;;
    PENDING_IMPORT) wait_for ENABLED keys versions describe 1 --key "$1" ;;
    *) fail "$1 can not be used, its versions are $(tr "\n" " " <<< "$state"): make another key, without a version, and write its id into $made" ;;
  esac
}
# Canton uses version 1 alone, so that is the one to look at
public_key() {
  cloud keys versions get-public-key 1 --key "$1" --output-file "$work/pem" > /dev/null
  openssl pkey -pubin -in "$work/pem" -outform DER -out "$work/public"
}
wait_for() {
  local want=$1 left=60 state; shift
  while state=$(cloud "$@" --format "value(state)"); [ "$state" != "$want" ]; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || fail "$* is $state, not $want"
    sleep 5
  done
}

# 1. What is needed, before anything is changed
case "${1:-}" in "" | --destroy) ;; *) fail "usage: $0 [--destroy]" ;; esac
for tool in gcloud awk openssl od cmp; do
  command -v "$tool" > /dev/null || fail "$tool is missing"
done
case "$(openssl version)" in "OpenSSL 3"*) ;; *) fail "openssl 3 is needed, this is $(openssl version)" ;; esac
[ -s "$folder/keys.tsv" ] || fail "$folder/keys.tsv is missing or empty: run the script that exports the keys first"
while IFS=$'\t' read -r fingerprint spec usage _ <&3 || [ -n "$fingerprint" ]; do
  case "$fingerprint" in "" | *[!0-9a-f]*) fail "$folder/keys.tsv holds a line that is no key" ;; esac
done 3< "$folder/keys.tsv"

touch "$made" "$imported"
recorded() { awk -F '\t' -v key="$2" '$1 == key { print $NF }' "$1"; }

if [ "${1:-}" = --destroy ]; then
  while IFS=$'\t' read -r fingerprint _ <&3 || [ -n "$fingerprint" ]; do
    [ -n "$(recorded "$imported" "$fingerprint")" ] || fail "$fingerprint is not imported yet"
  done 3< "$folder/keys.tsv"
  for file in "$folder"/*.der; do
    [ -e "$file" ] || continue
    awk -F '\t' -v key="$(basename "$file" .der)" '$1 == key { found = 1 } END { exit !found }' "$folder/keys.tsv" \
      || fail "$file is in no list, so it was not imported: nothing is destroyed"
  done
  echo "These are the last copies outside of the KMS that this script knows of."
  while IFS=$'\t' read -r fingerprint _ <&3 || [ -n "$fingerprint" ]; do
    file="$folder/$fingerprint.der"
    [ -e "$file" ] || continue
    if command -v shred > /dev/null; then shred -u "$file"; else
      dd if=/dev/urandom of="$file" bs=1 count="$(wc -c < "$file")" conv=notrunc status=none
      rm "$file"
    fi
    echo "STEP: destroyed $file"
  done 3< "$folder/keys.tsv"
  echo "Copies may remain: in snapshots and backups of this disk, in the journal of its file system, on cells that an SSD"
  echo "has set aside, in swap, and in the database of the old node and its backups. Destroy these as you destroy keys."
  exit 0
fi

while IFS=$'\t' read -r fingerprint spec usage _ <&3 || [ -n "$fingerprint" ]; do
  kind "$usage" "$spec" > /dev/null || fail "the KMS can not hold $fingerprint ($usage, $spec)"
  openssl pkey -inform DER -in "$folder/$fingerprint.der" -noout || fail "$fingerprint.der is no private key"
done 3< "$folder/keys.tsv"

# In memory where the machine has such a folder; gone whatever happens
base=${TMPDIR:-/tmp}
if [ -d /dev/shm ] && [ -w /dev/shm ]; then base=/dev/shm; fi
work=$(mktemp -d "$base/import-keys.XXXXXX")
trap 'rm -rf "$work"' EXIT

# A fresh AES key wraps the private key, the public key of the cloud wraps the AES key: first that, then the rest
wrap() {
  openssl rand -out "$work/aes" 32
  openssl enc -id-aes256-wrap-pad -iv A65959A6 -K "$(od -An -v -tx1 "$work/aes" | tr -d ' \n')" -in "$1" -out "$work/inner"
  openssl pkeyutl -encrypt -pubin -keyform DER -inkey "$work/wrapping" -in "$work/aes" -out "$work/outer" \
    -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256
  cat "$work/outer" "$work/inner" > "$work/wrapped"
  rm "$work/aes" "$work/inner" "$work/outer"
}

# 2. Each key: made empty, filled, and its public half held against the exported one
while IFS=$'\t' read -r fingerprint spec usage _ <&3 || [ -n "$fingerprint" ]; do
  if [ -n "$(recorded "$imported" "$fingerprint")" ]; then
    echo "DONE BEFORE: $fingerprint"
    continue
  fi
  id=$(recorded "$made" "$fingerprint")
  if [ -z "$id" ]; then
    id=$(make "$fingerprint" "$usage" "$spec")
    printf '%s\t%s\n' "$fingerprint" "$id" >> "$made"
    echo "STEP 2: made $id for $fingerprint, still empty"
  fi
  if ! filled "$id"; then
    wrapping_key "$id"
    wrap "$folder/$fingerprint.der"
    fill "$id" "$usage" "$spec"
  fi
  public_key "$id"
  openssl pkey -inform DER -in "$folder/$fingerprint.der" -pubout -outform DER -out "$work/own"
  cmp -s "$work/own" "$work/public" || fail "$id holds another key than $fingerprint: do not use it"
  printf '%s\t%s\t%s\n' "$fingerprint" "$usage" "$id" >> "$imported"
  echo "STEP 2: imported $fingerprint as $id"
done 3< "$folder/keys.tsv"

# 3. The new state
sed 's/^/STATE\t/' "$imported"
echo "NEXT: enter these ids in the wizard, keep an encrypted copy of the root key offline, then run this with --destroy"
