import { credentialVariables } from '../../canton/command-line';
import type { Reason } from '../../canton/reason';
import { variableReasons } from '../../canton/start-reasons';
import type { DriverEntry, DriverValue, Kms } from '../../plan/kms';
import type { Path } from '../../plan/plan';
import type { File } from '../file';
import { header } from '../header';
import type { Settings, UsedKms } from '../settings';
import { printScript, type ScriptLine } from '../shell/script';

/** Name of the example that a person copies to `.env` and fills in. */
export const environmentFileName = '.env.example';

export type Variable = {
  readonly name: string;
  /** What the plan knows of its value; secrets stay empty. */
  readonly value: string;
  readonly from: Path;
  readonly about: string;
  /** Why it is needed. */
  readonly reason: Reason;
  readonly optional?: true;
};

/** The file of variables the start needs; none when it needs none. */
export function environmentFile(settings: Settings): File | undefined {
  const variables = environmentVariables(settings);
  if (variables.length === 0) return undefined;
  return {
    outline: {
      id: 'environment',
      path: environmentFileName,
      mediaType: 'text/plain',
      purpose: 'Copy it to .env, readable by the owner alone, and fill it in; start.sh reads it.',
      nodes: settings.plan.nodes.map((_, index) => index),
      stoppedBy: 'all',
    },
    write: () =>
      printScript([
        ...header(settings).map((comment) => ({ comment })),
        { comment: 'Copy to .env, chmod 600, fill in. A shell reads it: put values in single quotes.' },
        ...variables.flatMap(printVariable),
      ]),
  };
}

/** The variables that hold a driver's secrets, each once. */
export function driverSecrets({ kms, index }: UsedKms): readonly Variable[] {
  return kms.type === 'driver' ? eachOnce(secretsIn(kms.config, `kms.${index}.config`)) : [];
}

/** Every variable that a KMS of the plan needs, each once. */
export function environmentVariables(settings: Settings): readonly Variable[] {
  return eachOnce(settings.used.flatMap(({ kms, index }) => variablesOf(kms, `kms.${index}`)));
}

/** The first of each name. */
function eachOnce(variables: readonly Variable[]): readonly Variable[] {
  const found = new Map<string, Variable>();
  for (const variable of variables) {
    if (!found.has(variable.name)) found.set(variable.name, variable);
  }
  return [...found.values()];
}

function printVariable({ name, value, from, about, reason, optional }: Variable): readonly ScriptLine[] {
  const assigned = { syntax: `${name}=`, from, reason };
  const assignment = value === '' ? [assigned] : [assigned, { word: value, from }];
  return [[], { comment: about }, optional ? { comment: `${name}=`, from, reason } : assignment];
}

function variablesOf(kms: Kms, path: Path): readonly Variable[] {
  switch (kms.type) {
    case 'aws': {
      const { keyId, secretKey, sessionToken, profile } = credentialVariables.aws;
      const from = `${path}.credentials.type`;
      const reason = variableReasons.aws;
      if (kms.credentials.type === 'profile') {
        const about = 'Profile of the AWS configuration files.';
        return [{ name: profile, value: kms.credentials.profile, from: `${path}.credentials.profile`, about, reason }];
      }
      if (kms.credentials.type !== 'static') return [];
      return [
        { name: keyId, value: '', from, about: 'AWS access key of the node.', reason },
        { name: secretKey, value: '', from, about: 'Its secret.', reason },
        { name: sessionToken, value: '', from, about: 'Only for temporary credentials.', reason, optional: true },
      ];
    }
    case 'gcp': {
      if (kms.credentials.type !== 'key-file') return [];
      const { keyFile } = credentialVariables.gcp;
      const about = "Path of the service account's key file.";
      const reason = variableReasons.gcp;
      return [{ name: keyFile, value: kms.credentials.path, from: `${path}.credentials.path`, about, reason }];
    }
    case 'driver':
      return secretsIn(kms.config, `${path}.config`);
  }
}

function secretsIn(entries: readonly DriverEntry[], path: Path): readonly Variable[] {
  return entries.flatMap((entry, at) => secretsOf(entry.value, `${path}.${at}.value`));
}

function secretsOf(value: DriverValue, path: Path): readonly Variable[] {
  switch (value.type) {
    case 'secret':
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value.variable)) return [];
      return [
        {
          name: value.variable,
          value: '',
          from: `${path}.variable`,
          about: 'Secret of the driver. Canton refuses to start while it is unset, but takes an empty one: fill it in.',
          reason: variableReasons.driver,
        },
      ];
    case 'list':
      return value.items.flatMap((item, at) => secretsOf(item, `${path}.items.${at}`));
    case 'group':
      return secretsIn(value.entries, `${path}.entries`);
    default:
      return [];
  }
}
