import { handshakeSeen, handshakeSource, type Scheme } from '../canton/schemes';
import type { Node } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Rule } from './finding';
import {
  allowing,
  defaultsOf,
  everything,
  type Family,
  families,
  fits,
  logSet,
  modelOf,
  type Side,
  viewOf,
  withSide,
} from './scheme-view';
import { familyFindings } from './schemes';

/**
 * Whether the nodes of a plan can be on one synchronizer. What its first sequencer allows becomes required of everybody:
 * a node must allow all of it, and use nothing else by default.
 */
export const interoperabilityRule: Rule = (plan) => {
  const restricted = plan.nodes.some((node) => families.some((family) => restricts(node, family)));
  // Without a list anywhere everybody accepts everybody, which is how most plans are.
  if (!restricted || plan.nodes.length < 2) return [];
  const sequencer = plan.nodes.findIndex(({ kind }) => kind === 'sequencer');
  // Lists that don't hold together by themselves are mended first.
  const whole = families.filter(
    (family) => !plan.nodes.some((node) => isBroken(familyFindings(plan, node, family, '', 0))),
  );
  const found = whole.flatMap((family) => {
    const used = usedDefaults(plan, family);
    return eachNode(plan, (node, at, index) => {
      if (!restricts(node, family)) return [];
      const { algorithms, keys } = viewOf(plan, node, family);
      const place = { plan, at: `${at}.schemes`, index, family };
      return node.kind === 'sequencer'
        ? [...asRequired(place, algorithms, used.algorithms), ...asRequired(place, keys, used.keys)]
        : [...against(place, algorithms, sequencer, used.algorithms), ...against(place, keys, sequencer, used.keys)];
    });
  });
  return found.length > 0 || whole.length < families.length ? found : becomesRequired(plan, sequencer);
};

/** Said once, at the first list of the first sequencer, while nobody is shut out yet. */
function becomesRequired(plan: Plan, sequencer: number): Finding[] {
  const node = plan.nodes[sequencer];
  if (node === undefined) return [];
  const lists = families.flatMap((family) => {
    const { algorithms, keys } = viewOf(plan, node, family);
    return [algorithms, keys].filter(({ allowed }) => allowed.length > 0);
  });
  return lists.slice(0, 1).map(({ field }) => ({
    id: 'sequencer-list-is-required',
    severity: 'note',
    path: `nodes.${sequencer}.schemes.${field}.allowed`,
    message: 'What this sequencer allows, every node of its synchronizer must allow too.',
    why: 'Unless something else is said when the synchronizer is made, the lists of its first sequencer are fixed then: nodes with less on theirs, or with a default that is not on these, cannot connect.',
    source: handshakeSource(plan.release),
  }));
}

type Place = { readonly plan: Plan; readonly at: Path; readonly index: number; readonly family: Family };
type Users = ReadonlyMap<Scheme, string>;

function restricts(node: Node, family: Family): boolean {
  return family === 'signing'
    ? node.schemes.signingAlgorithms.allowed.length > 0 || node.schemes.signingKeys.allowed.length > 0
    : node.schemes.encryptionAlgorithms.allowed.length > 0 || node.schemes.encryptionKeys.allowed.length > 0;
}

function isBroken(found: readonly Finding[]): boolean {
  return found.some(({ severity }) => severity === 'error');
}

/** Every scheme that some node uses by default, with the name of the first such node. */
function usedDefaults(plan: Plan, family: Family): { readonly algorithms: Users; readonly keys: Users } {
  const algorithms = new Map<Scheme, string>();
  const keys = new Map<Scheme, string>();
  const model = modelOf(plan);
  const known = everything(`${family}.algorithms`, plan);
  for (const node of plan.nodes) {
    const { algorithm, key } = defaultsOf(plan, node, family, model);
    if (!fits(algorithm, key) || !known.includes(algorithm)) continue;
    if (!algorithms.has(algorithm)) algorithms.set(algorithm, node.name);
    if (!keys.has(key)) keys.set(key, node.name);
  }
  return { algorithms, keys };
}

