import { newKms } from '../../plan/defaults';
import type { KmsLog } from '../../plan/plan';
import { aws, awsKeyId, type Case, driver, gcp, given, node, plan, quiet } from './case';

/** Regions, addresses, certificates, credentials, retries, logs, tags: what is said about a KMS. */
const tag = (name: string, value = 'x') => ({ name, value });
const tagged = (...customTags: { name: string; value: string }[]) => aws({ customTags }, { release: '3.6' });
const empty = { initialDelay: '', maxDelay: '', maxRetries: '' };
const full = { initialDelay: '1s', maxDelay: '5s', maxRetries: '3' };
const retries = (failures: typeof empty) => driver({ retries: { failures, createKeyCheck: full } });

const log = (kmsLog: Partial<KmsLog>) => ({ kmsLog: { ...quiet.kmsLog, ...kmsLog } });

const ownKeys = { type: 'given', namespace: 'ns', sequencerAuth: 'auth', signing: 'sign', encryption: 'enc' } as const;

const places: readonly Case[] = [
  { id: 'region-missing', at: 'kms.0.region', raised: aws({ region: '' }), silent: aws() },
  { id: 'region-format', at: 'kms.0.region', raised: aws({ region: 'eu central 1' }), silent: aws() },
  {
    id: 'region-unusual',
    at: 'kms.0.region',
    raised: aws({ region: 'Frankfurt' }),
    silent: aws({ region: 'eusc-de-east-1' }),
  },
  {
    id: 'profile-missing',
    at: 'kms.0.credentials.profile',
    raised: aws({ credentials: { type: 'profile', profile: '' } }),
    silent: aws({ credentials: { type: 'profile', profile: 'canton' } }),
  },
  {
    id: 'key-account-missing',
    at: 'kms.0.keyAccount.account',
    raised: aws({ keyAccount: { type: 'other', account: '' } }),
    silent: aws({ keyAccount: { type: 'other', account: '123456789012' } }),
  },
  {
    id: 'service-account-project-missing',
    at: 'kms.0.keyProject.serviceAccountProject',
    raised: gcp({ keyProject: { type: 'other', serviceAccountProject: '' } }),
    silent: gcp({ keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } }),
  },
  { id: 'location-missing', at: 'kms.0.locationId', raised: gcp({ locationId: '' }), silent: gcp() },
  {
    id: 'location-format',
    at: 'kms.0.locationId',
    raised: gcp({ locationId: 'Zürich' }),
    silent: gcp({ locationId: 'global' }),
  },
  { id: 'project-missing', at: 'kms.0.projectId', raised: gcp({ projectId: '' }), silent: gcp() },
  {
    id: 'project-format',
    at: 'kms.0.projectId',
    raised: gcp({ projectId: 'projects/acme' }),
    silent: gcp({ projectId: 'acme.com:prod' }),
  },
  { id: 'key-ring-missing', at: 'kms.0.keyRingId', raised: gcp({ keyRingId: '' }), silent: gcp() },
  { id: 'key-ring-format', at: 'kms.0.keyRingId', raised: gcp({ keyRingId: 'keyRings/canton' }), silent: gcp() },
  { id: 'key-ring-must-exist', at: 'kms.0.keyRingId', raised: gcp(), silent: aws() },
  { id: 'keys-in-one-region', at: 'kms.0.multiRegionKey', raised: aws(), silent: aws({ multiRegionKey: true }) },
  { id: 'keys-not-replicated', at: 'kms.0.multiRegionKey', raised: aws({ multiRegionKey: true }), silent: aws() },
  {
    id: 'keys-created-in-own-account',
    at: 'kms.0.keyAccount',
    raised: aws({ keyAccount: { type: 'other', account: '123456789012' } }),
    silent: aws(
      { keyAccount: { type: 'other', account: '123456789012' } },
      { nodes: [node(given(`arn:aws:kms:eu-central-1:123456789012:key/${awsKeyId}`))] },
    ),
  },
  {
    id: 'keys-created-in-other-project',
    at: 'kms.0.keyProject',
    raised: gcp({ keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } }),
    silent: gcp(
      { keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } },
      { nodes: [node(given('bank1-wrapper'))] },
    ),
  },
  {
    // Beside a key that was given, the project can't be changed by a button: the id would name another key.
    id: 'keys-created-in-other-project',
    at: 'kms.0.keyProject',
    raised: gcp(
      { keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } },
      { nodes: [node(), node({ name: 'bank2', ...given('bank2-wrapper') })] },
    ),
    silent: gcp(
      { keyProject: { type: 'other', serviceAccountProject: 'acme-nodes' } },
      { nodes: [node({ custody: { type: 'external', kms: 'kms1', keys: ownKeys } })] },
    ),
  },
  {
    id: 'account-format',
    at: 'kms.0.keyAccount.account',
    raised: aws({ keyAccount: { type: 'other', account: '1234' } }),
    silent: aws({ keyAccount: { type: 'other', account: '123456789012' } }),
  },
  {
    id: 'service-account-project-format',
    at: 'kms.0.keyProject.serviceAccountProject',
    raised: gcp({ keyProject: { type: 'other', serviceAccountProject: 'Acme Apps' } }),
    silent: gcp({ keyProject: { type: 'other', serviceAccountProject: 'acme-apps' } }),
  },
];

