import type { ScriptLine } from '../shell/script';

/**
 * Only when every key is imported and checked: what lay in the clear is overwritten, as far as a file system does that.
 * A file that the list of keys doesn't name was never imported, so it stops everything; a second run passes over what is
 * gone already.
 */
export const destruction: readonly ScriptLine[] = [
  ['if [ "${1:-}" = --destroy ]; then'],
  ['  while IFS=$\'\\t\' read -r fingerprint _ <&3 || [ -n "$fingerprint" ]; do'],
  ['    [ -n "$(recorded "$imported" "$fingerprint")" ] || fail "$fingerprint is not imported yet"'],
  ['  done 3< "$folder/keys.tsv"'],
  ['  for file in "$folder"/*.der; do'],
  ['    [ -e "$file" ] || continue'],
  [
    `    awk -F '\\t' -v key="$(basename "$file" .der)" '$1 == key { found = 1 } END { exit !found }' "$folder/keys.tsv" \\`,
  ],
  ['      || fail "$file is in no list, so it was not imported: nothing is destroyed"'],
  ['  done'],
  ['  echo "These are the last copies outside of the KMS that this script knows of."'],
  ['  while IFS=$\'\\t\' read -r fingerprint _ <&3 || [ -n "$fingerprint" ]; do'],
  ['    file="$folder/$fingerprint.der"'],
  ['    [ -e "$file" ] || continue'],
  ['    if command -v shred > /dev/null; then shred -u "$file"; else'],
  ['      dd if=/dev/urandom of="$file" bs=1 count="$(wc -c < "$file")" conv=notrunc status=none'],
  ['      rm "$file"'],
  ['    fi'],
  ['    echo "STEP: destroyed $file"'],
  ['  done 3< "$folder/keys.tsv"'],
  [
    '  echo "Copies may remain: in snapshots and backups of this disk, in the journal of its file system, on cells that an SSD"',
  ],
  [
    '  echo "has set aside, in swap, and in the database of the old node and its backups. Destroy these as you destroy keys."',
  ],
  ['  exit 0'],
  ['fi'],
];