/** A sequencer's list: becomes what is required, so a default of another node that is missing on it is shut out. */
function asRequired({ at, index, family }: Place, side: Side, users: Users): Finding[] {
  if (side.allowed.length === 0) return [];
  const path = `${at}.${side.field}.allowed`;
  const missing = [...users].filter(([scheme]) => !side.allowed.includes(scheme) && scheme !== side.default);
  const [scheme, user] = missing[0] ?? [];
  if (scheme === undefined) return [];
  const more = missing.map(([each]) => each);
  return [
    {
      id: 'sequencer-shuts-out',
      severity: 'warning',
      path,
      message: `${user} can't connect: it uses ${scheme}, which is not on the list of this sequencer.`,
      why: 'What the first sequencer of a synchronizer allows is required of everybody, and a node whose default is anything else is refused when it connects.',
      source: handshakeSeen,
      log: 'SYNCHRONIZER_CRYPTO_HANDSHAKE_FAILED',
      fix: {
        label: `Allow ${more.join(', ')} too`,
        apply: (before) => changeNode(before, index, (node) => widened(before, node, family)),
      },
    },
  ];
}

/** Adds the defaults of all nodes, algorithms with their keys, so that the two lists go on holding together. */
function widened(plan: Plan, node: Node, family: Family): Node {
  const used = usedDefaults(plan, family);
  return allowing(node, viewOf(plan, node, family), {
    algorithms: [...used.algorithms.keys()],
    keys: [...used.keys.keys()],
  });
}

/** Another node's list: must hold what the sequencer requires; without a sequencer in the plan, what the others use. */
function against({ plan, at, index, family }: Place, side: Side, sequencer: number, users: Users): Finding[] {
  if (side.allowed.length === 0) return [];
  const first = plan.nodes[sequencer];
  const required = first === undefined ? [...users.keys()] : requiredBy(plan, first, family, side);
  // A list without the node's own default is an error by itself.
  const missing = required.filter((scheme) => !side.allowed.includes(scheme) && scheme !== side.default);
  const [scheme] = missing;
  if (scheme === undefined) return [];
  const who = first === undefined ? (users.get(scheme) ?? '') : first.name;
  return [
    {
      id: 'schemes-shut-out',
      severity: 'warning',
      path: `${at}.${side.field}.allowed`,
      message:
        first === undefined
          ? `${who} uses ${scheme}, which this node does not accept.`
          : `${who} allows ${missing.join(', ')} and so requires it; this node does not accept it.`,
      why: 'A synchronizer requires what its first sequencer allows, unless something else is said when it is made. A node that accepts less is refused when it connects.',
      source: handshakeSeen,
      log: `SYNCHRONIZER_CRYPTO_HANDSHAKE_FAILED ... Required schemes ${logSet(required)} are not supported/allowed (${logSet(side.allowed)})`,
      fix: {
        label: first === undefined ? 'Accept what the others use' : `Accept what ${who} allows`,
        apply: (before) =>
          changeNode(before, index, (node) =>
            first === undefined ? widened(before, node, family) : like(before, node, first, family),
          ),
      },
    },
  ];
}

function requiredBy(plan: Plan, sequencer: Node, family: Family, side: Side): readonly Scheme[] {
  const view = viewOf(plan, sequencer, family);
  const other = view.algorithms.kind === side.kind ? view.algorithms : view.keys;
  return other.allowed.length > 0 ? other.allowed : everything(side.kind, plan);
}

/** Both lists of a family widened to those of another node, which may have none. */
function like(plan: Plan, node: Node, model: Node, family: Family): Node {
  const [own, other] = [viewOf(plan, node, family), viewOf(plan, model, family)];
  const side = (before: Node, mine: Side, theirs: Side): Node =>
    mine.allowed.length === 0
      ? before
      : withSide(before, mine.field, {
          default: before.schemes[mine.field].default,
          allowed: theirs.allowed.length === 0 ? [] : [...mine.allowed, ...theirs.allowed],
        });
  return side(side(node, own.algorithms, other.algorithms), own.keys, other.keys);
}
