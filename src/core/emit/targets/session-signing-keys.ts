import { sessionSigningKeysAt } from '../../canton/keys';
import type { Node } from '../../plan/node';
import type { Member } from '../hocon/tree';
import type { Settings } from '../settings';
import { setting } from './setting';

/** The keys of the section, wherever the line has it; empty where the node needs none. */
export function sessionSigningKeys(settings: Settings, node: Node, path: string): readonly Member[] {
  // Only a node whose keys are in a KMS has anything to gain from them.
  if (node.custody.type !== 'external') return [];
  const at = sessionSigningKeysAt(settings.release);
  const given = node.sessionSigningKeys;
  const from = `${path}.sessionSigningKeys`;
  if (given.type === 'off') {
    return settings.explicitDefaults ? setting(settings, `${at}.enabled`, 'enabled', false, `${from}.type`) : [];
  }
  const answers = [
    ['key-validity-duration', given.keyValidityDuration, 'keyValidityDuration'],
    ['tolerance-shift-duration', given.toleranceShiftDuration, 'toleranceShiftDuration'],
    ['cut-off-duration', given.cutOffDuration, 'cutOffDuration'],
    ['key-eviction-period', given.keyEvictionPeriod, 'keyEvictionPeriod'],
    ['signing-algorithm-spec', given.signingAlgorithm, 'signingAlgorithm'],
    ['signing-key-spec', given.signingKey, 'signingKey'],
    ['disable-bound-checks', given.disableBoundChecks, 'disableBoundChecks'],
  ] as const;
  return [
    ...setting(settings, `${at}.enabled`, 'enabled', true, `${from}.type`),
    ...answers.flatMap(([name, answer, field]) => setting(settings, `${at}.${name}`, name, answer, `${from}.${field}`)),
  ];
}
