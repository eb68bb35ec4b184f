import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encryptionKeys, kmsTypes, signingAlgorithms, signingKeys } from '../canton/schemes';
import { envelope, external, newKms, newNode, newPlan, sessionSigningKeysOn } from '../plan/defaults';
import type { DriverValue, Kms } from '../plan/kms';
import { delegationRestrictions, type Node, nodeKinds } from '../plan/node';
import { Plan } from '../plan/plan';
import { writePlanFile } from '../plan/plan-file';
import { keyPlaces, keyUsages, type MigrationWay, protectionLevels, type Task } from '../plan/task';
import { decodeLink } from './decode';
import { encodeLink } from './encode';
import { readPlanFile } from './read-plan-file';

const answer = fc.oneof(
  fc.constantFrom('', '0', '007', 'false', 'null', '__proto__', 'kms1', 'eu-central-1', '\ud800', '\u202e', '"}]'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const flag = fc.boolean();
const backoff = fc.record({ initialDelay: answer, maxDelay: answer, maxRetries: answer });
const retries = fc.record({ failures: backoff, createKeyCheck: backoff });

const { value: driverValue } = fc.letrec<{ value: DriverValue; entry: { key: string; value: DriverValue } }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 8 },
    fc.record({ type: fc.constantFrom('text' as const, 'number' as const), value: answer }),
    fc.record({ type: fc.constant('flag' as const), value: flag }),
    fc.record({ type: fc.constant('secret' as const), variable: answer }),
    fc.record({ type: fc.constant('list' as const), items: fc.array(tie('value'), { maxLength: 4 }) }),
    fc.record({ type: fc.constant('group' as const), entries: fc.array(tie('entry'), { maxLength: 4 }) }),
  ),
  entry: fc.record({ key: answer, value: tie('value') }),
}));

function kmsWith(id: string): fc.Arbitrary<Kms> {
  const common = { id: fc.constant(id), name: answer, retries };
  const cloud = { ...common, auditLogging: flag, endpointOverride: answer };
  return fc.oneof(
    fc.record({
      ...cloud,
      type: fc.constant('aws' as const),
      region: answer,
      multiRegionKey: flag,
      customTags: fc.array(fc.record({ name: answer, value: answer }), { maxLength: 3 }),
      disableSslVerification: flag,
      credentials: fc.oneof(
        fc.record({ type: fc.constantFrom('static' as const, 'irsa', 'pod-identity', 'instance-role') }),
        fc.record({ type: fc.constant('profile' as const), profile: answer }),
      ),
      keyAccount: fc.oneof(
        fc.record({ type: fc.constant('same' as const) }),
        fc.record({ type: fc.constant('other' as const), account: answer }),
      ),
    }),
    fc.record({
      ...cloud,
      type: fc.constant('gcp' as const),
      locationId: answer,
      projectId: answer,
      keyRingId: answer,
      credentials: fc.oneof(
        fc.record({ type: fc.constant('key-file' as const), path: answer }),
        fc.record({ type: fc.constant('workload-identity' as const) }),
      ),
      keyProject: fc.oneof(
        fc.record({ type: fc.constant('same' as const) }),
        fc.record({ type: fc.constant('other' as const), serviceAccountProject: answer }),
      ),
    }),
    fc.record({
      ...common,
      type: fc.constant('driver' as const),
      driverName: answer,
      jar: answer,
      config: fc.array(fc.record({ key: answer, value: driverValue }), { maxLength: 4 }),
      healthCheckPeriod: answer,
    }),
  );
}

function choice<T>(values: readonly T[]) {
  return fc.record({ default: fc.constantFrom(null, ...values), allowed: fc.subarray([...values]) });
}

