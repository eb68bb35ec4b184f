import type { Node } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import { defaultSchemes } from './scheme-defaults';
import { schemeLists } from './scheme-lists';
import { experimentalSchemes, unknownSchemes } from './scheme-names';
import type { Place } from './scheme-place';
import { type Family, families, isTouched, viewOf } from './scheme-view';

/** Whether a node's schemes hold together, and whether the KMS can do them. */
export const schemeRule: Rule = (plan) =>
  eachNode(plan, (node, at, index) => families.flatMap((family) => familyFindings(plan, node, family, at, index)));

/** What is wrong with one family of schemes of a node, looked at by itself. */
export function familyFindings(plan: Plan, node: Node, family: Family, at: Path, index: number): readonly Finding[] {
  if (!isTouched(node, family)) return [];
  const view = viewOf(plan, node, family);
  const place: Place = { plan, node, at: `${at}.schemes`, index, view };
  return [
    ...unknownSchemes(place, view.algorithms),
    ...unknownSchemes(place, view.keys),
    ...(experimentalSchemes(place) ?? [...defaultSchemes(place), ...schemeLists(place)]),
  ];
}
