import { expect, test } from 'vitest';
import { documented } from '../core/canton/sources';
import { newNode, newPlan } from '../core/plan/defaults';
import type { Plan } from '../core/plan/plan';
import type { Finding } from '../core/rules/finding';
import { createFindingsStore } from './findings-store';

const about = (path: string, message: string): Finding => ({
  id: 'test',
  severity: 'error',
  path,
  message,
  why: '',
  source: documented('page.rst', 'A page'),
});

/** Judges a plan by its name: one finding a word. */
const byName = (plan: Plan) => plan.name.split(' ').map((word, index) => about(`nodes.${index}.name`, word));
const named = (name: string): Plan => ({ ...newPlan(), name });

test('findings are picked by the path they stand at', () => {
  const store = createFindingsStore(named('one two'), byName);
  expect(store.at('nodes.1.name').map((finding) => finding.message)).toEqual(['two']);
  expect(store.at('nodes.9.name')).toEqual([]);
});

test('a place whose findings say the same keeps its array, so that its field need not render', () => {
  const store = createFindingsStore(named('one two'), byName);
  const before = store.at('nodes.0.name');
  store.judge(named('one three'));
  expect(store.at('nodes.0.name')).toBe(before);
  expect(store.at('nodes.1.name').map((finding) => finding.message)).toEqual(['three']);
});

test('a plan of which the same is said keeps all that is handed out, another does not', () => {
  const store = createFindingsStore(named('one'), byName);
  const before = { all: store.all(), errors: store.errors(), files: store.files() };
  store.judge(named('one'));
  expect(store.all()).toBe(before.all);
  expect(store.errors()).toBe(before.errors);
  expect(store.files()).toBe(before.files);
  store.judge(named('two'));
  expect(store.errors()).not.toBe(before.errors);
});

test('what is no error leaves the errors as they are', () => {
  const store = createFindingsStore(named('one'), (plan) => [{ ...about('name', plan.name), severity: 'note' }]);
  const { errors } = store;
  const before = errors();
  store.judge(named('two'));
  expect(errors()).toBe(before);
  expect(store.all().map((finding) => finding.message)).toEqual(['two']);
});

test('listeners hear of each plan that was looked at, once', () => {
  const store = createFindingsStore(named('one'), byName);
  let told = 0;
  store.subscribe(() => told++);
  const next = named('two');
  store.judge(next);
  store.judge(next);
  expect(told).toBe(1);
  expect(store.plan()).toBe(next);
});

test('the files follow the plan: those that errors stop, and new names', () => {
  const nodes = [newNode('participant', 'bank1', { type: 'none' }), newNode('participant', 'bank2', { type: 'none' })];
  const plan = { ...newPlan(), nodes };
  const store = createFindingsStore(plan, () => [about('nodes.1.name', 'wrong')]);
  expect([...store.files().touched]).toEqual([1]);
  expect(store.files().stopped.map((file) => file.path)).toContain('bank2-kms.conf');
  expect(store.files().stopped.map((file) => file.path)).not.toContain('bank1-kms.conf');
  store.judge({ ...plan, nodes: nodes.map((node) => ({ ...node, name: `${node.name}b` })) });
  expect(store.files().files.map((file) => file.path)).toContain('bank1b-kms.conf');
});

test('a finding that moved to another place is a change', () => {
  const store = createFindingsStore(named('same'), (plan) => [about(plan.name, 'wrong')]);
  let told = 0;
  store.subscribe(() => told++);
  store.judge(named('kms.0'));
  expect(told).toBe(1);
  expect(store.all().map((finding) => finding.path)).toEqual(['kms.0']);
});
