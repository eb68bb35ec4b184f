import type { Release } from '../canton/releases';
import {
  defaultScheme,
  isExperimental,
  isKnown,
  type KmsType,
  keysOfAlgorithm,
  loggedAs,
  type Scheme,
  type SchemeKind,
  schemesOf,
  supportedByKms,
} from '../canton/schemes';
import { type Node, Schemes } from '../plan/node';
import { kmsOf, type Plan } from '../plan/plan';

/** A node's schemes as Canton will hold them, and the changes that fixes are made of. */

export type SchemeField = keyof Schemes;

/** What belongs together: an algorithm works with some kinds of keys only. */
export type Family = 'signing' | 'encryption';
export const families = ['signing', 'encryption'] as const;

const sides = {
  signing: { algorithms: 'signingAlgorithms', keys: 'signingKeys' },
  encryption: { algorithms: 'encryptionAlgorithms', keys: 'encryptionKeys' },
} as const satisfies Record<Family, { algorithms: SchemeField; keys: SchemeField }>;

/** One choice of a node, as its file will say it: what the line doesn't know is left out there. */
export type Side = {
  readonly kind: SchemeKind;
  readonly field: SchemeField;
  /** As answered, unknown names included. */
  readonly answered: { readonly default: Scheme | null; readonly allowed: readonly Scheme[] };
  /** The default that holds: the chosen one, else Canton's. */
  readonly default: Scheme;
  readonly chosen: boolean;
  /** Empty: everything is allowed. */
  readonly allowed: readonly Scheme[];
  /** What the KMS can hold private keys of; everything for a node whose keys aren't in one. */
  readonly inKms: readonly Scheme[];
};

export type FamilyView = { readonly family: Family; readonly algorithms: Side; readonly keys: Side };

/** Whether a node says anything about a family; most nodes don't. */
export function isTouched(node: Node, family: Family): boolean {
  const { algorithms, keys } = sides[family];
  return isAnswered(node.schemes[algorithms]) || isAnswered(node.schemes[keys]);
}

function isAnswered(answer: Answered): boolean {
  return answer.default !== null || answer.allowed.length > 0;
}

/** A view holds as long as the node, the line and the KMS's type do; there may be thousands, asked for at each keystroke. */
const known = new WeakMap<
  Node,
  { release: Release; kms: KmsType | undefined; views: Partial<Record<Family, FamilyView>> }
>();

export function viewOf(plan: Plan, node: Node, family: Family): FamilyView {
  const kms = node.custody.type === 'external' ? kmsOf(plan, node)?.type : undefined;
  const before = known.get(node);
  const entry =
    before?.release === plan.release && before.kms === kms ? before : { release: plan.release, kms, views: {} };
  if (entry !== before) known.set(node, entry);
  const view = entry.views[family] ?? lookAt(node, family, plan.release, kms);
  entry.views[family] = view;
  return view;
}

function lookAt(node: Node, family: Family, release: Release, kms: KmsType | undefined): FamilyView {
  const provider = node.custody.type === 'external' ? 'kms' : 'jce';
  const side = (part: 'algorithms' | 'keys'): Side => {
    const kind: SchemeKind = `${family}.${part}`;
    const field = sides[family][part];
    const { default: answer, allowed } = node.schemes[field];
    const chosen = answer !== null && isKnown(answer, release) ? answer : undefined;
    return {
      kind,
      field,
      answered: node.schemes[field],
      default: chosen ?? defaultScheme(kind, provider, release),
      chosen: chosen !== undefined,
      allowed: allowed.filter((scheme) => isKnown(scheme, release)),
      inKms: canHold(kind, kms, release),
    };
  };
  return { family, algorithms: side('algorithms'), keys: side('keys') };
}

function canHold(kind: SchemeKind, kms: KmsType | undefined, release: Release): readonly Scheme[] {
  return kms === undefined ? schemesOf[kind] : supportedByKms(kind, kms, release);
}

