#!/usr/bin/env bash
# Fails unless the committed module is byte for byte what hocon/ makes, and within its budget.
set -euo pipefail
cd "$(dirname "$0")"

budget=185000
committed=../src/core/read/lightbend/hocon.js
made=$(mktemp)
trap 'rm -f "$made"' EXIT

# Beside the committed one: other checks may be reading that.
bash build.sh "$made"
if ! cmp "$made" "$committed"; then
  echo "hocon: the committed module isn't what hocon/ makes. Run 'npm run hocon:build' and commit the result." >&2
  exit 1
fi
size=$(gzip -9 -n -c "$committed" | wc -c)
if [ "$size" -gt "$budget" ]; then
  echo "hocon: $size bytes gzip, more than the budget of $budget." >&2
  exit 1
fi
echo "hocon: the committed module is what hocon/ makes ($size of $budget bytes gzip)"