const endpoint = 'kms.0.endpointOverride';
const addresses: readonly Case[] = [
  {
    id: 'endpoint-without-scheme',
    at: endpoint,
    raised: aws({ endpointOverride: 'localhost:4566' }),
    silent: aws({ endpointOverride: 'https://localhost:4566' }),
  },
  {
    id: 'endpoint-format',
    at: endpoint,
    raised: aws({ endpointOverride: 'https://kms .example' }),
    silent: aws({ endpointOverride: 'https://kms.example/a?b=%20' }),
  },
  {
    id: 'endpoint-format',
    at: endpoint,
    raised: gcp({ endpointOverride: 'https://cloudkms.googleapis.com/' }),
    silent: gcp({ endpointOverride: 'cloudkms.googleapis.com:443' }),
  },
  {
    id: 'endpoint-with-credentials',
    at: endpoint,
    raised: aws({ endpointOverride: 'https://user:word@kms.example' }),
    silent: aws({ endpointOverride: 'https://kms.example/@' }),
  },
  {
    id: 'endpoint-over-http',
    at: endpoint,
    raised: aws({ endpointOverride: 'http://localhost:4566' }),
    silent: aws({ endpointOverride: 'https://localhost:4566' }),
  },
  {
    id: 'endpoint-elsewhere',
    at: endpoint,
    raised: aws({ endpointOverride: 'https://kms.eu-central-1.amazonaws.com.example' }),
    silent: aws({ endpointOverride: 'https://kms.eu-central-1.amazonaws.com' }),
  },
  {
    id: 'endpoint-of-another-region',
    at: endpoint,
    raised: aws({ endpointOverride: 'https://kms-fips.us-east-1.amazonaws.com' }),
    silent: aws({ endpointOverride: 'https://vpce-1.kms.eu-central-1.vpce.amazonaws.com' }),
  },
  {
    id: 'certificates-unchecked-need-consent',
    at: 'kms.0.disableSslVerification',
    raised: aws({ disableSslVerification: true }),
    silent: aws({ disableSslVerification: true }, { release: '3.3' }),
  },
  {
    id: 'certificates-unchecked',
    at: 'kms.0.disableSslVerification',
    raised: aws({ disableSslVerification: true }, { nonStandardConfig: true }),
    silent: aws(),
  },
  {
    id: 'consent-unneeded',
    at: 'nonStandardConfig',
    raised: plan({ nonStandardConfig: true }),
    silent: aws({ disableSslVerification: true }, { nonStandardConfig: true }),
  },
];

const credentials: readonly Case[] = [
  {
    id: 'static-credentials',
    at: 'kms.0.credentials',
    raised: aws({ credentials: { type: 'static' } }),
    silent: aws(),
  },
  {
    id: 'static-credentials',
    at: 'kms.0.credentials',
    raised: gcp({ credentials: { type: 'key-file', path: '/k.json' } }),
    silent: gcp(),
  },
  {
    id: 'static-credentials-win',
    at: 'kms.0.credentials',
    raised: aws({ credentials: { type: 'irsa' } }),
    silent: aws({ credentials: { type: 'static' } }),
  },
  {
    id: 'key-file-missing',
    at: 'kms.0.credentials.path',
    raised: gcp({ credentials: { type: 'key-file', path: '' } }),
    silent: gcp({ credentials: { type: 'key-file', path: '/k.json' } }),
  },
  {
    id: 'credential-file-format',
    at: 'kms.0.credentials.path',
    raised: gcp({ credentials: { type: 'key-file', path: ' /k.json' } }),
    silent: gcp({ credentials: { type: 'key-file', path: '/k.json' } }),
  },
  {
    id: 'profile-format',
    at: 'kms.0.credentials.profile',
    raised: aws({ credentials: { type: 'profile', profile: 'canton\u202e' } }),
    silent: aws({ credentials: { type: 'profile', profile: 'canton' } }),
  },
];

