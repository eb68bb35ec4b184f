import { visible } from '../core/emit/visible';
import type { DriverValue, GcpKms, Kms } from '../core/plan/kms';
import type { Path, Plan } from '../core/plan/plan';
import { namedKeys } from './guest-keys';

/** One answer that decides who holds the keys. */
export type Holder = { readonly path: Path; readonly label: string; readonly value: string };

/**
 * Everything in a plan that decides in whose hands the keys end up: regions, accounts, projects and rings, endpoints,
 * drivers and their jars, switched-off TLS, key identifiers, and whom a node signs in as. A plan from somebody else can be
 * an attack that looks like help, so these are listed and confirmed before anything of it leaves the page. Characters
 * that nobody sees are spelled out.
 */
export function whoHoldsTheKeys(plan: Plan): readonly Holder[] {
  const holders = [
    ...plan.kms.flatMap((kms, index) => holdersOf(kms, index, plan.kms.length > 1)),
    ...namedKeys(plan),
    ...keysInTheClear(plan),
  ];
  return holders.filter(({ value }) => value !== '').map((holder) => ({ ...holder, value: visible(holder.value) }));
}

function holdersOf(kms: Kms, index: number, oneOfMany: boolean): readonly Holder[] {
  const of = oneOfMany ? ` (${kms.name || `KMS ${index + 1}`})` : '';
  const at = (field: string, label: string, value: string): Holder => {
    return { path: `kms.${index}.${field}`, label: `${label}${of}`, value };
  };
  switch (kms.type) {
    case 'aws':
      return [
        at('region', 'AWS region', kms.region),
        at(
          'keyAccount.account',
          'AWS account of the keys',
          kms.keyAccount.type === 'other' ? kms.keyAccount.account : '',
        ),
        at('credentials.profile', 'AWS profile', kms.credentials.type === 'profile' ? kms.credentials.profile : ''),
        at('endpointOverride', 'Endpoint instead of AWS', kms.endpointOverride),
        at('disableSslVerification', 'TLS verification', kms.disableSslVerification ? 'switched off' : ''),
      ];
    case 'gcp':
      return [
        at('projectId', 'GCP project', kms.projectId),
        at('locationId', 'GCP location', kms.locationId),
        at('keyRingId', 'Key ring', kms.keyRingId),
        at('keyProject.serviceAccountProject', 'Project of the service account', serviceAccountProject(kms)),
        at('credentials.path', 'Key file', kms.credentials.type === 'key-file' ? kms.credentials.path : ''),
        at('endpointOverride', 'Endpoint instead of Google', kms.endpointOverride),
      ];
    case 'driver':
      return [
        at('driverName', 'Driver', kms.driverName),
        at('jar', 'Code the node will run', kms.jar),
        ...kms.config.flatMap((entry, place) =>
          texts(entry.value).map((value) => at(`config.${place}`, `Driver setting ${visible(entry.key)}`, value)),
        ),
      ];
  }
}

function serviceAccountProject({ keyProject }: GcpKms): string {
  return keyProject.type === 'other' ? keyProject.serviceAccountProject : '';
}

function keysInTheClear(plan: Plan): readonly Holder[] {
  const names = plan.nodes.filter((node) => node.custody.type === 'none').map((node) => node.name);
  return [{ path: 'nodes', label: 'Keys in the clear', value: shorten(names) }];
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

/** Every answer in which two plans differ, by its place, with unseen characters spelled out. */
export function comparePlans(mine: Plan, theirs: Plan): readonly Difference[] {
  const left = answersOf(mine);
  const right = answersOf(theirs);
  const paths = new Set([...left.keys(), ...right.keys()]);
  return [...paths].flatMap((path) => {
    const [a, b] = [left.get(path) ?? '', right.get(path) ?? ''];
    return a === b ? [] : [{ path, mine: visible(a), theirs: visible(b) }];
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
