#!/bin/sh
# Canton KMS Wizard, plan 0b4d11a44d61
# For Canton 3.3, by the facts of 3.3.0-SNAPSHOT of 2025-10-22.
# Made from the plan: change the answers in the wizard, not this file.
# Your own configuration comes first, so that what is set here wins.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ "$#" -lt 2 ]; then
  echo "Usage: $0 -c OWN.conf [more options of canton]" >&2
  exit 2
fi

# A copy of .env.example, filled in.
if [ -f "$here/.env" ]; then
  set -a
  # shellcheck source=/dev/null
  . "$here/.env"
  set +a
fi

# CANTON: where the canton command is, when it is not on the PATH.
exec "${CANTON:-canton}" daemon "$@" -c "$here/bank-1-kms-kms.conf"
