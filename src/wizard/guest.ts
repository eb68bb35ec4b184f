import type { DriverValue, Kms } from '../core/plan/kms';
import type { Path, Plan } from '../core/plan/plan';

/** One answer that decides who holds the keys. */
export type Holder = { readonly path: Path; readonly label: string; readonly value: string };

/**
 * Everything in a plan that decides in whose hands the keys end up: regions, accounts, projects and rings, endpoints,
 * drivers and their jars, switched-off TLS, key identifiers. A plan from somebody else can be an attack that looks like
 * help, so these are listed and confirmed before anything of it leaves the page.
 */
export function whoHoldsTheKeys(plan: Plan): readonly Holder[] {
  const wrappers = plan.nodes.flatMap((node, index) => {
    if (node.custody.type !== 'envelope' || node.custody.wrapperKey.type !== 'given') return [];
    const path = `nodes.${index}.custody.wrapperKey.id`;
    return [{ path, label: `Wrapper key of ${node.name || `node ${index + 1}`}`, value: node.custody.wrapperKey.id }];
  });
  const clear = plan.nodes.filter((node) => node.custody.type === 'none').map((node) => node.name);
  const withoutKms = clear.length === 0 ? [] : [{ path: 'nodes', label: 'Keys in the clear', value: shorten(clear) }];
  return [...plan.kms.flatMap((kms, index) => holdersOf(kms, index)), ...wrappers, ...withoutKms].filter(
    ({ value }) => value !== '',
  );
}

function holdersOf(kms: Kms, index: number): readonly Holder[] {
  const at = (field: string, label: string, value: string): Holder => ({ path: `kms.${index}.${field}`, label, value });
  switch (kms.type) {
    case 'aws':
      return [
        at('region', 'AWS region', kms.region),
        at('keyAccount', 'AWS account of the keys', kms.keyAccount.type === 'other' ? kms.keyAccount.account : ''),
        at('endpointOverride', 'Endpoint instead of AWS', kms.endpointOverride),
        at('disableSslVerification', 'TLS verification', kms.disableSslVerification ? 'switched off' : ''),
      ];
    case 'gcp':
      return [
        at('projectId', 'GCP project', kms.projectId),
        at('locationId', 'GCP location', kms.locationId),
        at('keyRingId', 'Key ring', kms.keyRingId),
        at('endpointOverride', 'Endpoint instead of Google', kms.endpointOverride),
      ];
    case 'driver':
      return [
        at('driverName', 'Driver', kms.driverName),
        at('jar', 'Code the node will run', kms.jar),
        ...kms.config.flatMap((entry, place) =>
          texts(entry.value).map((value) => at(`config.${place}`, `Driver setting ${entry.key}`, value)),
        ),
      ];
  }
}

function texts(value: DriverValue): readonly string[] {
  switch (value.type) {
    case 'text':
    case 'number':
      return [value.value];
    case 'flag':
      return [String(value.value)];
    case 'secret':
      return [`from the variable ${value.variable}`];
    case 'list':
      return value.items.flatMap(texts);
    case 'group':
      return value.entries.flatMap((entry) => texts(entry.value).map((text) => `${entry.key} = ${text}`));
  }
}

function shorten(names: readonly string[]): string {
  return names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
}

/** An answer in which two plans differ; a side that has no such answer is empty. */
export type Difference = { readonly path: Path; readonly mine: string; readonly theirs: string };

/** Every answer in which two plans differ, by its place. */
export function comparePlans(mine: Plan, theirs: Plan): readonly Difference[] {
  const left = answersOf(mine);
  const right = answersOf(theirs);
  const paths = new Set([...left.keys(), ...right.keys()]);
  return [...paths].flatMap((path) => {
    const [a, b] = [left.get(path) ?? '', right.get(path) ?? ''];
    return a === b ? [] : [{ path, mine: a, theirs: b }];
  });
}

function answersOf(plan: Plan): Map<Path, string> {
  const answers = new Map<Path, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
    } else {
      answers.set(path, value === null ? '' : String(value));
    }
  };
  walk(plan, '');
  return answers;
}
