import { loggedAs } from '../../../canton/schemes';
import { validationSource } from '../../../canton/validation-source';
import type { Check } from './check';
import { keysOf, pairs, setOf, written } from './node-schemes';

/**
 * From 3.4, what is written about schemes must fit together while loading: a default among the allowed, and no allowed
 * kind of key or algorithm without a counterpart among the allowed.
 */
export const allowedSchemes: Check = {
  source: validationSource,
  look: (node, { release, refuse }) => {
    if (release === '3.3') return;
    for (const pair of pairs) {
      const keys = written(node, `${pair}.keys`, release);
      const algorithms = written(node, `${pair}.algorithms`, release);

      if (algorithms.default && algorithms.allowed && !algorithms.allowed.includes(algorithms.default)) {
        refuse(
          `crypto.${pair}.algorithms.default`,
          `The selected ${pair} algorithm specification, ${loggedAs(algorithms.default)}, is not supported. Supported algorithms: ${setOf(algorithms.allowed)}.`,
        );
      }
      if (keys.default && keys.allowed && !keys.allowed.includes(keys.default)) {
        refuse(
          `crypto.${pair}.keys.default`,
          `The selected ${pair} key specification, ${loggedAs(keys.default)}, is not supported. Supported keys: ${setOf(keys.allowed)}.`,
        );
      }
      if (keys.allowed === undefined || algorithms.allowed === undefined) continue;
      const allowedKeys: readonly string[] = keys.allowed;
      const usable = keysOf(algorithms.allowed);
      if (keys.allowed.some((key) => !usable.includes(key))) {
        refuse(
          `crypto.${pair}.keys.allowed`,
          `The allowed ${pair} key specifications (${setOf(keys.allowed)}) are not all supported by the allowed ${pair} algorithms. Supported keys for those algorithms are: ${setOf(usable)}.`,
        );
      }
      for (const algorithm of algorithms.allowed) {
        if (keysOf([algorithm]).some((key) => allowedKeys.includes(key))) continue;
        refuse(
          `crypto.${pair}.algorithms.allowed`,
          `The ${pair} algorithm specification ${loggedAs(algorithm)} does not include any key specification supported by this node. Supported key specifications: ${setOf(keys.allowed)}.`,
        );
      }
    }
  },
};
