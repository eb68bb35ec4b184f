import { holdsFor } from '../canton/releases';
import { sessionConfigSource } from '../canton/session-keys';
import { code } from '../canton/sources';
import { validationSource } from '../canton/validation-source';
import type { Node } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import type { SessionKeysOn } from '../plan/session-durations';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Fix, Rule } from './finding';
import { boundFindings } from './session-bounds';
import { sessionSchemes } from './session-schemes';

/** Session signing keys: whether they can work on a node, and whether what was said about them holds together. */
export const sessionKeyRule: Rule = (plan) => {
  let first = true;
  return eachNode(plan, (node, at, index) => {
    const keys = node.sessionSigningKeys;
    if (keys.type === 'off') return [];
    const path = `${at}.sessionSigningKeys`;
    if (node.custody.type !== 'external') return [withoutKms(plan, node, path, index)];
    const found = [
      ...(plan.release === '3.4' && !plan.nonStandardConfig ? [needConsent(path)] : []),
      ...(first ? needVersion35(plan, path) : []),
      ...boundFindings(plan, keys, path, index),
      ...sessionSchemes(plan, node, keys, path, index),
      ...notInLine(plan, keys, path),
    ];
    first = false;
    return found;
  });
};

function withoutKms(plan: Plan, node: Node, path: Path, index: number): Finding {
  const off: Fix = {
    label: 'Switch session signing keys off',
    apply: (before) => changeNode(before, index, (old) => ({ ...old, sessionSigningKeys: { type: 'off' } })),
  };
  const says = {
    '3.3': 'Canton refuses them on such a node.',
    '3.4': 'Canton ignores them on such a node, without a word.',
    '3.5': 'Canton refuses them on such a node, unless non-standard settings are allowed.',
    '3.6': 'Canton refuses them on such a node, unless non-standard settings are allowed.',
  } as const;
  return {
    id: 'session-keys-without-kms',
    severity: 'warning',
    path,
    message: 'Session signing keys are left out: the keys of this node are not in a KMS.',
    why: `They save calls to a KMS that signs. ${node.custody.type === 'envelope' ? 'With envelope encryption the node signs by itself already.' : 'This node signs by itself.'} ${says[plan.release]}`,
    source: validationSource(plan.release),
    fix: off,
  };
}

function needConsent(path: Path): Finding {
  return {
    id: 'session-keys-need-consent',
    severity: 'error',
    path,
    message: 'Canton 3.4 takes session signing keys only with non-standard settings allowed.',
    why: 'Without canton.parameters.non-standard-config the whole file is refused while loading. It holds for every node of the process and for other guarded settings too; from 3.5 on session signing keys need no consent.',
    source: validationSource('3.4'),
    log: 'Enabling session signing keys for ... is NOT recommended and requires you to explicitly set canton.parameters.non-standard-config = yes',
    fix: {
      label: 'Allow non-standard settings for the whole process',
      apply: (plan) => ({ ...plan, nonStandardConfig: true }),
    },
  };
}

function needVersion35(plan: Plan, path: Path): Finding[] {
  if (!holdsFor({ since: '3.5' }, plan.release)) return [];
  return [
    {
      id: 'session-keys-protocol-version',
      severity: 'note',
      path,
      message: 'They are used on synchronizers of protocol version 35 or later.',
      why: 'On an older one the node goes on asking the KMS for every signature: nothing fails, and nothing is saved.',
      source: code('root', 'release-notes/3.5.1.md', plan.release),
    },
  ];
}

/** Settings that older lines don't have: they were answered, and reach no file. */
function notInLine(plan: Plan, keys: SessionKeysOn, path: Path): Finding[] {
  if (holdsFor({ since: '3.5' }, plan.release)) return [];
  const given: readonly (readonly [field: string, given: boolean, key: string])[] = [
    ['toleranceShiftDuration', keys.toleranceShiftDuration !== '', 'tolerance-shift-duration'],
    ['disableBoundChecks', keys.disableBoundChecks, 'disable-bound-checks'],
  ];
  return given
    .filter(([, isGiven]) => isGiven)
    .map(([field, , key]) => ({
      id: 'session-setting-not-in-line',
      severity: 'note',
      path: `${path}.${field}`,
      message: `Canton ${plan.release} has no ${key}: it is left out.`,
      why: 'The setting came with 3.5. An older line refuses a file that holds it.',
      source: sessionConfigSource(plan.release),
    }));
}
