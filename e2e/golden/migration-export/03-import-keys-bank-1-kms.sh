#!/bin/bash
# Canton KMS Wizard, plan e572fa87babf
# For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
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
cloud() { aws kms "$@" --region eu-central-1 --output text; }

# What AWS calls each kind of key, and what it is for
kind() {
  case "$1:$2" in
    encryption:RSA-2048) echo "RSA_2048 ENCRYPT_DECRYPT" ;;
    encryption:*) return 1 ;;
    *:EC-P256) echo "ECC_NIST_P256 SIGN_VERIFY" ;;
    *:EC-P384) echo "ECC_NIST_P384 SIGN_VERIFY" ;;
    *:EC-Secp256k1) echo "ECC_SECG_P256K1 SIGN_VERIFY" ;;
    *) return 1 ;;
  esac
}
make() {
  local found; found=$(kind "$2" "$3")
  cloud create-key --origin EXTERNAL --key-spec "${found% *}" --key-usage "${found#* }" \
    --description 'Canton bank-1-kms '"$2 $1" --tags '[{"TagKey":"CreatedBy","TagValue":"Canton"}]' --query KeyMetadata.KeyId
}
wrapping_key() {
  local given
  given=$(cloud get-parameters-for-import --key-id "$1" --wrapping-algorithm RSA_AES_KEY_WRAP_SHA_256 \
    --wrapping-key-spec RSA_4096 --query '[PublicKey,ImportToken]')
  cut -f 1 <<< "$given" | base64 -d > "$work/wrapping"
  cut -f 2 <<< "$given" | base64 -d > "$work/token"
}
fill() {
  cloud import-key-material --key-id "$1" --encrypted-key-material "fileb://$work/wrapped" \
    --import-token "fileb://$work/token" --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE > /dev/null
}
filled() {
  local state
  state=$(cloud describe-key --key-id "$1" --query KeyMetadata.KeyState) || fail "AWS does not tell the state of $1"
  [ "$state" != PendingImport ]
}
public_key() { cloud get-public-key --key-id "$1" --query PublicKey | base64 -d > "$work/public"; }

# 1. What is needed, before anything is changed
case "${1:-}" in "" | --destroy) ;; *) fail "usage: $0 [--destroy]" ;; esac
for tool in aws awk base64 openssl od cmp; do
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
