#!/bin/sh
# Canton KMS Wizard, plan 4f60923f0d1c (AWS envelope)
# For Canton 3.5, by the facts of 3.5.10-SNAPSHOT of 2026-07-22.
# Made from the plan: change the answers in the wizard, not this file.
# Your own configuration comes first, so that what is set here wins.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ "$#" -lt 2 ]; then
  echo "Usage: $0 -c OWN.conf [more options of canton]" >&2
  exit 2
fi

# CANTON: where the canton command is, when it is not on the PATH.
exec "${CANTON:-canton}" daemon "$@" -c "$here/bank1-kms.conf" --kms-log-file-name log/kms.log
