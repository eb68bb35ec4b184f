#!/bin/sh
# Canton KMS Wizard, plan 7e7f608e21dc
# For Canton 3.3, by the facts of 3.3.0-SNAPSHOT of 2025-10-22.
# Made from the plan: change the answers in the wizard, not this file.
# Your own configuration comes first, so that what is set here wins.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ "$#" -lt 3 ] || [ ! -f "$here/$1-kms.conf" ]; then
  echo "Usage: $0 NODE -c OWN.conf [more options of canton]" >&2
  echo "NODE is one of:" >&2
  for file in "$here"/*-kms.conf; do basename -- "$file" -kms.conf >&2; done
  exit 2
fi
node=$1
shift

# A driver must stand on the class path, and a jar started with -jar takes none. CANTON_JAR: the jar of Canton.
: "${CANTON_JAR:?Set CANTON_JAR to the jar of Canton.}"
exec java -cp /opt/canton/drivers/acme-hsm.jar:"$CANTON_JAR" com.digitalasset.canton.CantonCommunityApp daemon "$@" -c "$here/$node-kms.conf"
