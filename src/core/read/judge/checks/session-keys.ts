import { sessionSigningKeysAt } from '../../../canton/keys';
import { isKnown, loggedAs, type Scheme, schemesOf } from '../../../canton/schemes';
import { validationSource } from '../../../canton/validation-source';
import { flagAt, kindOf, textAt } from '../values';
import type { Check } from './check';
import { providerOf, setOf, written } from './node-schemes';
import { refusedSchemes } from './start-schemes';

/** Who may switch session signing keys on. */
export const sessionKeysNeedKms: Check = {
  source: validationSource,
  look: (node, { release, process, refuse }) => {
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
        'Session signing keys should only be enabled when using a KMS provider, unless canton.parameters.non-standard-config = yes.',
      );
    }
  },
};

/**
 * The schemes of session keys must be among those the node allows. 3.3 and 3.4 take a node whose schemes don't hold
 * together as allowing nothing.
 */
export const sessionKeySchemes: Check = {
  source: validationSource,
  look: (node, { release, refuse, process }) => {
    const at = sessionSigningKeysAt(release);
    if (!flagAt(node.values, `${at}.enabled`, release)) return;
    const old = release === '3.3' || release === '3.4';
    const withKms = providerOf(node, release) === 'kms' && (release === '3.3' || node.values.has('crypto.kms'));
    if (!withKms && (old || !process.nonStandardConfig)) return;
    const allowsNothing = old && refusedSchemes(node, release) !== undefined;
    for (const { key, kind, what } of specs) {
      const chosen = textAt(node.values, `${at}.${key}`, release);
      const scheme = schemesOf[kind].find((name) => name === chosen);
      // Experimental schemes count in here, switched on or not.
      const known: readonly Scheme[] = schemesOf[kind].filter((name) => isKnown(name, release));
      const allowed: readonly Scheme[] = allowsNothing ? [] : (written(node, kind, release).allowed ?? known);
      if (scheme === undefined || allowed.includes(scheme)) continue;
      refuse(
        `${at}.${key}`,
        `The selected signing ${what} specification, ${loggedAs(scheme)}, for session signing keys is not supported. Supported ${what}s: ${setOf(allowed)}.`,
      );
      if (old) return;
    }
  },
};

const specs = [
  { key: 'signing-algorithm-spec', kind: 'signing.algorithms', what: 'algorithm' },
  { key: 'signing-key-spec', kind: 'signing.keys', what: 'key' },
] as const;
