import { sessionSigningKeysAt } from '../../../canton/keys';
import { loggedAs, type Scheme, schemesOf } from '../../../canton/schemes';
import { code, type Source } from '../../../canton/sources';
import { flagAt, kindOf, textAt } from '../values';
import type { Check } from './check';
import { effectiveAllowed, providerOf, setOf } from './node-schemes';
import { refusedSchemes } from './start-schemes';

export const sessionKeysSource: Source = code('appConfig', 'ConfigValidations.scala');

/** Who may switch session signing keys on. */
export const sessionKeysNeedKms: Check = (node, { release, process, refuse }) => {
  const at = sessionSigningKeysAt(release);
  if (!flagAt(node.values, `${at}.enabled`, release)) return;
  const provider = providerOf(node, release);
  if (release === '3.3' && provider === 'jce') {
    refuse(at, `Session signing keys should not be enabled with the JCE crypto provider on node ${node.name}`);
  }
  if (process.nonStandardConfig) return;
  if (release === '3.4') {
    refuse(
      at,
      `Enabling session signing keys for ${kindOf[node.section]} ${node.name} is NOT recommended and requires you to explicitly set canton.parameters.non-standard-config = yes`,
    );
  }
  if ((release === '3.5' || release === '3.6') && (provider === 'jce' || !node.values.has('crypto.kms'))) {
    refuse(
      at,
      'Session signing keys should only be enabled when using a KMS provider. Without one they take `non-standard-config = true`.',
    );
  }
};

/**
 * The schemes of session keys must be among those the node allows. 3.4 looks at every node whose provider is a KMS,
 * even where session keys are off; 3.3 and 3.4 take a node whose schemes don't hold together as allowing nothing.
 */
export const sessionKeySchemes: Check = (node, context) => {
  const { release, refuse, process } = context;
  const at = sessionSigningKeysAt(release);
  const enabled = flagAt(node.values, `${at}.enabled`, release);
  const withKms = providerOf(node, release) === 'kms' && (release === '3.3' || node.values.has('crypto.kms'));
  const old = release === '3.3' || release === '3.4';
  const looks = release === '3.4' ? withKms : enabled && (withKms || (!old && process.nonStandardConfig));
  if (!looks) return;
  const allowsNothing = old && refusedSchemes(node, release) !== undefined;
  for (const { key, kind, what } of specs) {
    const chosen = textAt(node.values, `${at}.${key}`, release);
    const scheme = schemesOf[kind].find((name) => name === chosen);
    const allowed: readonly Scheme[] = allowsNothing ? [] : effectiveAllowed(node, kind, release);
    if (scheme === undefined || allowed.includes(scheme)) continue;
    refuse(
      `${at}.${key}`,
      `The selected signing ${what} specification, ${loggedAs(scheme)}, for session signing keys is not supported. Supported ${what}s: ${setOf(allowed)}.`,
    );
    if (old) return;
  }
};

const specs = [
  { key: 'signing-algorithm-spec', kind: 'signing.algorithms', what: 'algorithm' },
  { key: 'signing-key-spec', kind: 'signing.keys', what: 'key' },
] as const;
