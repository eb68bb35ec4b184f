import fc from 'fast-check';
import { type Release, releases } from '../../../src/core/canton/releases';
import type { KmsType } from '../../../src/core/canton/schemes';
import type { Kms } from '../../../src/core/plan/kms';
import { type Custody, type Node, nodeKinds, type SessionSigningKeys } from '../../../src/core/plan/node';
import type { Plan } from '../../../src/core/plan/plan';
import { custodyOf, intermediateOf, withKeysApart } from './custody';
import { kms } from './kms';
import { adminApi, apiPort, identifier, synchronizer, withPortsApart } from './places';
import { schemes, signingPairs, type Where } from './schemes';
import { sessionKeysOn } from './session-keys';
import { maybe, nodeName, text } from './texts';

/** What holds for all nodes of a plan. */
type Whole = {
  readonly release: Release;
  readonly nonStandardConfig: boolean;
  readonly enableExperimental: boolean;
  readonly kms: readonly Kms[];
};

/** Plans that Canton loads and starts, with answers that would trip a careless printer. */
export const plan: fc.Arbitrary<Plan> = fc
  .record({ release: fc.constantFrom(...releases), nonStandardConfig: fc.boolean(), experimental: fc.boolean() })
  .chain(({ release, nonStandardConfig, experimental }) =>
    fc.record({
      release: fc.constant(release),
      nonStandardConfig: fc.constant(nonStandardConfig),
      enableExperimental: fc.constant(experimental && release === '3.6'),
      kms: fc.oneof(
        fc.tuple(kms('kms1', nonStandardConfig)),
        fc.tuple(kms('kms1', nonStandardConfig), kms('kms2', nonStandardConfig)),
      ),
    }),
  )
  .chain((whole) => {
    const node = fc.constantFrom(...nodeKinds).chain((kind) => nodeOf(whole, kind));
    return fc.record({
      version: fc.constant(2),
      name: maybe(text),
      release: fc.constant(whole.release),
      task: fc.constant({ type: 'new' }),
      kms: fc.constant([...whole.kms]),
      nodes: fc.uniqueArray(node, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
      nonStandardConfig: fc.constant(whole.nonStandardConfig),
      enableExperimental: fc.constant(whole.enableExperimental),
      kmsLog: fc.record({
        file: maybe(text),
        immediateFlush: fc.constantFrom('default', 'on', 'off'),
        rollingPattern: maybe(text),
        rollingHistory: maybe(fc.nat({ max: 1_000 }).map(String)),
      }),
      synchronizer,
      output: fc.record({
        layout: fc.constantFrom('one-file', 'file-per-node'),
        comments: fc.boolean(),
        explicitDefaults: fc.boolean(),
      }),
    });
  })
  .map(
    (made): Plan => ({
      ...made,
      kms: [...made.kms],
      nodes: made.nodes.map(withPortsApart).map(withKeysApart(made.kms)),
    }),
  );

function nodeOf(whole: Whole, kind: Node['kind']): fc.Arbitrary<Node> {
  return fc
    .constantFrom(...whole.kms)
    .chain((used) => custodyOf(used))
    .chain((custody) => {
      const type = custody.type === 'external' ? whole.kms.find(({ id }) => id === custody.kms)?.type : undefined;
      return withCustody(whole, kind, custody, type);
    });
}

function withCustody(
  whole: Whole,
  kind: Node['kind'],
  custody: Custody,
  type: KmsType | undefined,
): fc.Arbitrary<Node> {
  const where: Where = { kms: type, release: whole.release, experimental: whole.enableExperimental };
  // 3.4 takes session signing keys only with non-standard-config.
  const canHaveSessions = custody.type === 'external' && (whole.release !== '3.4' || whole.nonStandardConfig);
  const pair = fc.oneof(fc.constant(null), fc.constantFrom(...signingPairs(where)));
  return fc.record({ pair, unbound: fc.boolean(), on: fc.boolean() }).chain(({ pair: session, unbound, on }) => {
    const sessions: fc.Arbitrary<SessionSigningKeys> =
      canHaveSessions && on
        ? sessionKeysOn(whole.release, session, unbound && whole.nonStandardConfig)
        : fc.constant({ type: 'off' });
    return fc.record({
      kind: fc.constant(kind),
      name: nodeName,
      custody: fc.constant(custody),
      schemes: schemes(where, [session ?? ['ed-25519', 'ec-curve-25519']]),
      sessionSigningKeys: sessions,
      parallelism: fc.record({ signatureVerification: parallelism, encryption: parallelism }),
      storage: fc.constant('postgres'),
      replicas: fc.boolean(),
      identifier,
      intermediate: intermediateOf(custody, type),
      adminApi,
      apiPort,
    });
  });
}

const parallelism = maybe(fc.oneof(fc.constant(10), fc.integer({ min: 1, max: 2_147_483_647 })).map(String));
