import { describe, expect, test } from 'vitest';
import { migrate, newNode, newPlan, newWay } from '../plan/defaults';
import { withFacts, withWay } from '../plan/edit-migration';
import type { Plan } from '../plan/plan';
import type { MigrationWay } from '../plan/task';
import { exportCases } from './cases/migration-export';
import { findings } from './rules';

/** A running node for which the way has just been chosen, with nothing else answered. */
function justChosen(): Plan {
  const nodes = [newNode('participant', 'bank1', { type: 'none' })];
  const asked = withFacts({ ...newPlan(), nodes, task: migrate() }, { wanted: 'external' });
  return withWay(asked, newWay('export'));
}

const own = new Set(exportCases.map(({ id }) => id));
const raisedIn = (plan: Plan) => findings(plan).filter(({ id }) => own.has(id));
const raised = (id: string, at = 0) => {
  const found = exportCases.filter((each) => each.id === id)[at];
  return found === undefined ? [] : findings(found.raised).filter((finding) => finding.id === id);
};

describe('a way that takes keys along', () => {
  test('begins with what to know, and no error of its own', () => {
    expect(raisedIn(justChosen()).map(({ id, severity }) => `${severity} ${id}`)).toEqual([
      'warning migration-external-parties',
      'warning migration-export-unseen',
    ]);
  });

  test('names who was not looked at, and how many more', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const nodes = names.map((name) => newNode('participant', name, { type: 'none' }));
    const plan = withWay(withFacts({ ...newPlan(), nodes, task: migrate() }, { wanted: 'external' }), newWay('export'));
    const told = raisedIn(plan).find(({ id }) => id === 'migration-export-unseen');
    expect(told?.message).toBe('No inventory shows the keys of a, b and 3 more.');
  });

  test('gives the new node its own name, and another one where that is the old identifier', () => {
    const identifiers = [0, 1].map((at) => {
      const [finding] = raised('migration-same-identifier', at);
      const plan = exportCases.filter(({ id }) => id === 'migration-same-identifier')[at]?.raised;
      return plan === undefined ? undefined : finding?.fix?.apply(plan).nodes[1]?.identifier;
    });
    expect(identifiers).toEqual(['', 'bank1-kms2']);
  });

  test('stops for a lost key; a node that stays where it is may go on with the warning', () => {
    const severities = [exportCases.find(({ id }) => id === 'migration-keys-lost')?.raised].flatMap((plan) => {
      if (plan === undefined || plan.task.type !== 'migrate') return [];
      const way: MigrationWay = { type: 'transfer', moves: [{ from: 'bank1', to: 'bank1-kms' }] };
      const moved: Plan = { ...plan, task: { ...plan.task, way } };
      return [plan, moved].map((each) => findings(each).find(({ id }) => id === 'migration-keys-lost')?.severity);
    });
    expect(severities).toEqual(['error', 'warning']);
  });

  test('says which uses have more than one key', () => {
    expect(raised('migration-several-announced')[0]?.message).toContain('(protocol signing)');
  });
});
