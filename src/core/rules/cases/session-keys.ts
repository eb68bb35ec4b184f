import { envelope } from '../../plan/defaults';
import type { Plan } from '../../plan/plan';
import { aws, type Case, node, nodes, schemes, sessions } from './case';

const at = 'nodes.0.sessionSigningKeys';
const on = (change: Parameters<typeof sessions>[0] = {}, rest: Partial<Plan> = {}): Plan => ({
  ...nodes(sessions(change)),
  ...rest,
});

export const sessionKeyCases: readonly Case[] = [
  { id: 'session-keys-without-kms', at, raised: nodes({ ...sessions(), custody: envelope('kms1') }), silent: on() },
  {
    id: 'session-keys-need-consent',
    at,
    raised: on({}, { release: '3.4' }),
    silent: on({}, { release: '3.4', nonStandardConfig: true }),
  },
  { id: 'session-keys-protocol-version', at, raised: on(), silent: on({}, { release: '3.3' }) },
  {
    id: 'session-setting-not-in-line',
    at: `${at}.toleranceShiftDuration`,
    raised: on({ toleranceShiftDuration: '2m' }, { release: '3.3' }),
    silent: on({ toleranceShiftDuration: '2m' }),
  },
  {
    id: 'session-duration-format',
    at: `${at}.keyValidityDuration`,
    raised: on({ keyValidityDuration: '5m30s' }),
    silent: on({ keyValidityDuration: '330s' }),
  },
  {
    id: 'session-duration-format',
    at: `${at}.cutOffDuration`,
    raised: on({ cutOffDuration: '1500ms' }, { release: '3.3' }),
    silent: on({ cutOffDuration: '1500ms' }),
  },
  {
    id: 'session-key-validity-too-short',
    at: `${at}.keyValidityDuration`,
    raised: on({ keyValidityDuration: '3m' }),
    silent: on({ keyValidityDuration: '181s' }),
  },
  {
    id: 'session-key-tolerance-too-short',
    at: `${at}.toleranceShiftDuration`,
    raised: on({ toleranceShiftDuration: '1m' }),
    silent: on({ toleranceShiftDuration: '61s' }),
  },
  {
    id: 'session-key-eviction-too-short',
    at: `${at}.keyEvictionPeriod`,
    raised: on({ keyEvictionPeriod: '5m' }),
    silent: on({ keyEvictionPeriod: '5m' }, { release: '3.3' }),
  },
  {
    id: 'session-durations-too-long',
    at: `${at}.cutOffDuration`,
    raised: on({ cutOffDuration: '60000d', disableBoundChecks: true }, { nonStandardConfig: true }),
    silent: on({ cutOffDuration: '50000d', disableBoundChecks: true }, { nonStandardConfig: true }),
  },
  {
    id: 'session-bounds-need-consent',
    at: `${at}.disableBoundChecks`,
    raised: on({ disableBoundChecks: true }),
    silent: on(),
  },
  {
    id: 'session-bounds-unchecked',
    at: `${at}.disableBoundChecks`,
    raised: on({ disableBoundChecks: true }, { nonStandardConfig: true }),
    silent: on(),
  },
  {
    id: 'session-scheme-not-in-line',
    at: `${at}.signingKey`,
    raised: on({ signingKey: 'ml-dsa-65' }),
    silent: on({ signingKey: 'ml-dsa-65' }, { release: '3.6' }),
  },
  {
    id: 'session-scheme-not-allowed',
    at: `${at}.signingAlgorithm`,
    raised: nodes({ ...sessions(), ...schemes({ signingAlgorithms: { default: null, allowed: ['ec-dsa-sha-256'] } }) }),
    silent: nodes({
      ...sessions({ signingAlgorithm: 'ec-dsa-sha-256', signingKey: 'ec-p-256' }),
      ...schemes({ signingAlgorithms: { default: null, allowed: ['ec-dsa-sha-256'] } }),
    }),
  },
  {
    id: 'session-scheme-experimental',
    at: `${at}.signingAlgorithm`,
    raised: aws(
      {},
      { release: '3.6', nodes: [node(sessions({ signingAlgorithm: 'ml-dsa-65', signingKey: 'ml-dsa-65' }))] },
    ),
    silent: aws(
      {},
      {
        release: '3.6',
        enableExperimental: true,
        nodes: [node(sessions({ signingAlgorithm: 'ml-dsa-65', signingKey: 'ml-dsa-65' }))],
      },
    ),
  },
  {
    id: 'session-schemes-do-not-fit',
    at: `${at}.signingKey`,
    raised: on({ signingKey: 'ec-p-256' }),
    silent: on({ signingAlgorithm: 'ec-dsa-sha-256', signingKey: 'ec-p-256' }),
  },
];
