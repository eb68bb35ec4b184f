import { describe, expect, test } from 'vitest';
import { encryptionAlgorithms, encryptionKeys, signingAlgorithms, signingKeys } from '../canton/schemes';
import { newPlan, sessionSigningKeysOn } from '../plan/defaults';
import { Plan } from '../plan/plan';
import { writePlanFile } from '../plan/plan-file';
import { readPlanFile } from './read-plan-file';

const file = writePlanFile({ ...newPlan(), name: 'Bank' });

function reason(text: string): string {
  const decoded = readPlanFile(text);
  return decoded.type === 'failure' ? decoded.failure.reason : decoded.type;
}

describe('a plan.json', () => {
  test('changed by hand is read, and said', () => {
    expect(readPlanFile(file.replace('"Bank"', '"Bank 2"'))).toEqual({
      type: 'plan',
      plan: { ...newPlan(), name: 'Bank 2' },
      notices: [{ message: 'The file was changed by hand since it was downloaded.' }],
    });
  });

  test('written without a digest, in another order, or with a byte order mark is a plan like any other', () => {
    const { version, ...rest } = newPlan();
    const plan = { type: 'plan', plan: newPlan(), notices: [] };
    expect(readPlanFile(JSON.stringify({ ...rest, version }))).toEqual(plan);
    expect(readPlanFile(`\ufeff${writePlanFile(newPlan())}`)).toEqual(plan);
  });

  test('with answers missing or wrong keeps the others and says so', () => {
    const { output, ...rest } = newPlan();
    const decoded = readPlanFile(JSON.stringify({ ...rest, digest: 5, release: '2.10', colour: 'red' }));
    expect(decoded).toEqual({
      type: 'plan',
      plan: newPlan(),
      notices: [
        { path: 'release', message: `Release: "2.10" can't be used; "3.5" was taken instead.` },
        { path: 'output', message: 'Output: nothing was said; the defaults were taken instead.' },
        { message: 'Plan: "colour" is not known here and was left out.' },
      ],
    });
  });

  test('full of things that are no nodes is shortened before they are left out', () => {
    const decoded = readPlanFile(JSON.stringify({ ...newPlan(), nodes: Array(140_000).fill(0) }));
    expect(decoded).toMatchObject({ type: 'plan', plan: { ...newPlan(), nodes: [] } });
    expect(decoded).toHaveProperty('notices.0.message', 'Nodes: only the first 2000 were kept.');
  });

  test('as large as a plan can get is read', () => {
    const [node] = newPlan().nodes;
    const nodes = Array.from({ length: 2_000 }, (_, index) => ({
      ...node,
      name: `acme-frankfurt-participant-${index}`,
      custody: { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: `arn:${'x'.repeat(70)}` } },
      schemes: {
        signingAlgorithms: { default: 'ed-25519', allowed: signingAlgorithms },
        signingKeys: { default: 'ec-p-256', allowed: signingKeys },
        encryptionAlgorithms: { default: 'rsa-oaep-sha-256', allowed: encryptionAlgorithms },
        encryptionKeys: { default: 'rsa-2048', allowed: encryptionKeys },
      },
      sessionSigningKeys: { ...sessionSigningKeysOn(), keyValidityDuration: '10m', toleranceShiftDuration: '2m' },
    }));
    const plan = Plan.parse({ ...newPlan(), nodes });
    expect(readPlanFile(writePlanFile(plan))).toEqual({ type: 'plan', plan, notices: [] });
  });

  test.each([
    ['cut', file.slice(0, -20), 'not-ours'],
    ['empty', '', 'not-ours'],
    ['a list', '[1]', 'not-ours'],
    ['a package.json', '{"name":"x","version":"1.0.0"}', 'not-ours'],
    ['without a version', '{"release":"3.5"}', 'not-ours'],
    ['of a newer wizard', '{"version":3}', 'newer'],
    ['larger than any plan', ' '.repeat(4_194_305), 'too-long'],
  ])('%s cannot be opened', (_name, text, expected) => {
    expect(reason(text)).toBe(expected);
  });
});
