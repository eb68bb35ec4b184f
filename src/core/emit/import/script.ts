import type { Kms } from '../../plan/kms';
import type { MigrationWay, Move } from '../../plan/task';
import type { File } from '../file';
import { header } from '../header';
import { exportFolder } from '../scripts/export-keys';
import type { Settings } from '../settings';
import { printScript, type ScriptLine } from '../shell/script';
import { awsImportLines } from './aws';
import { destruction } from './destruction';
import { gcpImportLines } from './gcp';

/** Names of the files that an import leaves: which KMS keys were made, and which of them hold their material. */
export const importRecords = (stem: string) =>
  ({ made: `made-keys-${stem}.tsv`, imported: `imported-keys-${stem}.tsv` }) as const;

/** What one cloud adds to the script. */
export type CloudImport = {
  /** Programs beside openssl. */
  readonly tools: readonly string[];
  /**
   * Variables and functions, among them `kind`, `make`, `filled`, `wrapping_key`, `fill` and `public_key`. `filled` is
   * asked in an `if`, where a command that fails stops nothing: it has to fail by itself.
   */
  readonly lines: readonly ScriptLine[];
};

/**
 * The script that imports the exported keys of an old node into the KMS of its new one. Nothing for a driver: how
 * material gets into the KMS behind one is the matter of its maker.
 * @param path its name in the bundle
 */
export function importScript(
  settings: Settings,
  way: Extract<MigrationWay, { type: 'export' }>,
  move: Move,
  path: string,
): File | undefined {
  const { plan, stems } = settings;
  const old = plan.nodes.findIndex(({ name }) => name === move.from);
  const next = plan.nodes.findIndex(({ name }) => name === move.to);
  const node = plan.nodes[next];
  const kms = node?.custody.type === 'external' ? kmsOf(settings, node.custody.kms) : undefined;
  if (old < 0 || node === undefined || kms === undefined || kms.kms.type === 'driver') return undefined;
  const { index } = kms;
  const stem = stems[next] ?? String(next);
  const cloud =
    kms.kms.type === 'aws' ? awsImportLines(kms.kms, index, stem) : gcpImportLines(kms.kms, index, stem, way);
  return {
    outline: {
      id: `import-${next}`,
      path,
      mediaType: 'text/x-shellscript',
      purpose: `Wraps the exported keys of ${move.from}, imports them into the KMS for ${move.to}, and checks what is there.`,
      // Not the new one: the ids that it lacks come from here.
      nodes: [old],
      stoppedBy: 'any',
    },
    write: () => printScript(script(settings, exportFolder(stems[old] ?? String(old)), stem, cloud)),
  };
}

function kmsOf({ plan }: Settings, id: string): { readonly kms: Kms; readonly index: number } | undefined {
  const index = plan.kms.findIndex((kms) => kms.id === id);
  const kms = plan.kms[index];
  return kms === undefined ? undefined : { kms, index };
}

function script(settings: Settings, folder: string, stem: string, cloud: CloudImport): readonly ScriptLine[] {
  const { made, imported } = importRecords(stem);
  return [
    ['#!/bin/bash'],
    ...header(settings).map((comment) => ({ comment })),
    { comment: 'Imports exported private keys into the KMS, one after the other, and checks each.' },
    {
      comment:
        'A second run goes on where the first one stopped. With --destroy it destroys the exported files, at the end.',
    },
    {
      comment:
        'Run it on the machine that holds the files, alone: the key that wraps a key is on a command line for a moment.',
    },
    ['set -euo pipefail'],
    // Without it a command that fails inside of $( .. ) goes unnoticed.
    ['shopt -s inherit_errexit'],
    ['umask 077'],
    ['fail() { echo "STOP: $*" >&2; exit 1; }'],
    [],
    ['folder=', { word: `./${folder}` }],
    ['made=', { word: `./${made}` }],
    ['imported=', { word: `./${imported}` }],
    ...cloud.lines,
    [],
    ...preconditions(cloud.tools),
    [],
    ...recorded,
    [],
    ...destruction,
    [],
    ...eachImportable,
    [],
    ...wrapping,
    [],
    ...loop,
  ];
}

