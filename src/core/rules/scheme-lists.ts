import { loggedAs } from '../canton/schemes';
import { validationSource } from '../canton/validation-source';
import type { Finding } from './finding';
import { onNode, type Place } from './scheme-place';
import { algorithmsFor, allowing, fits, keysFor, logSet } from './scheme-view';

/** From 3.4, and only where both lists are given: nothing on the one without a counterpart on the other. */
export function schemeLists(place: Place): Finding[] {
  const { plan, at, view } = place;
  const { algorithms, keys, family } = view;
  if (plan.release === '3.3' || algorithms.allowed.length === 0 || keys.allowed.length === 0) return [];
  const usable = keysFor(algorithms.allowed);
  const alone = keys.allowed.filter((key) => !usable.includes(key));
  const idle = algorithms.allowed.filter((algorithm) => !keys.allowed.some((key) => fits(algorithm, key)));
  const why = 'Canton refuses the whole file while loading.';
  const source = validationSource(plan.release);
  const found: Finding[] = [];
  if (alone.length > 0) {
    const more = alone.flatMap((key) => algorithmsFor(key, algorithms.kind, plan.release).slice(0, 1));
    found.push({
      id: 'allowed-key-without-algorithm',
      severity: 'error',
      path: `${at}.${keys.field}.allowed`,
      message: `No allowed algorithm can use ${alone.join(', ')}.`,
      why,
      source,
      log: `The allowed ${family} key specifications (${logSet(keys.allowed)}) are not all supported by the allowed ${family} algorithms. Supported keys for those algorithms are: ${logSet(usable)}.`,
      fix: onNode(place, `Allow ${more.join(', ')} too`, (node) =>
        allowing(node, view, { algorithms: more, keys: [] }),
      ),
    });
  }
  if (idle.length > 0) {
    const more = idle.flatMap((algorithm) => keysFor([algorithm]).slice(0, 1));
    found.push({
      id: 'allowed-algorithm-without-key',
      severity: 'error',
      path: `${at}.${algorithms.field}.allowed`,
      message: `No allowed kind of key works with ${idle.join(', ')}.`,
      why,
      source,
      log: `The ${family} algorithm specification ${idle.map(loggedAs)[0] ?? ''} does not include any key specification supported by this node. Supported key specifications: ${logSet(keys.allowed)}.`,
      fix: onNode(place, `Allow ${more.join(', ')} too`, (node) =>
        allowing(node, view, { algorithms: [], keys: more }),
      ),
    });
  }
  return found;
}
