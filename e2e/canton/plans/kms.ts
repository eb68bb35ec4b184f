import fc from 'fast-check';
import { DriverNumber } from '../../../src/core/plan/formats';
import type { AwsKms, Backoff, DriverEntry, DriverKms, DriverValue, GcpKms, Kms } from '../../../src/core/plan/kms';
import { duration, maybe, text, word } from './texts';

const flag = fc.boolean();
const largest = 2_147_483_647;

const backoff: fc.Arbitrary<Backoff> = fc.record({
  initialDelay: maybe(duration(fc.oneof(fc.constantFrom(500, 100), fc.nat(90_000)))),
  maxDelay: maybe(duration(fc.oneof(fc.constant(10_000), fc.nat(90_000)))),
  maxRetries: maybe(fc.oneof(fc.constantFrom(largest, 20), fc.nat(largest)).map(String)),
});
const retries = fc.record({ failures: backoff, createKeyCheck: backoff });

const tag = fc.record({
  name: text.filter((name) => !/^(aws:|CreatedBy$)/i.test(name)),
  value: maybe(text),
});

// Built once: arbitraries made of patterns take their time.
const projectId = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const keyRingId = fc.stringMatching(/^[A-Za-z0-9_-]{1,63}$/);
const variableName = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}$/);
const config = entries(3);

/** @param withoutTls whether the check of certificates may be switched off */
export function aws(id: string, withoutTls: boolean): fc.Arbitrary<AwsKms> {
  return fc.record({
    id: fc.constant(id),
    name: maybe(text),
    type: fc.constant('aws'),
    region: fc.oneof(fc.constantFrom('eu-central-1', 'us-gov-west-1'), word),
    multiRegionKey: flag,
    auditLogging: flag,
    customTags: fc.uniqueArray(tag, { maxLength: 3, selector: ({ name }) => name }),
    endpointOverride: fc.constantFrom('', 'https://kms.example:8443/a?b=%20c'),
    disableSslVerification: withoutTls ? flag : fc.constant(false),
    retries,
    credentials: fc.oneof(
      fc.constantFrom({ type: 'static' } as const, { type: 'irsa' } as const, { type: 'instance-role' } as const),
      fc.record({ type: fc.constant('profile'), profile: text }),
    ),
    keyAccount: fc.constant({ type: 'same' }),
  });
}

export function gcp(id: string): fc.Arbitrary<GcpKms> {
  return fc.record({
    id: fc.constant(id),
    name: maybe(text),
    type: fc.constant('gcp'),
    locationId: fc.constantFrom('global', 'europe-west6'),
    projectId,
    keyRingId,
    auditLogging: flag,
    endpointOverride: fc.constantFrom('', 'kms.example:443'),
    retries,
    credentials: fc.oneof(
      fc.constant({ type: 'workload-identity' } as const),
      fc.record({ type: fc.constant('key-file'), path: text }),
    ),
    keyProject: fc.constant({ type: 'same' }),
  });
}

export function driver(id: string): fc.Arbitrary<DriverKms> {
  return fc.record({
    id: fc.constant(id),
    name: maybe(text),
    type: fc.constant('driver'),
    driverName: text,
    jar: text,
    config,
    healthCheckPeriod: maybe(duration(fc.integer({ min: 1, max: 90_000 }))),
    retries,
  });
}

export function kms(id: string, withoutTls: boolean): fc.Arbitrary<Kms> {
  return fc.oneof(aws(id, withoutTls), gcp(id), driver(id));
}

function entries(depth: number): fc.Arbitrary<DriverEntry[]> {
  const entry = fc.record({ key: text, value: driverValue(depth) });
  return fc.uniqueArray(entry, { maxLength: 3, selector: ({ key }) => key });
}

/** A double beyond 64 bits may print without an exponent, and is then no number to HOCON. */
function isNumber(text: string): boolean {
  return DriverNumber.safeParse(text).success;
}

function driverValue(depth: number): fc.Arbitrary<DriverValue> {
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const leaf: fc.Arbitrary<DriverValue> = fc.oneof(
    fc.record({ type: fc.constant('text'), value: text }),
    fc.record({ type: fc.constant('number'), value: number.map((value) => JSON.stringify(value)).filter(isNumber) }),
    fc.record({ type: fc.constant('flag'), value: flag }),
    fc.record({ type: fc.constant('secret'), variable: variableName }),
  );
  if (depth === 0) return leaf;
  return fc.oneof(
    { arbitrary: leaf, weight: 4 },
    {
      arbitrary: fc.record({ type: fc.constant('list'), items: fc.array(driverValue(depth - 1), { maxLength: 3 }) }),
      weight: 1,
    },
    { arbitrary: fc.record({ type: fc.constant('group'), entries: entries(depth - 1) }), weight: 1 },
  );
}
