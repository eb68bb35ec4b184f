import type { ScriptLine } from '../shell/script';

/** Only when every key is imported and checked: what lay in the clear is overwritten, as far as a file system does that. */
export const destruction: readonly ScriptLine[] = [
  ['if [ "${1:-}" = --destroy ]; then'],
  ["  while IFS=$'\\t' read -r fingerprint _ <&3; do"],
  ['    [ -n "$(recorded "$imported" "$fingerprint")" ] || fail "$fingerprint is not imported yet"'],
  ['  done 3< "$folder/keys.tsv"'],
  ['  for file in "$folder"/*.der; do'],
  ['    if command -v shred > /dev/null; then shred -u "$file"; else'],
  ['      dd if=/dev/urandom of="$file" bs=1 count="$(wc -c < "$file")" conv=notrunc status=none'],
  ['      rm "$file"'],
  ['    fi'],
  ['    echo "STEP: destroyed $file"'],
  ['  done'],
  [
    '  echo "Copies may remain: in snapshots and backups of this disk, in the journal of its file system, on cells that an SSD"',
  ],
  [
    '  echo "has set aside, in swap, and in the database of the old node and its backups. Destroy these as you destroy keys."',
  ],
  ['  exit 0'],
  ['fi'],
];
