import { holdsFor } from '../canton/releases';
import { keysOfAlgorithmSource, kmsSupportSource, loggedAs, type Scheme, supportedByKms } from '../canton/schemes';
import { code, seen } from '../canton/sources';
import { validationSource } from '../canton/validation-source';
import { kmsOf } from '../plan/plan';
import type { Finding, Fix } from './finding';
import { leaveToCanton, onNode, type Place, stops } from './scheme-place';
import { algorithmsFor, allowing, fits, keysFor, logSet, type Side, withSide } from './scheme-view';

/** Whether the defaults go together, can be done by the KMS and are among what is allowed. */
export function defaultSchemes(place: Place): Finding[] {
  const { view } = place;
  const notInKms = [view.algorithms, view.keys].flatMap((side) => unsupported(place, side));
  return [
    ...notInKms,
    // Whoever mends the one mends the other.
    ...(notInKms.length > 0 ? [] : misfit(place)),
    ...[view.algorithms, view.keys].flatMap((side) => ofFewDrivers(place, side)),
    ...[view.algorithms, view.keys].flatMap((side) => excluded(place, side)),
  ];
}

/** A KMS must hold the private keys of the defaults; what else is allowed is only verified or encrypted to. */
function unsupported(place: Place, side: Side): Finding[] {
  const { plan, node, at } = place;
  if (side.inKms.includes(side.default)) return [];
  const type = kmsOf(plan, node)?.type ?? 'driver';
  const { release } = plan;
  const what = { aws: 'AWS KMS', gcp: 'Google Cloud KMS', driver: 'A driver' }[type];
  return [
    {
      id: 'scheme-not-in-kms',
      severity: 'error',
      path: `${at}.${side.field}.default`,
      message: `${what} has no private keys for ${side.default} in Canton ${release}.`,
      why: `It can do ${side.inKms.join(', ')}. ${release === '3.3' ? 'The node fails when it creates its keys.' : stops}`,
      source: release === '3.3' ? code('config', 'CryptoProvider.scala', release) : kmsSupportSource(type, release),
      ...(release === '3.3' || type === 'driver'
        ? {}
        : {
            log: `The configured default scheme ${loggedAs(side.default)} not supported by the KMS: ${logSet(side.inKms)}`,
          }),
      fix: leaveToCanton(place),
    },
  ];
}

/** What a driver can do, it says when the node starts; these came to the interface late, and few have them. */
function ofFewDrivers({ plan, node, at }: Place, side: Side): Finding[] {
  if (!side.chosen || kmsOf(plan, node)?.type !== 'driver' || node.custody.type !== 'external') return [];
  if (supportedByKms(side.kind, 'aws', plan.release).some((scheme: Scheme) => scheme === side.default)) return [];
  return [
    {
      id: 'scheme-of-few-drivers',
      severity: 'warning',
      path: `${at}.${side.field}.default`,
      message: `The driver must offer ${side.default}.`,
      why: `Drivers can do so since 3.4.4, and must have been built for it. ${stops}`,
      source: code('root', 'release-notes/3.4.4.md', '3.4'),
      log: `The configured default scheme ${loggedAs(side.default)} not supported by the KMS: Set(...)`,
    },
  ];
}

function misfit(place: Place): Finding[] {
  const { plan, at, view } = place;
  const { algorithms, keys, family } = view;
  if (fits(algorithms.default, keys.default)) return [];
  const checked = holdsFor({ since: '3.5' }, plan.release);
  const change = keys.chosen ? fittingAlgorithm(place) : fittingKey(place);
  return [
    {
      id: 'default-schemes-do-not-fit',
      severity: checked ? 'error' : 'warning',
      path: `${at}.${keys.chosen ? keys.field : algorithms.field}.default`,
      message: `${algorithms.default} can't use keys of kind ${keys.default}.`,
      why: checked
        ? `${stops} The two defaults must go together, the ones left to Canton included.`
        : `Canton ${plan.release} starts all the same and makes keys that its own default algorithm cannot use. Later lines refuse it.`,
      source: checked ? seen('crypto', 'CryptoSchemes.scala') : keysOfAlgorithmSource,
      ...(checked
        ? {
            log: `Default ${family} key spec ${loggedAs(keys.default)} is not supported by default ${family} algorithm ${loggedAs(algorithms.default)}. Supported key specs: ${logSet(keysFor([algorithms.default]))}`,
          }
        : {}),
      fix: change ?? leaveToCanton(place),
    },
  ];
}

function fittingAlgorithm(place: Place): Fix | undefined {
  const { algorithms, keys } = place.view;
  const algorithm = algorithmsFor(keys.default, algorithms.kind, place.plan.release).find((each) =>
    algorithms.inKms.includes(each),
  );
  if (algorithm === undefined) return undefined;
  return onNode(place, `Use ${algorithm} as the default algorithm`, (node) =>
    allowing(withSide(node, algorithms.field, { ...node.schemes[algorithms.field], default: algorithm }), place.view, {
      algorithms: [algorithm],
      keys: [keys.default],
    }),
  );
}

function fittingKey(place: Place): Fix | undefined {
  const { algorithms, keys } = place.view;
  const key = keysFor([algorithms.default]).find((each) => keys.inKms.includes(each));
  if (key === undefined) return undefined;
  return onNode(place, `Use ${key} as the default kind of key`, (node) =>
    allowing(withSide(node, keys.field, { ...node.schemes[keys.field], default: key }), place.view, {
      algorithms: [algorithms.default],
      keys: [key],
    }),
  );
}

/** A list that leaves out the node's own default, the one it takes from Canton included. */
function excluded(place: Place, side: Side): Finding[] {
  if (side.allowed.length === 0 || side.allowed.includes(side.default)) return [];
  const { plan, at, view } = place;
  const whileLoading = side.chosen && plan.release !== '3.3';
  const [algorithm, key] = [view.algorithms.default, view.keys.default];
  const simple = fits(algorithm, key) && view.algorithms.inKms.includes(algorithm) && view.keys.inKms.includes(key);
  const what = side === view.algorithms ? 'algorithm' : 'key';
  return [
    {
      id: 'default-scheme-not-allowed',
      severity: 'error',
      path: `${at}.${side.field}.allowed`,
      message: `The list leaves out ${side.default}, ${side.chosen ? 'which was chosen as the default' : "Canton's default"}.`,
      why: whileLoading ? 'Canton refuses the whole file while loading.' : stops,
      source: whileLoading ? validationSource(plan.release) : code('crypto', 'CryptoSchemes.scala', plan.release),
      log: whileLoading
        ? `The selected ${view.family} ${what} specification, ${loggedAs(side.default)}, is not supported. Supported ${what}s: ${logSet(side.allowed)}.`
        : `Scheme ${loggedAs(side.default)} is not allowed: ${logSet(side.allowed)}`,
      fix: simple
        ? onNode(place, `Allow ${algorithm} with ${key} too`, (node) =>
            allowing(node, view, { algorithms: [algorithm], keys: [key] }),
          )
        : leaveToCanton(place),
    },
  ];
}
