#!/usr/bin/env bash
# Makes src/core/read/lightbend/hocon.js anew from Lightbend's HOCON library, or the file that is named. Needs Java 17 and
# Maven.
set -euo pipefail
cd "$(dirname "$0")"
made=${1:-../src/core/read/lightbend/hocon.js}

for tool in java mvn; do
  if ! command -v "$tool" >/dev/null; then
    echo "hocon: $tool is missing. The build needs Java 17 and Maven (Debian: openjdk-17-jdk-headless and maven)." >&2
    exit 1
  fi
done

mvn --quiet --batch-mode clean package
cp target/js/hocon.js "$made"
echo "hocon: $made, $(gzip -9 -n -c target/js/hocon.js | wc -c) bytes gzip"
