import { isExperimental, isKnown, loggedAs } from '../canton/schemes';
import { code } from '../canton/sources';
import type { Finding } from './finding';
import { leaveToCanton, onNode, type Place, stops } from './scheme-place';
import { logSet, type Side, withSide } from './scheme-view';

/** Names that the line can't read are left out of the file: what was chosen would not hold. */
export function unknownSchemes(place: Place, side: Side): Finding[] {
  const { release } = place.plan;
  const { default: answer, allowed } = side.answered;
  const gone = allowed.filter((scheme) => !isKnown(scheme, release));
  const source = code('config', 'CryptoProvider.scala', release);
  const found: Finding[] = [];
  if (answer !== null && !isKnown(answer, release)) {
    found.push({
      id: 'scheme-not-in-line',
      severity: 'error',
      path: `${place.at}.${side.field}.default`,
      message: `Canton ${release} has no ${answer}.`,
      why: `It cannot stand in the file, and the node would use ${side.default} instead.`,
      source,
      fix: onNode(place, `Use Canton's default, ${side.default}`, (node) =>
        withSide(node, side.field, { ...node.schemes[side.field], default: null }),
      ),
    });
  }
  if (gone.length > 0) {
    const all = side.allowed.length === 0;
    found.push({
      id: 'allowed-scheme-not-in-line',
      severity: all ? 'error' : 'warning',
      path: `${place.at}.${side.field}.allowed`,
      message: `Canton ${release} has no ${gone.join(', ')}.`,
      why: all
        ? 'Nothing of this list can stand in the file, and the node would accept everything.'
        : 'It is left out of the file; the rest of the list holds.',
      source,
      fix: onNode(place, all ? 'Allow everything' : 'Take it off the list', (node) =>
        withSide(node, side.field, { ...node.schemes[side.field], allowed: side.allowed }),
      ),
    });
  }
  return found;
}

/** Experimental schemes without consent: everything else about the family can wait. */
export function experimentalSchemes(place: Place): Finding[] | undefined {
  const { plan, at, view } = place;
  if (plan.enableExperimental) return undefined;
  const found = [view.algorithms, view.keys].flatMap((side): Finding[] => {
    const listed = side.allowed.some(isExperimental);
    if (!listed && !isExperimental(side.default)) return [];
    const scheme = [...side.allowed, side.default].find(isExperimental) ?? side.default;
    return [
      {
        id: 'scheme-experimental',
        severity: 'error',
        path: `${at}.${side.field}.${listed ? 'allowed' : 'default'}`,
        message: `${scheme} works only where experimental schemes are switched on.`,
        why: `${stops} Switched on, they must be so on every node of the synchronizer.`,
        source: code('crypto', 'CryptoSchemes.scala', '3.6'),
        log: listed
          ? `Allowed schemes ${logSet([scheme])} are not supported`
          : `Scheme ${loggedAs(scheme)} is not allowed`,
        fix: leaveToCanton(place),
      },
    ];
  });
  return found.length === 0 ? undefined : found;
}
