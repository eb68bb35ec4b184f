import { isExperimental, keysOfAlgorithmSource, loggedAs, type Scheme, schemesOf } from '../canton/schemes';
import { holdableSpecs } from '../plan/holdable';
import { kmsOf, type Plan } from '../plan/plan';
import { newKeyOf } from '../plan/replacing';
import type { ObservedKey } from '../plan/task';
import { changeNode } from './change';
import type { Finding } from './finding';
import type { Pair } from './migration-pairs';
import { algorithmsFor, allowing, type Family, families, type Side, viewOf } from './scheme-view';

/** Whether the new node may use the kinds of keys that are imported for it, where it has lists of what is allowed. */
export function importedFindings(plan: Plan, { next, seen }: Pair): readonly Finding[] {
  if (next === undefined || seen === undefined) return [];
  const { node, index } = next;
  const kms = kmsOf(plan, node);
  if (kms === undefined) return [];
  const held = new Set(holdableSpecs(kms.type, plan.release));
  const coming = seen.observed.keys.filter(({ mapped, root, spec }) => (mapped || root) && spec !== '');
  return families.flatMap((family) => {
    const view = viewOf(plan, node, family);
    const keys = coming.filter(({ purpose }) => purpose === family).flatMap((key) => comesAs(key, held));
    const algorithms = keys.flatMap((key) => algorithmsFor(key, `${family}.algorithms`, plan.release).slice(0, 1));
    const refused = [missing(view.keys, keys), missing(view.algorithms, algorithms)].flat();
    const [first] = refused;
    if (first === undefined) return [];
    return [notAllowed(index, node.name, first, family, { keys, algorithms })];
  });
}

/** The kind in which a key comes: one that the KMS can't hold is replaced before. An unheld root closes the way itself. */
function comesAs({ purpose, root, spec }: ObservedKey, held: ReadonlySet<string>): readonly Scheme[] {
  if (!held.has(`${purpose} ${spec}`)) return root ? [] : [newKeyOf(purpose)];
  const all: readonly Scheme[] = schemesOf[`${purpose}.keys`];
  return all.filter((key) => loggedAs(key) === spec && !isExperimental(key)).slice(0, 1);
}

type Refused = { readonly side: Side; readonly scheme: Scheme };

function missing(side: Side, schemes: readonly Scheme[]): readonly Refused[] {
  if (side.allowed.length === 0) return [];
  return schemes.filter((scheme) => !side.allowed.includes(scheme)).map((scheme) => ({ side, scheme }));
}

function notAllowed(
  index: number,
  name: string,
  { side, scheme }: Refused,
  family: Family,
  more: { readonly keys: readonly Scheme[]; readonly algorithms: readonly Scheme[] },
): Finding {
  return {
    id: 'migration-imported-not-allowed',
    severity: 'error',
    path: `nodes.${index}.schemes.${side.field}.allowed`,
    message: `A key that is imported for ${name} needs ${scheme}, which is not on this list.`,
    why: 'The node refuses a key of a kind that it does not allow when the script registers it, and can’t use one whose algorithm it does not allow.',
    source: keysOfAlgorithmSource,
    fix: {
      label: 'Allow what the imported keys need',
      apply: (before) =>
        changeNode(before, index, (node) =>
          allowing(node, viewOf(before, node, family), { keys: more.keys, algorithms: more.algorithms }),
        ),
    },
  };
}