const rest: readonly Case[] = [
  { id: 'plan-name-format', at: 'name', raised: plan({ name: 'a\u200bb' }), silent: plan({ name: 'a b' }) },
  { id: 'kms-name-format', at: 'kms.0.name', raised: driver({ name: 'main ' }), silent: driver({ name: 'main' }) },
  {
    id: 'kms-log-file-format',
    at: 'kmsLog.file',
    raised: aws({ auditLogging: true }, log({ file: 'a\n.log' })),
    silent: aws({ auditLogging: true }, log({ file: 'a.log' })),
  },
  {
    id: 'kms-log-rolling-pattern-format',
    at: 'kmsLog.rollingPattern',
    raised: aws({ auditLogging: true }, log({ file: 'a.log', rollingPattern: ' yyyy' })),
    silent: aws({ auditLogging: true }, log({ file: '', rollingPattern: ' yyyy' })),
  },
  {
    id: 'kms-log-rolling-history-format',
    at: 'kmsLog.rollingHistory',
    raised: aws({ auditLogging: true }, log({ file: 'a.log', rollingHistory: '1.5' })),
    silent: aws({ auditLogging: true }, log({ file: 'a.log', rollingHistory: '0' })),
  },
  {
    id: 'kms-unused',
    at: 'kms.1',
    raised: plan({ kms: [...quiet.kms, newKms('aws', 'kms2')] }),
    silent: quiet,
  },
  {
    id: 'retries-half-given',
    at: 'kms.0.retries.failures',
    raised: retries({ ...empty, maxRetries: '3' }),
    silent: retries(full),
  },
  { id: 'retries-without-end', at: 'kms.0.retries.failures', raised: retries(empty), silent: retries(full) },
  {
    id: 'retry-delay-format',
    at: 'kms.0.retries.failures.initialDelay',
    raised: retries({ ...full, initialDelay: '300' }),
    silent: retries({ ...full, initialDelay: '300 ms' }),
  },
  {
    id: 'retry-count-format',
    at: 'kms.0.retries.failures.maxRetries',
    raised: retries({ ...full, maxRetries: '-1' }),
    silent: retries({ ...full, maxRetries: '0' }),
  },
  { id: 'audit-without-file', at: 'kmsLog.file', raised: aws({ auditLogging: true }), silent: aws() },
  {
    id: 'audit-without-file',
    at: 'kmsLog.file',
    raised: aws({ auditLogging: true }, log({ rollingHistory: 'for ever' })),
    silent: aws({ auditLogging: true }, log({ file: 'kms.log' })),
  },
  { id: 'audit-file-stays-empty', at: 'kmsLog.file', raised: aws({}, log({ file: 'kms.log' })), silent: aws() },
  { id: 'audit-file-stays-empty', at: 'kmsLog.file', raised: plan(log({ file: 'kms.log' })), silent: quiet },
  {
    id: 'tags-not-in-line',
    at: 'kms.0.customTags',
    raised: aws({ customTags: [tag('team')] }),
    silent: tagged(tag('team')),
  },
  {
    id: 'tags-too-many',
    at: 'kms.0.customTags',
    raised: tagged(...Array.from({ length: 50 }, (_, at) => tag(`t${at}`))),
    silent: tagged(...Array.from({ length: 49 }, (_, at) => tag(`t${at}`))),
  },
  { id: 'tag-name-missing', at: 'kms.0.customTags.0.name', raised: tagged(tag('')), silent: tagged(tag('a', '')) },
  {
    id: 'tag-of-canton',
    at: 'kms.0.customTags.0.name',
    raised: tagged(tag('CreatedBy')),
    silent: tagged(tag('createdby')),
  },
  {
    id: 'tag-twice',
    at: 'kms.0.customTags.1.name',
    raised: tagged(tag('a'), tag('a')),
    silent: tagged(tag('a'), tag('A')),
  },
  {
    id: 'tag-name-format',
    at: 'kms.0.customTags.0.name',
    raised: tagged(tag('aws:team')),
    silent: tagged(tag('my-aws:team')),
  },
  {
    id: 'tag-value-format',
    at: 'kms.0.customTags.0.value',
    raised: tagged(tag('a', 'x'.repeat(257))),
    silent: tagged(tag('a', 'x'.repeat(256))),
  },
  { id: 'preview-line', at: 'release', raised: plan({ release: '3.6' }), silent: quiet },
  { id: 'edition-documented-as-enterprise', at: 'kms.0.type', raised: aws(), silent: quiet },
  {
    id: 'edition-enterprise-only',
    at: 'kms.0.type',
    raised: gcp({}, { release: '3.3' }),
    silent: plan({ release: '3.3' }),
  },
];

export const providerCases: readonly Case[] = [...places, ...addresses, ...credentials, ...rest];