function nodeOf(ids: readonly string[]): fc.Arbitrary<Node> {
  const kms = fc.constantFrom(...ids);
  return fc.record({
    kind: fc.constantFrom(...nodeKinds),
    name: answer,
    custody: fc.oneof(
      fc.record({ type: fc.constant('none' as const) }),
      fc.record({
        type: fc.constant('external' as const),
        kms,
        keys: fc.oneof(
          fc.constant({ type: 'generated' as const }),
          fc.record({
            type: fc.constant('given' as const),
            namespace: answer,
            sequencerAuth: answer,
            signing: answer,
            encryption: answer,
          }),
        ),
      }),
      fc.record({
        type: fc.constant('envelope' as const),
        kms,
        wrapperKey: fc.oneof(
          fc.constant({ type: 'generated' as const }),
          fc.record({ type: fc.constant('given' as const), id: answer }),
        ),
      }),
    ),
    schemes: fc.record({
      signingAlgorithms: choice(signingAlgorithms),
      signingKeys: choice(signingKeys),
      encryptionAlgorithms: choice(['rsa-oaep-sha-256', 'ecies-hkdf-hmac-sha-256-aes-128-gcm'] as const),
      encryptionKeys: choice(encryptionKeys),
    }),
    sessionSigningKeys: fc.oneof(
      fc.constant({ type: 'off' as const }),
      fc.record({
        type: fc.constant('on' as const),
        keyValidityDuration: answer,
        toleranceShiftDuration: answer,
        cutOffDuration: answer,
        keyEvictionPeriod: answer,
        signingAlgorithm: fc.constantFrom(null, ...signingAlgorithms),
        signingKey: fc.constantFrom(null, ...signingKeys),
        disableBoundChecks: flag,
      }),
    ),
    parallelism: fc.record({ signatureVerification: answer, encryption: answer }),
    storage: fc.constantFrom('postgres' as const, 'h2', 'memory'),
    replicas: flag,
    identifier: answer,
    intermediate: fc.oneof(
      fc.constant({ type: 'off' as const }),
      fc.record({
        type: fc.constant('on' as const),
        keyId: answer,
        restriction: fc.constantFrom(...delegationRestrictions),
      }),
    ),
    adminApi: fc.record({ address: answer, port: answer }),
    apiPort: answer,
  });
}

const observedKey = fc.record({
  fingerprint: answer,
  purpose: fc.constantFrom('signing' as const, 'encryption'),
  usage: fc.subarray([...keyUsages]),
  name: answer,
  kmsKeyId: answer,
  wrapperKeyId: answer,
  mapped: flag,
  root: flag,
  spec: answer,
});

const inventory = fc.array(
  fc.record({
    kind: fc.constantFrom(...nodeKinds),
    name: answer,
    uid: answer,
    namespace: answer,
    keys: fc.array(observedKey, { maxLength: 4 }),
    lost: fc.array(answer, { maxLength: 2 }),
  }),
  { maxLength: 3 },
);

const way: fc.Arbitrary<MigrationWay> = fc.oneof(
  fc.record({ type: fc.constantFrom('encrypt' as const, 'revert' as const) }),
  fc.record({
    type: fc.constant('export' as const),
    moves: fc.array(fc.record({ from: answer, to: answer }), { maxLength: 3 }),
    importJob: answer,
    protectionLevel: fc.constantFrom(...protectionLevels),
  }),
);