function preconditions(tools: readonly string[]): readonly ScriptLine[] {
  return [
    { comment: '1. What is needed, before anything is changed' },
    ['case "${1:-}" in "" | --destroy) ;; *) fail "usage: $0 [--destroy]" ;; esac'],
    [`for tool in ${tools.join(' ')} openssl od cmp; do`],
    ['  command -v "$tool" > /dev/null || fail "$tool is missing"'],
    ['done'],
    ['case "$(openssl version)" in "OpenSSL 3"*) ;; *) fail "openssl 3 is needed, this is $(openssl version)" ;; esac'],
    [
      '[ -s "$folder/keys.tsv" ] || fail "$folder/keys.tsv is missing or empty: run the script that exports the keys first"',
    ],
    [eachKey],
    ['  case "$fingerprint" in "" | *[!0-9a-f]*) fail "$folder/keys.tsv holds a line that is no key" ;; esac'],
    [end],
  ];
}

/** A line at a time, the last one even if nothing ends it. */
const eachKey = 'while IFS=$\'\\t\' read -r fingerprint spec usage _ <&3 || [ -n "$fingerprint" ]; do';
const end = 'done 3< "$folder/keys.tsv"';

/** Not before the files are destroyed: then some may be gone already. */
const eachImportable: readonly ScriptLine[] = [
  [eachKey],
  ['  kind "$usage" "$spec" > /dev/null || fail "the KMS can not hold $fingerprint ($usage, $spec)"'],
  ['  openssl pkey -inform DER -in "$folder/$fingerprint.der" -noout || fail "$fingerprint.der is no private key"'],
  [end],
];

/** Which KMS key a fingerprint has in one of the two records; nothing when it has none. */
const recorded: readonly ScriptLine[] = [
  ['touch "$made" "$imported"'],
  ['recorded() { awk -F \'\\t\' -v key="$2" \'$1 == key { print $NF }\' "$1"; }'],
];

const wrapping: readonly ScriptLine[] = [
  { comment: 'In memory where the machine has such a folder; gone whatever happens' },
  ['base=${TMPDIR:-/tmp}'],
  ['if [ -d /dev/shm ] && [ -w /dev/shm ]; then base=/dev/shm; fi'],
  ['work=$(mktemp -d "$base/import-keys.XXXXXX")'],
  ['trap \'rm -rf "$work"\' EXIT'],
  [],
  {
    comment:
      'A fresh AES key wraps the private key, the public key of the cloud wraps the AES key: first that, then the rest',
  },
  ['wrap() {'],
  ['  openssl rand -out "$work/aes" 32'],
  [
    '  openssl enc -id-aes256-wrap-pad -iv A65959A6 -K "$(od -An -v -tx1 "$work/aes" | tr -d \' \\n\')" -in "$1" -out "$work/inner"',
  ],
  ['  openssl pkeyutl -encrypt -pubin -keyform DER -inkey "$work/wrapping" -in "$work/aes" -out "$work/outer" \\'],
  ['    -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256'],
  ['  cat "$work/outer" "$work/inner" > "$work/wrapped"'],
  ['  rm "$work/aes" "$work/inner" "$work/outer"'],
  ['}'],
];

const loop: readonly ScriptLine[] = [
  { comment: '2. Each key: made empty, filled, and its public half held against the exported one' },
  [eachKey],
  ['  if [ -n "$(recorded "$imported" "$fingerprint")" ]; then'],
  ['    echo "DONE BEFORE: $fingerprint"'],
  ['    continue'],
  ['  fi'],
  ['  id=$(recorded "$made" "$fingerprint")'],
  ['  if [ -z "$id" ]; then'],
  ['    id=$(make "$fingerprint" "$usage" "$spec")'],
  ['    printf \'%s\\t%s\\n\' "$fingerprint" "$id" >> "$made"'],
  ['    echo "STEP 2: made $id for $fingerprint, still empty"'],
  ['  fi'],
  ['  if ! filled "$id"; then'],
  ['    wrapping_key "$id"'],
  ['    wrap "$folder/$fingerprint.der"'],
  ['    fill "$id" "$usage" "$spec"'],
  ['  fi'],
  ['  public_key "$id"'],
  ['  openssl pkey -inform DER -in "$folder/$fingerprint.der" -pubout -outform DER -out "$work/own"'],
  ['  cmp -s "$work/own" "$work/public" || fail "$id holds another key than $fingerprint: do not use it"'],
  ['  printf \'%s\\t%s\\t%s\\n\' "$fingerprint" "$usage" "$id" >> "$imported"'],
  ['  echo "STEP 2: imported $fingerprint as $id"'],
  [end],
  [],
  { comment: '3. The new state' },
  ['sed \'s/^/STATE\\t/\' "$imported"'],
  [
    'echo "NEXT: enter these ids in the wizard, keep an encrypted copy of the root key offline, then run this with --destroy"',
  ],
];
