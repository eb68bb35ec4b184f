import { awsImport } from '../../canton/key-import';
import { keyNeed } from '../../canton/key-specs';
import { encryptionKeys, isExperimental, loggedAs, signingKeys } from '../../canton/schemes';
import type { AwsKms } from '../../plan/kms';
import type { ScriptLine } from '../shell/script';
import type { CloudImport } from './script';

/** What AWS KMS asks for: an empty key of external origin, a wrapping key and a token for it, the wrapped material. */
export function awsImportLines(kms: AwsKms, index: number, stem: string): CloudImport {
  const path = `kms.${index}`;
  const tags = [{ name: 'CreatedBy', value: 'Canton' }, ...kms.customTags.filter(({ name }) => name !== 'CreatedBy')];
  return {
    tools: ['aws', 'awk', 'base64'],
    lines: [
      [
        'cloud() { aws kms "$@" --region ',
        { word: kms.region, from: `${path}.region` },
        ...endpoint(kms, path),
        ' --output text; }',
      ],
      [],
      { comment: 'What AWS calls each kind of key, and what it is for' },
      ...kinds(),
      ['make() {'],
      ['  local found; found=$(kind "$2" "$3")'],
      [
        '  cloud create-key --origin EXTERNAL --key-spec "${found% *}" --key-usage "${found#* }"',
        ...(kms.multiRegionKey ? [{ syntax: ' --multi-region', from: `${path}.multiRegionKey` }] : []),
        ' \\',
      ],
      [
        '    --description ',
        { word: `Canton ${stem} ` },
        '"$2 $1" --tags ',
        { word: tagsOf(tags), from: `${path}.customTags` },
        ' --query KeyMetadata.KeyId',
      ],
      ['}'],
      ['wrapping_key() {'],
      ['  local given'],
      [
        `  given=$(cloud get-parameters-for-import --key-id "$1" --wrapping-algorithm ${awsImport.wrappingAlgorithm} \\`,
      ],
      [`    --wrapping-key-spec ${awsImport.wrappingKeySpec} --query '[PublicKey,ImportToken]')`],
      ['  cut -f 1 <<< "$given" | base64 -d > "$work/wrapping"'],
      ['  cut -f 2 <<< "$given" | base64 -d > "$work/token"'],
      ['}'],
      ['fill() {'],
      ['  cloud import-key-material --key-id "$1" --encrypted-key-material "fileb://$work/wrapped" \\'],
      ['    --import-token "fileb://$work/token" --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE > /dev/null'],
      ['}'],
      ['filled() {'],
      ['  local state'],
      [
        '  state=$(cloud describe-key --key-id "$1" --query KeyMetadata.KeyState) || fail "AWS does not tell the state of $1"',
      ],
      ['  [ "$state" != PendingImport ]'],
      ['}'],
      ['public_key() { cloud get-public-key --key-id "$1" --query PublicKey | base64 -d > "$work/public"; }'],
    ],
  };
}

function endpoint({ endpointOverride }: AwsKms, path: string) {
  return endpointOverride === ''
    ? []
    : [' --endpoint-url ', { word: endpointOverride, from: `${path}.endpointOverride` }];
}

/** As JSON, which takes any character; the short form doesn't. */
function tagsOf(tags: AwsKms['customTags']): string {
  return JSON.stringify(tags.map(({ name, value }) => ({ TagKey: name, TagValue: value })));
}

function kinds(): readonly ScriptLine[] {
  const row = (pattern: string, need: ReturnType<typeof keyNeed>): readonly ScriptLine[] =>
    need === undefined ? [] : [[`    ${pattern}) echo "${need.spec} ${need.use}" ;;`]];
  return [
    ['kind() {'],
    ['  case "$1:$2" in'],
    ...encryptionKeys.flatMap((key) => row(`encryption:${loggedAs(key)}`, keyNeed('aws', 'encryption', key))),
    ['    encryption:*) return 1 ;;'],
    ...signingKeys
      .filter((key) => !isExperimental(key))
      .flatMap((key) => row(`*:${loggedAs(key)}`, keyNeed('aws', 'signing', key))),
    ['    *) return 1 ;;'],
    ['  esac'],
    ['}'],
  ];
}
