import { longestKeyId } from '../../canton/key-ids';
import { aws, awsKeyId, type Case, gcp, given, node, nodes } from './case';

const at = 'nodes.0.custody.wrapperKey.id';
const arn = `arn:aws:kms:eu-central-1:123456789012:key/${awsKeyId}`;
const withAws = (id: string, change: Parameters<typeof aws>[0] = {}) => aws(change, { nodes: [node(given(id))] });
const other = { keyAccount: { type: 'other', account: '123456789012' } } as const;

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
  {
    id: 'wrapper-key-stays-configured',
    at,
    raised: withAws(awsKeyId),
    silent: nodes({ custody: { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'generated' } } }),
  },
];
