import { expect, test } from 'vitest';
import { documented } from '../core/canton/sources';
import { newPlan } from '../core/plan/defaults';
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

test('listeners hear of a change of what is said, and only of that', () => {
  const store = createFindingsStore(named('one'), byName);
  let told = 0;
  store.subscribe(() => told++);
  store.judge(named('one'));
  expect(told).toBe(0);
  store.judge(named('two'));
  expect(told).toBe(1);
});

test('a finding that moved to another place is a change', () => {
  const store = createFindingsStore(named('same'), (plan) => [about(plan.name, 'wrong')]);
  let told = 0;
  store.subscribe(() => told++);
  store.judge(named('kms.0'));
  expect(told).toBe(1);
  expect(store.all().map((finding) => finding.path)).toEqual(['kms.0']);
});
