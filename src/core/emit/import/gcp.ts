import { gcpImport } from '../../canton/key-import';
import { keyNeed } from '../../canton/key-specs';
import { encryptionKeys, isExperimental, loggedAs, signingKeys } from '../../canton/schemes';
import type { GcpKms } from '../../plan/kms';
import type { MigrationWay } from '../../plan/task';
import type { ScriptLine } from '../shell/script';
import type { CloudImport } from './script';

/** Of an import job that the plan doesn't name. */
export const defaultImportJob = 'canton-import';

/**
 * What Cloud KMS asks for: an import job, which gives out the wrapping key; a key without a version, so that the material
 * becomes version 1, the only one that Canton uses; the wrapped material.
 */
export function gcpImportLines(
  kms: GcpKms,
  index: number,
  stem: string,
  { importJob, protectionLevel }: Extract<MigrationWay, { type: 'export' }>,
): CloudImport {
  const path = `kms.${index}`;
  const level = { syntax: protectionLevel, from: 'task.way.protectionLevel' };
  return {
    tools: ['gcloud', 'awk'],
    lines: [
      ['job=', { word: importJob === '' ? defaultImportJob : importJob, from: 'task.way.importJob' }],
      [
        ...['ring=(--project ', { word: kms.projectId, from: `${path}.projectId` }],
        ...[' --location ', { word: kms.locationId, from: `${path}.locationId` }],
        ...[' --keyring ', { word: kms.keyRingId, from: `${path}.keyRingId` }, ')'],
      ],
      ['cloud() { gcloud kms "$@" "${ring[@]}" --quiet; }'],
      [],
      { comment: 'What Google Cloud calls each kind of key, and what it is for' },
      ...kinds(),
      ['make() {'],
      ['  local found; found=$(kind "$2" "$3")'],
      ['  local id; id=', { word: stem }, '-"${2//,/-}-${1:4:8}"'],
      ['  # Its name follows from the exported key: a run that was cut may have made it.'],
      ['  if cloud keys describe "$id" > /dev/null 2>&1; then echo "$id"; return; fi'],
      [
        '  cloud keys create "$id" --purpose "${found#* }" --default-algorithm "${found% *}" --protection-level ',
        level,
        ' \\',
      ],
      ['    --skip-initial-version-creation --import-only > /dev/null'],
      ['  echo "$id"'],
      ['}'],
      ['wrapping_key() {'],
      ['  if ! cloud import-jobs describe "$job" > /dev/null 2>&1; then'],
      [
        `    cloud import-jobs create "$job" --import-method ${gcpImport.method} --protection-level `,
        level,
        ' > /dev/null',
      ],
      ['  fi'],
      ['  wait_for ACTIVE import-jobs describe "$job"'],
      [
        '  cloud import-jobs describe "$job" --format "value(publicKey.pem)" | openssl pkey -pubin -outform DER -out "$work/wrapping"',
      ],
      ['}'],
      ['fill() {'],
      ['  local found; found=$(kind "$2" "$3")'],
      [
        '  cloud keys versions import --key "$1" --algorithm "${found% *}" --import-job "$job" --wrapped-key-file "$work/wrapped" > /dev/null',
      ],
      ['  wait_for ENABLED keys versions describe 1 --key "$1"'],
      ['}'],
      ['filled() {'],
      ['  local state'],
      [
        '  state=$(cloud keys versions list --key "$1" --format "value(state)") || fail "Google Cloud does not tell the versions of $1"',
      ],
      ['  case "$state" in'],
      ['    "") return 1 ;;'],
      ['    ENABLED) return 0 ;;'],
      ['    PENDING_IMPORT) wait_for ENABLED keys versions describe 1 --key "$1" ;;'],
      [
        '    *) fail "$1 can not be used, its versions are $(tr "\\n" " " <<< "$state"): make another key, without a version, and write its id into $made" ;;',
      ],
      ['  esac'],
      ['}'],
      { comment: 'Canton uses version 1 alone, so that is the one to look at' },
      ['public_key() {'],
      ['  cloud keys versions get-public-key 1 --key "$1" --output-file "$work/pem" > /dev/null'],
      ['  openssl pkey -pubin -in "$work/pem" -outform DER -out "$work/public"'],
      ['}'],
      ['wait_for() {'],
      ['  local want=$1 left=60 state; shift'],
      ['  while state=$(cloud "$@" --format "value(state)"); [ "$state" != "$want" ]; do'],
      ['    left=$((left - 1))'],
      ['    [ "$left" -gt 0 ] || fail "$* is $state, not $want"'],
      ['    sleep 5'],
      ['  done'],
      ['}'],
    ],
  };
}

function kinds(): readonly ScriptLine[] {
  const row = (pattern: string, need: ReturnType<typeof keyNeed>): readonly ScriptLine[] =>
    need === undefined ? [] : [[`    ${pattern}) echo "${word(need.spec)} ${purposes[need.use] ?? need.use}" ;;`]];
  return [
    ['kind() {'],
    ['  case "$1:$2" in'],
    ...encryptionKeys.flatMap((key) => row(`encryption:${loggedAs(key)}`, keyNeed('gcp', 'encryption', key))),
    ['    encryption:*) return 1 ;;'],
    ...signingKeys
      .filter((key) => !isExperimental(key))
      .flatMap((key) => row(`*:${loggedAs(key)}`, keyNeed('gcp', 'signing', key))),
    ['    *) return 1 ;;'],
    ['  esac'],
    ['}'],
  ];
}

/** The command line writes in small letters what the API writes in capitals. */
const word = (spec: string): string => spec.toLowerCase().replaceAll('_', '-');

const purposes: Readonly<Record<string, string>> = {
  ASYMMETRIC_SIGN: 'asymmetric-signing',
  ASYMMETRIC_DECRYPT: 'asymmetric-encryption',
};
