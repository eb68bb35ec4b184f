import fc from 'fast-check';
import type { Release } from '../../../src/core/canton/releases';
import type { SessionSigningKeys } from '../../../src/core/plan/node';
import type { SigningPair } from './schemes';
import { duration, maybe } from './texts';

type On = Extract<SessionSigningKeys, { type: 'on' }>;
type Durations = Pick<On, 'keyValidityDuration' | 'toleranceShiftDuration' | 'cutOffDuration' | 'keyEvictionPeriod'>;

const none: Durations = {
  keyValidityDuration: '',
  toleranceShiftDuration: '',
  cutOffDuration: '',
  keyEvictionPeriod: '',
};
/** How far ahead a message may be timed, which a session key must outlive. */
const offset = 120_000;

export function sessionKeysOn(release: Release, pair: SigningPair | null, unbound: boolean): fc.Arbitrary<On> {
  const bounded = release === '3.5' || release === '3.6';
  const durations = bounded ? (unbound ? free(1) : withinBounds) : free(release === '3.3' ? 1_000 : 1);
  return fc.oneof(fc.constant(none), durations).map((given) => ({
    type: 'on',
    ...given,
    signingAlgorithm: pair?.[0] ?? null,
    signingKey: pair?.[1] ?? null,
    disableBoundChecks: unbound,
  }));
}

/** @param step a line that refuses fractions of a second takes whole ones */
function free(step: number): fc.Arbitrary<Durations> {
  const some = () => maybe(duration(fc.integer({ min: 1, max: 900 }).map((count) => count * step)));
  return fc.record({
    keyValidityDuration: some(),
    toleranceShiftDuration: some(),
    cutOffDuration: some(),
    keyEvictionPeriod: some(),
  });
}

const extra = fc.integer({ min: 1, max: 400_000 });

const withinBounds: fc.Arbitrary<Durations> = fc
  .tuple(fc.nat(300_000), extra, extra, extra)
  .chain(([cutOff, overCutOff, overValidity, overEviction]) => {
    const tolerance = cutOff + overCutOff;
    const validity = Math.max(2 * cutOff, tolerance + cutOff, cutOff + offset) + overValidity;
    return fc.record({
      keyValidityDuration: exactly(validity),
      toleranceShiftDuration: exactly(tolerance),
      cutOffDuration: exactly(cutOff),
      keyEvictionPeriod: exactly(validity + overEviction),
    });
  });

function exactly(milliseconds: number): fc.Arbitrary<string> {
  return duration(fc.constant(milliseconds));
}
