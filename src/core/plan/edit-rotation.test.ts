import { describe, expect, it } from 'vitest';
import { newPlan, rotate } from './defaults';
import {
  addDeletion,
  chooseKeys,
  chooseWrappers,
  editDeletion,
  editKey,
  editWrapper,
  giveWrappers,
  removeDeletion,
  removeKey,
  removeWrapper,
  withPause,
  withRestore,
  withRotations,
} from './edit-rotation';
import type { Plan } from './plan';
import type { KeyRotation, ObservedKey, ObservedNode, Rotate } from './task';

const hex = (digit: string) => `1220${digit.repeat(64)}`;
const key = (digit: string, name: string, more: Partial<ObservedKey> = {}): ObservedKey => ({
  fingerprint: hex(digit),
  purpose: 'signing',
  usage: ['signing'],
  name,
  kmsKeyId: '',
  wrapperKeyId: '',
  mapped: true,
  root: false,
  spec: 'EC-P256',
  ...more,
});
const node = (name: string, keys: ObservedKey[]): ObservedNode => ({
  kind: 'participant',
  name,
  uid: '',
  namespace: '',
  keys,
  lost: [],
});
const bank = node('bank1', [key('a', 'signing'), key('b', '', { purpose: 'encryption', usage: [] })]);
const enveloped = node('env1', [
  key('c', 'one', { wrapperKeyId: 'rare' }),
  key('d', 'two', { wrapperKeyId: 'usual' }),
  key('e', 'two-2', { wrapperKeyId: 'usual' }),
]);
const plan: Plan = { ...newPlan(), nodes: [], task: { ...rotate(), inventory: [bank, enveloped] } };
const task = ({ task }: Plan): Rotate => (task.type === 'rotate' ? task : rotate());
const at = (name: string, digit: string) => ({ node: name, fingerprint: hex(digit) });
const generated: KeyRotation['to'] = { type: 'generated', spec: null };

describe('the rotation of wrapper keys', () => {
  it('begins with the wrapper key that most keys are under, and leaves the new one to Canton', () => {
    const chosen = chooseWrappers(plan, ['env1', 'nobody'], true);
    expect(task(chosen).wrappers).toEqual([{ node: 'env1', from: 'usual', to: { type: 'generated' } }]);
  });

  it('keeps its answers when it is chosen again, and goes when it is not', () => {
    const given = { type: 'given', id: 'new' } as const;
    const edited = editWrapper(chooseWrappers(plan, ['env1'], true), 0, (before) => ({ ...before, to: given }));
    expect(task(chooseWrappers(edited, ['env1'], true)).wrappers[0]?.to).toEqual(given);
    expect(task(chooseWrappers(edited, ['env1'], false)).wrappers).toEqual([]);
  });
});

it('gives a column of ids to wrapper rotations, and leaves the others', () => {
  const plain = node('env2', [key('f', 'three', { wrapperKeyId: 'usual' })]);
  const two = chooseWrappers(
    { ...plan, task: { ...task(plan), inventory: [enveloped, plain] } },
    ['env1', 'env2'],
    true,
  );
  const given = giveWrappers(two, new Map([[1, 'alias/w2']]));
  expect(task(given).wrappers.map(({ to }) => to)).toEqual([{ type: 'generated' }, { type: 'given', id: 'alias/w2' }]);
  expect(task(removeWrapper(given, 0)).wrappers.map((wrapper) => wrapper.node)).toEqual(['env2']);
});

describe('the rotation of keys', () => {
  it('gives each new key a name of its own, counted on from the old one', () => {
    const chosen = chooseKeys(plan, [at('bank1', 'a'), at('bank1', 'b'), at('env1', 'd'), at('env1', 'e')], true);
    expect(task(chosen).keys).toEqual([
      { ...at('bank1', 'a'), to: generated, name: 'signing-2' },
      { ...at('bank1', 'b'), to: generated, name: 'bank1-encryption-2' },
      { ...at('env1', 'd'), to: generated, name: 'two-3' },
      { ...at('env1', 'e'), to: generated, name: 'two-4' },
    ]);
  });

  it('keeps the answers of a key that is chosen again, and forgets those of one that is not', () => {
    const once = chooseKeys(plan, [at('bank1', 'a')], true);
    const named = editKey(once, 0, (before) => ({ ...before, name: 'mine' }));
    const twice = chooseKeys(named, [at('bank1', 'a'), at('bank1', 'b')], true);
    expect(task(twice).keys.map(({ name }) => name)).toEqual(['mine', 'bank1-encryption-2']);
    expect(task(chooseKeys(twice, [at('bank1', 'a')], false)).keys.map(({ name }) => name)).toEqual([
      'bank1-encryption-2',
    ]);
    expect(task(removeKey(twice, 0)).keys).toHaveLength(1);
  });

  it('takes over many at once, in the place of what was named before', () => {
    const once = chooseKeys(plan, [at('bank1', 'a'), at('bank1', 'b')], true);
    const pasted = { ...at('bank1', 'a'), to: { type: 'given', kmsKeyId: 'alias/new' } as const, name: 'new' };
    const other = { ...at('env1', 'c'), to: generated, name: 'one-2' };
    const { keys } = task(withRotations(once, [pasted, other]));
    expect(keys.map(({ fingerprint, name }) => [fingerprint, name])).toEqual([
      [hex('a'), 'new'],
      [hex('b'), 'bank1-encryption-2'],
      [hex('c'), 'one-2'],
    ]);
    expect(keys[0]).toEqual(pasted);
  });

  it('takes no more than a plan holds', () => {
    const many = Array.from({ length: 10_002 }, (_, place) => ({
      node: 'bank1',
      fingerprint: String(place),
      to: generated,
      name: String(place),
    }));
    expect(task(withRotations(plan, many)).keys).toHaveLength(10_000);
  });
});

describe('deleting a key', () => {
  it('asks for everything, and finds the node by a fingerprint that only one has', () => {
    const added = addDeletion(plan);
    expect(task(added).deletions).toEqual([{ node: '', fingerprint: '', retiredBefore: '' }]);
    const typed = editDeletion(added, 0, (before) => ({ ...before, fingerprint: hex('c') }));
    expect(task(typed).deletions[0]?.node).toBe('env1');
    const named = editDeletion(typed, 0, (before) => ({ ...before, node: 'bank1' }));
    expect(task(named).deletions[0]?.node).toBe('bank1');
    expect(task(removeDeletion(named, 0)).deletions).toEqual([]);
  });
});

it('switches the pause and the scripts for a restore', () => {
  expect(task(withPause(plan, false)).pause).toBe(false);
  expect(task(withRestore(plan, true)).restore).toBe(true);
});

it('changes nothing in a plan for new nodes', () => {
  const other = newPlan();
  expect(chooseKeys(other, [at('bank1', 'a')], true)).toBe(other);
  expect(addDeletion(other)).toBe(other);
});