const task: fc.Arbitrary<Task> = fc.oneof(
  fc.constant({ type: 'new' as const }),
  fc.record({
    type: fc.constant('migrate' as const),
    facts: fc.record({
      today: fc.constantFrom(...keyPlaces),
      wanted: fc.constantFrom(...keyPlaces),
      rootKey: fc.constantFrom('unknown' as const, ...signingKeys),
      material: fc.constantFrom('trusted' as const, 'doubted', 'gone'),
      parties: fc.constantFrom('none' as const, 'external', 'local', 'both'),
      operators: fc.constantFrom('one' as const, 'several'),
      decentralized: flag,
    }),
    way,
    inventory,
  }),
  fc.record({
    type: fc.constant('rotate' as const),
    inventory,
    wrappers: fc.array(
      fc.record({
        node: answer,
        from: answer,
        to: fc.oneof(
          fc.constant({ type: 'generated' as const }),
          fc.record({ type: fc.constant('given' as const), id: answer }),
        ),
      }),
      { maxLength: 3 },
    ),
    keys: fc.array(
      fc.record({
        node: answer,
        fingerprint: answer,
        to: fc.oneof(
          fc.record({
            type: fc.constant('generated' as const),
            spec: fc.constantFrom(null, ...signingKeys, ...encryptionKeys),
          }),
          fc.record({ type: fc.constant('given' as const), kmsKeyId: answer }),
        ),
        name: answer,
      }),
      { maxLength: 3 },
    ),
    pause: flag,
    deletions: fc.array(fc.record({ node: answer, fingerprint: answer, retiredBefore: answer }), { maxLength: 2 }),
    restore: flag,
  }),
);

const anyPlan: fc.Arbitrary<Plan> = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: 3 })
  .chain((ids) =>
    fc.record({
      version: fc.constant(2 as const),
      name: answer,
      release: fc.constantFrom('3.3' as const, '3.4', '3.5', '3.6'),
      task,
      kms: fc.tuple(...ids.map(kmsWith)),
      nodes: fc.array(nodeOf(ids), { maxLength: 5 }),
      nonStandardConfig: flag,
      enableExperimental: flag,
      kmsLog: fc.record({
        file: answer,
        immediateFlush: fc.constantFrom('default' as const, 'on', 'off'),
        rollingPattern: answer,
        rollingHistory: answer,
      }),
      synchronizer: fc.record({ alias: answer, sequencerUrl: answer }),
      output: fc.record({
        layout: fc.constantFrom('one-file' as const, 'file-per-node'),
        comments: flag,
        explicitDefaults: flag,
      }),
    }),
  );

describe('what goes out comes back', () => {
  test('any plan through a link', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        expect(await decodeLink(await encodeLink(Plan.parse(plan)))).toEqual({ type: 'plan', plan, notices: [] });
      }),
    );
  });

  test('what is done of a runbook, through a link and a plan.json that take it along', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(anyPlan, fc.array(text, { minLength: 1, maxLength: 8 }), async (plan, ticks) => {
        expect(await decodeLink(await encodeLink(plan, ticks))).toEqual({ type: 'plan', plan, ticks, notices: [] });
        expect(readPlanFile(writePlanFile(plan, ticks))).toEqual({ type: 'plan', plan, ticks, notices: [] });
      }),
    );
  });

  test('any plan through a plan.json', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(readPlanFile(writePlanFile(plan))).toEqual({ type: 'plan', plan, notices: [] });
      }),
    );
  });

  test('every arm with nothing filled in', async () => {
    for (const type of kmsTypes) {
      const kms = [newKms(type, 'kms1'), newKms(type, 'other')];
      const plain = newNode('mediator', '', { type: 'none' });
      const signing = { ...newNode('sequencer', 's', envelope('other')), sessionSigningKeys: sessionSigningKeysOn() };
      const plan: Plan = { ...newPlan(), kms, nodes: [plain, signing, newNode('participant', 'p', external('kms1'))] };
      expect(await decodeLink(await encodeLink(plan))).toEqual({ type: 'plan', plan, notices: [] });
    }
  });

  test('what is off or empty where the default is not', async () => {
    const plan: Plan = { ...newPlan(), nodes: [], output: { ...newPlan().output, comments: false } };
    const unnamed: Plan = { ...plan, nodes: [newNode('participant', '', external('kms1'))] };
    expect(await decodeLink(await encodeLink(plan))).toEqual({ type: 'plan', plan, notices: [] });
    expect(await decodeLink(await encodeLink(unnamed))).toEqual({ type: 'plan', plan: unnamed, notices: [] });
  });
});
