import { retryDefaults, retryDefaultsSource } from '../canton/retries';
import { seen } from '../canton/sources';
import type { Backoff, Kms } from '../plan/kms';
import type { Path, Plan } from '../plan/plan';
import { changeKms } from './change';
import { eachKms } from './each';
import type { Finding, Rule } from './finding';

const kinds = [
  { answer: 'failures', key: 'failures' },
  { answer: 'createKeyCheck', key: 'create-key-check' },
] as const;
type Kind = (typeof kinds)[number];

const endless = String(retryDefaults.failures['max-retries']);

/** How failed calls are repeated: half an answer, and an answer without end. */
export const retryRule: Rule = (plan) =>
  eachKms(plan, ({ retries }, at, index) => [
    ...kinds.flatMap((kind) => halfGiven(retries[kind.answer], kind, `${at}.retries.${kind.answer}`, index)),
    ...(retries.failures.maxRetries === '' || retries.failures.maxRetries === endless
      ? [withoutEnd(`${at}.retries.failures`)]
      : []),
  ]);

function halfGiven(given: Backoff, kind: Kind, path: Path, index: number): Finding[] {
  const standard = retryDefaults[kind.key];
  const times = standard['max-retries'];
  const missing = [
    ...(given.initialDelay === '' ? [['initial-delay', standard['initial-delay']] as const] : []),
    ...(given.maxDelay === '' ? [['max-delay', standard['max-delay']] as const] : []),
    ...(given.maxRetries === ''
      ? [['max-retries', String(times) === endless ? 'without end' : String(times)] as const]
      : []),
  ];
  const [first] = missing;
  if (first === undefined || missing.length === 3) return [];
  return [
    {
      id: 'retries-half-given',
      severity: 'note',
      path,
      message: `Written too, as Canton's defaults: ${missing.map(([key, value]) => `${key} ${value}`).join(', ')}.`,
      why: 'Canton has defaults for the section as a whole, none for its keys, and refuses it with one of them missing. So the file always holds all three.',
      source: retryDefaultsSource,
      log: `Key not found: '${first[0]}'`,
      fix: { label: 'Fill them in', apply: (plan) => filled(plan, kind, index) },
    },
  ];
}

function filled(plan: Plan, { answer, key }: Kind, index: number): Plan {
  const standard = retryDefaults[key];
  return changeKms(plan, index, (kms: Kms) => {
    const given = kms.retries[answer];
    const backoff: Backoff = {
      initialDelay: given.initialDelay || standard['initial-delay'],
      maxDelay: given.maxDelay || standard['max-delay'],
      maxRetries: given.maxRetries || String(standard['max-retries']),
    };
    return { ...kms, retries: { ...kms.retries, [answer]: backoff } };
  });
}

function withoutEnd(path: Path): Finding {
  return {
    id: 'retries-without-end',
    severity: 'note',
    path,
    message: 'Calls that fail in passing are repeated without end.',
    why: 'While a KMS is out of reach the node waits rather than fails. A refused connection or missing credentials end it all the same: after four attempts, some 20 seconds, the process ends with status 117.',
    source: seen('config', 'KmsConfig.scala'),
    log: 'KmsCreateKeyError',
  };
}
