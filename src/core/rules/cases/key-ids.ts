import { longestKeyId } from '../../canton/key-ids';
import { newKms } from '../../plan/defaults';
import type { AwsKms, GcpKms, Kms } from '../../plan/kms';
import { aws, awsKeyId, type Case, gcp, given, node, nodes, plan } from './case';

const at = 'nodes.0.custody.wrapperKey.id';
const arn = `arn:aws:kms:eu-central-1:123456789012:key/${awsKeyId}`;
const withAws = (id: string, change: Parameters<typeof aws>[0] = {}) => aws(change, { nodes: [node(given(id))] });
const other = { keyAccount: { type: 'other', account: '123456789012' } } as const;

const inRing = (project: string) =>
  `projects/${project}/locations/europe-west6/keyRings/canton/cryptoKeys/bank1-wrapper`;
const aliasArn = 'arn:aws:kms:eu-central-1:123456789012:alias/bank';
const multiRegion = `mrk-${'1'.repeat(32)}`;

const anAws = (change: Partial<AwsKms> = {}) => aws(change).kms[0] ?? newKms('aws', 'kms1');
const aGcp = (change: Partial<GcpKms> = {}) => gcp(change).kms[0] ?? newKms('gcp', 'kms1');

/** Two nodes with a wrapper key each, through two KMS; and beside them the second one with another id, or another KMS. */
function sharedThroughTwo(
  [first, second]: readonly [Kms, Kms],
  [one, two]: readonly [string, string],
  { at: kms = second, id = two }: { readonly at?: Kms; readonly id?: string },
): Case {
  const both = (other: Kms, otherId: string) =>
    plan({
      kms: [first, { ...other, id: 'kms2' }],
      nodes: [
        node(given(one)),
        node({
          name: 'bank2',
          custody: { type: 'envelope', kms: 'kms2', wrapperKey: { type: 'given', id: otherId } },
        }),
      ],
    });
  return {
    id: 'wrapper-key-shared',
    at: 'nodes.1.custody.wrapperKey.id',
    raised: both(second, two),
    silent: both(kms, id),
  };
}

export const keyIdCases: readonly Case[] = [
  { id: 'wrapper-key-id-missing', at, raised: withAws(''), silent: withAws(awsKeyId) },
  {
    id: 'wrapper-key-id-format',
    at,
    raised: nodes(given('x'.repeat(longestKeyId + 1))),
    silent: nodes(given('x'.repeat(longestKeyId))),
  },
  { id: 'aws-key-id', at, raised: withAws('my-key'), silent: withAws(awsKeyId) },
  { id: 'aws-key-id', at, raised: withAws('alias/aws/ebs'), silent: withAws('alias/ebs') },
  {
    id: 'gcp-key-id',
    at,
    raised: gcp(
      {},
      {
        nodes: [
          node(given('projects/acme/locations/global/keyRings/canton/cryptoKeys/bank1-wrapper/cryptoKeyVersions/1')),
        ],
      },
    ),
    silent: gcp({}, { nodes: [node(given('bank1-wrapper'))] }),
  },
  {
    id: 'key-in-another-ring',
    at,
    raised: gcp({}, { nodes: [node(given(inRing('acme-keys')))] }),
    silent: gcp({}, { nodes: [node(given(inRing('acme-prod')))] }),
  },
  { id: 'key-in-another-region', at, raised: withAws(arn, { region: 'eu-west-1' }), silent: withAws(arn) },
  {
    id: 'key-in-another-account',
    at,
    raised: withAws(arn, { keyAccount: { type: 'other', account: '999999999999' } }),
    silent: withAws(arn, other),
  },
  {
    id: 'key-of-another-account-without-arn',
    at,
    raised: withAws(awsKeyId, other),
    silent: withAws(arn, other),
  },
  {
    id: 'key-of-another-account-without-arn',
    at,
    raised: withAws('alias/bank1', other),
    silent: withAws('alias/bank1'),
  },
  { id: 'alias-as-wrapper-key', at, raised: withAws('alias/bank1'), silent: withAws(awsKeyId) },
  {
    id: 'single-region-wrapper-key',
    at,
    raised: withAws(arn, { multiRegionKey: true }),
    silent: withAws(`mrk-${'0'.repeat(32)}`, { multiRegionKey: true }),
  },
  {
    id: 'wrapper-key-shared',
    at: 'nodes.1.custody.wrapperKey.id',
    raised: aws({}, { nodes: [node(given(awsKeyId)), node({ name: 'bank2', ...given(arn) })] }),
    silent: aws({}, { nodes: [node(given(awsKeyId)), node({ name: 'bank2', ...given(`mrk-${'0'.repeat(32)}`) })] }),
  },
  sharedThroughTwo([anAws(), anAws()], [awsKeyId, awsKeyId], { at: anAws({ region: 'eu-west-1' }) }),
  sharedThroughTwo([anAws(), anAws({ region: 'eu-west-1' })], [awsKeyId, arn], { id: `mrk-${'0'.repeat(32)}` }),
  // An endpoint is only a way to the same KMS.
  sharedThroughTwo([anAws(), anAws({ endpointOverride: 'https://vpce.example.net' })], [awsKeyId, arn], {
    id: `mrk-${'0'.repeat(32)}`,
  }),
  // A multi-region key is the same in all its regions.
  sharedThroughTwo([anAws(), anAws({ region: 'eu-west-1' })], [multiRegion, multiRegion], { id: awsKeyId }),
  sharedThroughTwo([anAws(), anAws()], [aliasArn, aliasArn], { id: aliasArn.replace('123456789012', '999999999999') }),
  // Without an account an alias may stand for another key through another KMS.
  sharedThroughTwo([anAws(), anAws()], [aliasArn, aliasArn], { id: 'alias/bank' }),
  sharedThroughTwo([aGcp(), aGcp()], ['wrapper', 'wrapper'], { at: aGcp({ projectId: 'acme-test' }) }),
  sharedThroughTwo([aGcp(), aGcp()], ['wrapper', 'wrapper'], { at: aGcp({ locationId: 'europe-west1' }) }),
  sharedThroughTwo([aGcp(), aGcp()], ['wrapper', 'wrapper'], { at: aGcp({ keyRingId: 'other' }) }),
  sharedThroughTwo([aGcp(), aGcp()], ['wrapper', 'wrapper'], { at: anAws() }),
  {
    id: 'wrapper-key-stays-configured',
    at,
    raised: withAws(awsKeyId),
    silent: nodes({ custody: { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'generated' } } }),
  },
];
