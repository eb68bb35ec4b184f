import { isExperimental, isKnown, loggedAs, type Scheme, schemesOf } from '../canton/schemes';
import { sessionConfigSource } from '../canton/session-keys';
import { code, concluded } from '../canton/sources';
import { type Node, SessionSigningKeys } from '../plan/node';
import type { Path, Plan } from '../plan/plan';
import type { SessionKeysOn } from '../plan/session-durations';
import { changeNode } from './change';
import type { Finding, Fix } from './finding';
import { fits, isTouched, keysFor, logSet, viewOf } from './scheme-view';

/** What session keys are made of when nothing is said. */
const standard = { signingAlgorithm: 'ed-25519', signingKey: 'ec-curve-25519' } as const;

const parts = [
  { field: 'signingAlgorithm', side: 'algorithms', what: 'algorithm' },
  { field: 'signingKey', side: 'keys', what: 'key' },
] as const;

/** The schemes of session keys must be ones that the line knows and the node allows, and must go together. */
export function sessionSchemes(plan: Plan, node: Node, keys: SessionKeysOn, path: Path, index: number): Finding[] {
  const { release } = plan;
  // Nothing said on either side: Canton's own choice is allowed everywhere.
  if (keys.signingAlgorithm === null && keys.signingKey === null && !isTouched(node, 'signing')) return [];
  const view = viewOf(plan, node, 'signing');
  const chosen = (field: 'signingAlgorithm' | 'signingKey'): Scheme => {
    const answer = keys[field];
    return answer !== null && isKnown(answer, release) ? answer : standard[field];
  };
  const allowedOn = (side: 'algorithms' | 'keys'): readonly Scheme[] =>
    view[side].allowed.length > 0
      ? view[side].allowed
      : schemesOf[view[side].kind].filter((each) => isKnown(each, release));
  const pair = pairAmong(allowedOn('algorithms'), allowedOn('keys'), view.algorithms.default, view.keys.default);
  const fix = pair === undefined ? {} : { fix: using(pair, index) };

  const found = parts.flatMap(({ field, side, what }): Finding[] => {
    const answer = keys[field];
    const scheme = chosen(field);
    if (answer !== null && !isKnown(answer, release)) {
      return [
        {
          id: 'session-scheme-not-in-line',
          severity: 'error',
          path: `${path}.${field}`,
          message: `Canton ${release} has no ${answer}.`,
          why: `It cannot stand in the file, and session keys would be made with ${standard[field]} instead.`,
          source: sessionConfigSource(release),
          ...fix,
        },
      ];
    }
    if (allowedOn(side).includes(scheme)) return [];
    return [
      {
        id: 'session-scheme-not-allowed',
        severity: 'error',
        path: `${path}.${field}`,
        message: `Session keys would use ${scheme}, which this node does not allow.`,
        why: 'What session keys are made with must be among the allowed schemes of the node. Canton refuses the whole file while loading.',
        source: sessionConfigSource(release),
        log: `The selected signing ${what} specification, ${loggedAs(scheme)}, for session signing keys is not supported. Supported ${what}s: ${logSet(allowedOn(side))}.`,
        ...fix,
      },
    ];
  });
  if (found.length > 0) return found;
  const [algorithm, key] = [chosen('signingAlgorithm'), chosen('signingKey')];
  if (isExperimental(algorithm) && !plan.enableExperimental) {
    return [
      {
        id: 'session-scheme-experimental',
        severity: 'warning',
        path: `${path}.signingAlgorithm`,
        message: `${algorithm} works only where experimental schemes are switched on.`,
        why: 'The file loads, but a node without experimental schemes makes no such keys.',
        source: concluded(code('crypto', 'CryptoSchemes.scala', release)),
        ...fix,
      },
    ];
  }
  if (fits(algorithm, key)) return [];
  return [
    {
      id: 'session-schemes-do-not-fit',
      severity: 'warning',
      path: `${path}.${keys.signingKey === null ? 'signingAlgorithm' : 'signingKey'}`,
      message: `${algorithm} can't use session keys of kind ${key}.`,
      why: 'The file loads, since nothing compares the two; the keys made from it cannot sign.',
      source: concluded(code('crypto', 'Signing.scala', release)),
      ...fix,
    },
  ];
}

type Pair = { readonly signingAlgorithm: Scheme | null; readonly signingKey: Scheme | null };

/** Something that session keys can be made with: Canton's own choice, the node's defaults, or the first that fits. */
function pairAmong(
  algorithms: readonly Scheme[],
  keys: readonly Scheme[],
  algorithm: Scheme,
  key: Scheme,
): Pair | undefined {
  if (algorithms.includes(standard.signingAlgorithm) && keys.includes(standard.signingKey)) {
    return { signingAlgorithm: null, signingKey: null };
  }
  const usable = (signingAlgorithm: Scheme, signingKey: Scheme) =>
    algorithms.includes(signingAlgorithm) &&
    keys.includes(signingKey) &&
    !isExperimental(signingAlgorithm) &&
    fits(signingAlgorithm, signingKey);
  if (usable(algorithm, key)) return { signingAlgorithm: algorithm, signingKey: key };
  return algorithms
    .flatMap((each) => keysFor([each]).map((fitting) => ({ signingAlgorithm: each, signingKey: fitting })))
    .find(({ signingAlgorithm, signingKey }) => usable(signingAlgorithm, signingKey));
}

function using(pair: Pair, index: number): Fix {
  const { signingAlgorithm, signingKey } = pair;
  const label =
    signingAlgorithm === null
      ? "Use Canton's choice for session keys"
      : `Make session keys with ${signingAlgorithm} and ${signingKey}`;
  return {
    label,
    apply: (plan) =>
      changeNode(plan, index, (node) => ({
        ...node,
        sessionSigningKeys: SessionSigningKeys.parse({ ...node.sessionSigningKeys, ...pair }),
      })),
  };
}