/** The node whose defaults one without a KMS takes on when it says nothing itself. */
export function modelOf(plan: Plan): Node | undefined {
  return plan.nodes.find(({ custody }) => custody.type === 'external');
}

/** The defaults that hold on a node. */
export function defaultsOf(
  plan: Plan,
  node: Node,
  family: Family,
  model: Node | undefined,
): { readonly algorithm: Scheme; readonly key: Scheme } {
  const taken = node.custody.type === 'none' && !isTouched(node, family) ? model : undefined;
  const { algorithms, keys } = viewOf(plan, taken ?? node, family);
  return { algorithm: algorithms.default, key: keys.default };
}

/** What a node accepts of a kind, with nothing restricted: everything the line knows and has switched on. */
export function everything(kind: SchemeKind, plan: Plan): readonly Scheme[] {
  const all: readonly Scheme[] = schemesOf[kind];
  return all.filter((scheme) => isKnown(scheme, plan.release) && (!isExperimental(scheme) || plan.enableExperimental));
}

const keysByAlgorithm: ReadonlyMap<string, readonly Scheme[]> = new Map(Object.entries(keysOfAlgorithm));

/** The kinds of keys that algorithms work with. */
export function keysFor(algorithms: readonly Scheme[]): readonly Scheme[] {
  return algorithms.flatMap((algorithm) => keysByAlgorithm.get(algorithm) ?? []);
}

/** The algorithms of a line that a kind of key works with. */
export function algorithmsFor(key: Scheme, kind: SchemeKind, release: Release): readonly Scheme[] {
  const all: readonly Scheme[] = schemesOf[kind];
  return all.filter((algorithm) => isKnown(algorithm, release) && keysFor([algorithm]).includes(key));
}

export function fits(algorithm: Scheme, key: Scheme): boolean {
  return keysFor([algorithm]).includes(key);
}

/** A set as Canton's log prints it. */
export function logSet(schemes: readonly Scheme[]): string {
  return `Set(${schemes.map(loggedAs).join(', ')})`;
}

type Answered = { readonly default: Scheme | null; readonly allowed: readonly Scheme[] };

/** The node with another answer to one choice; the list keeps Canton's order. */
export function withSide(node: Node, field: SchemeField, answer: Answered): Node {
  const kind = kinds[field];
  const all: readonly Scheme[] = schemesOf[kind];
  const allowed = all.filter((scheme) => answer.allowed.includes(scheme));
  return { ...node, schemes: Schemes.parse({ ...node.schemes, [field]: { default: answer.default, allowed } }) };
}

const kinds = {
  signingAlgorithms: 'signing.algorithms',
  signingKeys: 'signing.keys',
  encryptionAlgorithms: 'encryption.algorithms',
  encryptionKeys: 'encryption.keys',
} as const satisfies Record<SchemeField, SchemeKind>;

/** Leaves a whole family to Canton: its defaults, and nothing restricted. What comes out always holds together. */
export function withoutAnswers(node: Node, family: Family): Node {
  const { algorithms, keys } = sides[family];
  return withSide(withSide(node, algorithms, { default: null, allowed: [] }), keys, { default: null, allowed: [] });
}

/**
 * Adds schemes to what is allowed. A side on which everything is allowed stays so; a list of nothing but names that the
 * line doesn't know allows everything too.
 */
export function allowing(
  node: Node,
  { algorithms, keys }: FamilyView,
  more: { readonly algorithms: readonly Scheme[]; readonly keys: readonly Scheme[] },
): Node {
  const add = (before: Node, side: Side, schemes: readonly Scheme[]): Node =>
    side.allowed.length === 0
      ? before
      : withSide(before, side.field, {
          default: before.schemes[side.field].default,
          allowed: [...before.schemes[side.field].allowed, ...schemes],
        });
  return add(add(node, algorithms, more.algorithms), keys, more.keys);
}
