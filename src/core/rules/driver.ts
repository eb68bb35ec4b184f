import { code, concluded, documented, type Source, seen } from '../canton/sources';
import { asVariable, looksSecret } from '../plan/driver-secrets';
import type { DriverEntry, DriverKms, DriverValue } from '../plan/kms';
import type { Path, Plan } from '../plan/plan';
import { changeKms } from './change';
import { driverValues } from './driver-values';
import { eachKms } from './each';
import type { Finding, Rule } from './finding';

/** A driver: a jar that must be found, a name that must match, and settings that only the driver reads. */
export const driverRule: Rule = (plan) =>
  eachKms(plan, (kms, at, index) =>
    kms.type === 'driver'
      ? [
          ...jar(kms, at),
          ...forTests(plan, kms, at),
          ...twice(kms.config, `${at}.config`),
          ...inTheClear(kms, at, index),
        ]
      : [],
  );

const loader: Source = seen(
  'root',
  'community/base/src/main/scala/com/digitalasset/canton/driver/v1/DriverLoader.scala',
);

function jar({ jar: path, driverName }: DriverKms, at: Path): Finding[] {
  if (path !== '') return [];
  return [
    {
      id: 'driver-jar-missing',
      severity: 'warning',
      path: `${at}.jar`,
      message: "Write where the driver's jar lies, so that the start line can name it.",
      why: 'It must be on the class path, which `java -jar` leaves out. Without it the configuration loads, and the node does not start.',
      source: loader,
      log: `Driver '${driverName === '' ? '...' : driverName}' (interface ...v1.KmsDriverFactory) not found. Found drivers: `,
    },
  ];
}

function forTests(plan: Plan, { driverName }: DriverKms, at: Path): Finding[] {
  if (driverName !== 'mock-kms') return [];
  return [
    {
      id: 'driver-for-tests',
      severity: 'security',
      path: `${at}.driverName`,
      message: 'mock-kms protects nothing: it is for tests.',
      why: 'It keeps its keys in memory: whoever reads it has them, and after a restart they are gone.',
      source: documented('tutorials/kms_driver_guide.rst', 'Canton KMS driver developer guide', plan.release),
    },
  ];
}

/** Names that stand twice beside each other; in groups of lists too. */
function twice(entries: readonly DriverEntry[], at: Path): Finding[] {
  const seenNames = new Set<string>();
  return entries.flatMap(({ key, value }, index): Finding[] => {
    const again = key !== '' && seenNames.has(key);
    seenNames.add(key);
    return [...(again ? [named(key, `${at}.${index}.key`)] : []), ...twiceWithin(value, `${at}.${index}.value`)];
  });
}

function twiceWithin(value: DriverValue, at: Path): Finding[] {
  if (value.type === 'group') return twice(value.entries, `${at}.entries`);
  return value.type === 'list' ? value.items.flatMap((item, index) => twiceWithin(item, `${at}.items.${index}`)) : [];
}

function named(key: string, path: Path): Finding {
  return {
    id: 'driver-key-twice',
    severity: 'warning',
    path,
    message: `There is a setting ${key} already; the last one counts.`,
    why: 'While the file is read a later value replaces an earlier one, and two groups become one.',
    source: concluded(code('config', 'KmsConfig.scala')),
  };
}

function inTheClear(kms: DriverKms, at: Path, index: number): Finding[] {
  return driverValues(kms.config).flatMap(({ at: valueAt, key, value }): Finding[] => {
    if ((value.type !== 'text' && value.type !== 'number') || value.value === '' || !looksSecret(key)) return [];
    const variable = variableFor(key);
    return [
      {
        id: 'driver-secret-in-clear',
        severity: 'security',
        path: `${at}.${valueAt}.value`,
        message: `${key} looks like a secret, and would stand in the file as it is.`,
        why: 'So it does in the plan and in every link to it. As the name of an environment variable only the name stands there; the node takes the secret from its environment.',
        source: concluded(code('config', 'KmsConfig.scala')),
        fix: {
          label: `Take it from the variable ${variable}`,
          apply: (plan) => hidden(plan, index, valueAt, variable),
        },
      },
    ];
  });
}

/** `user-pin` becomes `USER_PIN`. */
function variableFor(key: string): string {
  const name = asVariable(key);
  return /^[A-Z_]/.test(name) ? name : `DRIVER_${name === '' ? 'SECRET' : name}`;
}

/** Puts a variable where a text stood. */
function hidden(plan: Plan, index: number, place: Path, variable: string): Plan {
  const inEntries = (entries: readonly DriverEntry[], at: Path): DriverEntry[] =>
    entries.map(({ key, value }, each) => ({ key, value: inValue(value, `${at}.${each}.value`) }));
  const inValue = (value: DriverValue, at: Path): DriverValue => {
    if (at === place) return { type: 'secret', variable };
    if (!place.startsWith(`${at}.`)) return value;
    if (value.type === 'group') return { type: 'group', entries: inEntries(value.entries, `${at}.entries`) };
    if (value.type !== 'list') return value;
    return { type: 'list', items: value.items.map((item, each) => inValue(item, `${at}.items.${each}`)) };
  };
  return changeKms(plan, index, (kms) =>
    kms.type === 'driver' ? { ...kms, config: inEntries(kms.config, 'config') } : kms,
  );
}
