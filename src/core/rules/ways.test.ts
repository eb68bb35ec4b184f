import { describe, expect, test } from 'vitest';
import { external, migrate, newKms, newNode, newPlan } from '../plan/defaults';
import type { Plan } from '../plan/plan';
import type { KeyPlace, Migrate, MigrationFacts, ObservedNode } from '../plan/task';
import { keyPlaces } from '../plan/task';
import { keysFrom, seenNode } from './cases/observed';
import type { WayId } from './known-ways';
import { answered, betterWay, isOpen, type Way, waysOf } from './ways';

function asked(facts: Partial<MigrationFacts>, change: Partial<Plan> = {}, inventory: readonly ObservedNode[] = []) {
  const task: Migrate = { ...migrate(), facts: { ...migrate().facts, ...facts }, inventory: [...inventory] };
  const plan: Plan = { ...newPlan(), ...change, task };
  return { plan, task, ways: waysOf(plan, task) };
}

function wayOf(ways: readonly Way[], id: WayId): Way {
  const way = ways.find((each) => each.id === id);
  if (way === undefined) throw new Error(`no way ${id}`);
  return way;
}

const open = (ways: readonly Way[]) => ways.filter(isOpen).map(({ id }) => id);
const gcp = { kms: [newKms('gcp', 'kms1')] };
const root = (spec: string) =>
  seenNode(
    'bank1',
    keysFrom(1, (number) => ({ root: number === 1, spec })),
  );

describe('from where keys are to where they should be', () => {
  test.each<[today: KeyPlace, wanted: KeyPlace, open: WayId[]]>([
    ['plain', 'plain', []],
    ['plain', 'envelope', ['encrypt']],
    ['plain', 'external', ['export', 'transfer', 'rewrite']],
    ['envelope', 'plain', ['revert']],
    ['envelope', 'envelope', ['rotate-wrapper']],
    ['envelope', 'external', ['export', 'transfer', 'rewrite']],
    ['external', 'plain', ['transfer', 'rewrite', 'kept-material']],
    ['external', 'envelope', ['transfer', 'rewrite', 'kept-material']],
    ['external', 'external', ['transfer', 'rewrite', 'kept-material']],
  ])('%s to %s', (today, wanted, ids) => {
    expect(open(asked({ today, wanted }).ways)).toEqual(ids);
  });

  test('the others say where they lead', () => {
    const { ways } = asked({ today: 'plain', wanted: 'envelope' });
    expect(wayOf(ways, 'export').against.map(({ text }) => text)).toEqual([
      'It leads from keys in the database in the clear, or in the database encrypted to keys in a KMS only.',
    ]);
  });

  test('what is open stands first', () => {
    for (const today of keyPlaces) {
      for (const wanted of keyPlaces) {
        const found = asked({ today, wanted }).ways.map(isOpen);
        expect(found).toEqual([...found].sort((a, b) => Number(b) - Number(a)));
      }
    }
  });
});

describe('keys are taken along', () => {
  const into = { today: 'plain', wanted: 'external' } as const;

  test.each(['doubted', 'gone'] as const)('not when the material is %s', (material) => {
    expect(open(asked({ ...into, material }).ways)).not.toContain('export');
  });

  test('not into AWS when the root is the one that Canton makes by default', () => {
    const { ways } = asked({ ...into, rootKey: 'ec-curve-25519' });
    expect(wayOf(ways, 'export').against[0]?.text).toMatch(/^AWS KMS can’t hold EC-Curve25519, the root key of the/);
  });

  test('the inventory is believed before the answer, and named', () => {
    const { ways } = asked({ ...into, rootKey: 'ec-p-256' }, {}, [root('EC-Curve25519')]);
    expect(wayOf(ways, 'export').against[0]?.text).toContain('the root key of bank1.');
    expect(open(asked({ ...into, rootKey: 'ec-curve-25519' }, {}, [root('EC-P256')]).ways)).toContain('export');
  });

  test('Google Cloud takes that root, but not on 3.3', () => {
    const facts = { ...into, rootKey: 'ec-curve-25519' } as const;
    expect(open(asked(facts, gcp).ways)).toContain('export');
    expect(open(asked(facts, { ...gcp, release: '3.3' }).ways)).not.toContain('export');
  });

  test('the KMS of the new nodes decides, not the first one', () => {
    const kms = [newKms('gcp', 'kms1'), newKms('aws', 'kms2')];
    const nodes = [newNode('participant', 'bank1-kms', external('kms2'))];
    expect(open(asked({ ...into, rootKey: 'ec-curve-25519' }, { kms, nodes }).ways)).not.toContain('export');
  });

  test('that nothing is known of the root is said', () => {
    const about = (facts: Partial<MigrationFacts>) =>
      wayOf(asked({ ...into, ...facts }).ways, 'export').mind.some(({ text }) => text.includes('paste an inventory'));
    expect([about({}), about({ rootKey: 'ec-p-256' })]).toEqual([true, false]);
  });
});

