import { describe, expect, test } from 'vitest';
import { envelope } from '../../plan/defaults';
import { hasMoves } from '../../plan/migration';
import type { Node } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import { textOf } from '../artefact';
import { emitOne } from '../emit';
import { migrations } from '../golden-cases/migrations';
import { consolePart } from './console';

const readmeOf = (plan: Plan) => emitOne(plan, 'readme') ?? expect.fail();
const pageOf = (plan: Plan) => textOf(readmeOf(plan));
const changed = (plan: Plan, name: string, change: Partial<Node>): Plan => ({
  ...plan,
  nodes: plan.nodes.map((node) => (node.name === name ? { ...node, ...change } : node)),
});
/** What stands under a heading. */
const part = (page: string, title: string) => page.split(/^## /m).find((each) => each.startsWith(`${title}\n`));

const wrapped = { ...envelope('kms1'), wrapperKey: { type: 'given', id: 'alias/old-wrapper' } } as const;
const { 'migration-export': exported, 'migration-transfer': transferred } = migrations;

describe.each(Object.entries(migrations))('the README of %s', (_, plan) => {
  test('speaks of tables only where there are some', () => {
    const page = pageOf(plan);
    expect(page.includes('Make the keys of the tables above')).toBe(
      part(page, 'Keys to make beforehand') !== undefined,
    );
  });

  test('tells how to fill what the console asks for, and the runbook leads there before its first command', () => {
    const told = part(pageOf(plan), consolePart) ?? expect.fail();
    expect(told).toContain('Could not resolve substitution to a value');
    expect(told).toContain('`ERROR STOP: …`');
    expect(told.includes('any free port')).toBe(hasMoves(plan));
    const runbook = textOf(emitOne(plan, 'runbook') ?? expect.fail());
    const at = runbook.indexOf(`README.md, “${consolePart}”`);
    expect(at).toBeGreaterThan(0);
    expect(runbook.search(/^canton run |^`?[a-z0-9-]+`?\.synchronizers/m)).toBeGreaterThan(at);
  });
});

describe('an old node that is given up', () => {
  test.each([
    ['exported', changed(exported, 'bank-1', { custody: wrapped })],
    ['transferred', changed(transferred, 'bank-1', { custody: wrapped })],
  ])('has its keys and rights already where it is %s', (__, plan) => {
    const page = pageOf(plan);
    expect(page).not.toContain('kms:Encrypt');
    expect(page).not.toContain('alias/old-wrapper');
    expect(page).not.toContain('storage must be a database');
    expect(part(page, 'Permissions')).toContain('`bank-1-kms`');
  });

  test('needs a right to create no more when its encryption is taken back', () => {
    expect(pageOf(migrations['migration-revert'])).toContain('kms:Decrypt');
    expect(pageOf(migrations['migration-revert'])).not.toContain('kms:CreateKey');
  });
});

describe('keys that are taken along', () => {
  test('are imported, and made by nobody', () => {
    const page = pageOf(exported);
    expect(part(page, 'Keys that are imported')).toContain('`bank-1-kms`: those of `bank-1`.');
    expect(part(page, 'Keys to make beforehand')).toBeUndefined();
  });

  test('leave an intermediate key to be made beforehand', () => {
    const intermediate = { type: 'on', keyId: 'second', restriction: 'all-but-namespace-delegations' } as const;
    const made = part(pageOf(changed(exported, 'bank-1-kms', { intermediate })), 'Keys to make beforehand');
    expect(made).toContain('| `bank-1-kms` | `second` |');
    expect(made).not.toContain('`ns`');
  });
});

describe('what the other nodes must allow', () => {
  const told = (plan: Plan) => part(pageOf(plan), 'What the other nodes must allow') ?? '';

  test('is what the new nodes use, whoever else is in the plan', () => {
    expect(told(exported)).toContain('Every node that stays without a KMS');
    expect(told(exported)).toContain('| Signing algorithm (`signing.algorithms`) | `ec-dsa-sha-256` |');
    expect(told(transferred)).toContain('`med1`, and every other node that stays without a KMS');
  });

  test('follows the schemes of the plan, and says so of lists', () => {
    const { schemes } = exported.nodes[1] ?? expect.fail();
    const plan = changed(exported, 'bank-1-kms', {
      schemes: { ...schemes, signingKeys: { default: 'ec-p-384', allowed: ['ec-p-384', 'ec-p-256'] } },
    });
    expect(told(plan)).toContain('| Signing key (`signing.keys`) | `ec-p-384` |');
    expect(told(plan)).toContain('`bank-1-kms` has lists in this plan');
    expect(told(exported)).not.toContain('has lists');
  });

  test('is of no concern within the database', () => {
    expect(told(migrations['migration-encrypt'])).toBe('');
  });
});

test('an id leads to the answer of its node, wherever that stands among the others', () => {
  const tokens = readmeOf(transferred).lines.flat();
  expect(tokens.find(({ text }) => text === '`ns`')?.from).toBe('nodes.4.custody.keys.namespace');
});
