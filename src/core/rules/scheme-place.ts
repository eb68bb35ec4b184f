import type { Node } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import { changeNode } from './change';
import type { Fix } from './finding';
import { type FamilyView, withoutAnswers } from './scheme-view';

/** One family of schemes of one node: what the checks of schemes look at. */
export type Place = {
  readonly plan: Plan;
  readonly node: Node;
  readonly at: Path;
  readonly index: number;
  readonly view: FamilyView;
};

/** What an operator sees of a node that can't start. */
export const stops = 'The node does not start, and the whole process ends with status 117.';

export function onNode({ index }: Place, label: string, change: (node: Node) => Node): Fix {
  return { label, apply: (plan) => changeNode(plan, index, change) };
}

/** The way out that always holds together. */
export function leaveToCanton(place: Place): Fix {
  const { family } = place.view;
  return onNode(place, `Leave ${family} to Canton's defaults`, (node) => withoutAnswers(node, family));
}