describe('parties move', () => {
  const into = { today: 'plain', wanted: 'external' } as const;

  test.each<[parties: MigrationFacts['parties'], open: WayId[]]>([
    ['none', ['new-node']],
    ['external', ['transfer']],
    ['local', ['export', 'rewrite']],
    ['both', ['export', 'transfer', 'rewrite']],
  ])('%s', (parties, ids) => {
    expect(open(asked({ ...into, parties }).ways)).toEqual(ids);
  });

  test('not with the commands of 3.3', () => {
    expect(open(asked({ ...into, parties: 'external' }, { release: '3.3' }).ways)).toEqual([]);
  });

  test('a sequencer joins as a new node, whoever is hosted elsewhere', () => {
    const nodes = [newNode('sequencer', 'sequencer1', external('kms1'))];
    expect(open(asked({ ...into, parties: 'both' }, { nodes }).ways)).toContain('new-node');
  });

  test('several operators are told who has to take part', () => {
    const told = (operators: MigrationFacts['operators']) =>
      wayOf(asked({ ...into, operators }).ways, 'rewrite').mind.length;
    expect(told('several')).toBe(told('one') + 1);
  });
});

test('out of a KMS only with material that was kept', () => {
  const out = { today: 'external', wanted: 'envelope', parties: 'local' } as const;
  expect(open(asked(out).ways)).toContain('kept-material');
  expect(open(asked({ ...out, material: 'gone' }).ways)).toEqual(['rewrite']);
});

describe('an answer', () => {
  test('takes the way that leads there, and leaves one that does', () => {
    const way = ({ task }: Plan) => (task.type === 'migrate' ? task.way : undefined);
    const { plan } = asked({});
    const into = answered(plan, { wanted: 'external' });
    expect(way(into)).toMatchObject({ type: 'export' });
    const moved = answered(into, { material: 'doubted' });
    expect(way(moved)).toMatchObject({ type: 'transfer' });
    expect(way(answered(moved, { operators: 'several' }))).toBe(way(moved));
  });

  test('leaves the way alone when none leads there', () => {
    const { plan, task } = asked({ today: 'external', wanted: 'plain' });
    expect(betterWay(plan, task)).toBeUndefined();
    expect(answered(plan, { operators: 'several' }).task).toMatchObject({ way: { type: 'encrypt' } });
  });
});

describe('what to know before a way is taken', () => {
  const mind = (facts: Partial<MigrationFacts>, id: WayId) => wayOf(asked(facts).ways, id).mind.map(({ text }) => text);

  test('taking keys along makes a new participant, for the parties of the namespace, and nobody has shown it so', () => {
    const facts = { today: 'plain', wanted: 'external' } as const;
    expect(wayOf(asked(facts).ways, 'export').about).toContain('a new identifier in the old namespace');
    const told = mind(facts, 'export');
    expect(told).toContainEqual(expect.stringContaining('own namespace come along'));
    expect(told).toContainEqual(expect.stringMatching(/^The documentation gives the new node the identity of the old/));
    expect(told).toContainEqual(expect.stringMatching(/own test .* another synchronizer.* Rehearse/));
  });

  test('backups need the wrapper key of their time, whichever way the node goes', () => {
    const encrypted = mind({ today: 'plain', wanted: 'envelope' }, 'encrypt');
    const reverted = mind({ today: 'envelope', wanted: 'plain' }, 'revert');
    for (const told of [encrypted, reverted]) {
      expect(told).toContainEqual(expect.stringMatching(/wrapper key .*backup|[Bb]ackup.* wrapper key/));
    }
  });
});
