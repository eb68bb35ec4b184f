import { describe, expect, it } from 'vitest';
import { rotate } from './defaults';
import { readRotations } from './paste-rotations';
import type { ObservedKey, ObservedNode, Rotate } from './task';

const hex = (digit: string) => `1220${digit.repeat(64)}`;
const key = (digit: string, name: string, more: Partial<ObservedKey> = {}): ObservedKey => ({
  fingerprint: hex(digit),
  purpose: 'signing',
  usage: ['signing'],
  name,
  kmsKeyId: `kms-${digit}`,
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
const task: Rotate = {
  ...rotate(),
  inventory: [
    node('bank1', [
      key('a', 'bank1-signing'),
      key('b', 'bank1-auth'),
      key('c', 'root', { root: true, mapped: false }),
      key('d', 'retired', { mapped: false }),
    ]),
    node('bank2', [key('b', 'bank2-auth')]),
    node('env1', [key('e', 'env1-signing', { kmsKeyId: '', wrapperKeyId: 'w' })]),
  ],
};
const a = { node: 'bank1', fingerprint: hex('a'), to: { type: 'given', kmsKeyId: 'alias/new' }, name: 'new' };

describe('a pasted list of rotations', () => {
  it.each([
    ['tabs', `${hex('a')}\talias/new\tnew`],
    ['commas and Windows lines', `${hex('a')},alias/new,new\r\n\r\n`],
    ['quotes', `"${hex('a')}";"alias/new";"new"`],
    ['blanks', `${hex('a')}  alias/new  new`],
    ['a heading in another order', `\uFEFFNew name,Old fingerprint,New KMS key id\nnew,${hex('a')},alias/new`],
  ])('is read with %s', (_form, text) => {
    expect(readRotations(text, task)).toEqual({ rotations: [a], problems: [], rest: '' });
  });

  it('lets the node make the key when there is no id, and proposes names', () => {
    const { rotations } = readRotations(`${hex('a')}\n${hex('e')}\t\tmine`, task);
    const to = { type: 'generated', spec: null };
    expect(rotations).toEqual([
      { node: 'bank1', fingerprint: hex('a'), to, name: 'bank1-signing-2' },
      { node: 'env1', fingerprint: hex('e'), to, name: 'mine' },
    ]);
  });

  it('asks which node is meant when two hold the key', () => {
    expect(readRotations(`${hex('b')}\talias/new`, task).problems[0]?.message).toContain(
      'bank1 and bank2 hold this key: say which is meant',
    );
    const { rotations, problems } = readRotations(`node\tfingerprint\tname\nbank2\t${hex('b')}\tx`, task);
    expect(problems).toEqual([]);
    expect(rotations.map((one) => one.node)).toEqual(['bank2']);
  });

  it.each([
    [`${hex('f')}\tid`, 'No node of the inventory holds a key'],
    ['12206976\tid', 'Write the fingerprint in full'],
    ['\tid', 'The fingerprint is missing'],
    [`${hex('c')}\tid`, 'This is the root key of bank1: it is never rotated'],
    [`${hex('d')}\tid`, 'has not announced it'],
    [`${hex('e')}\tid`, 'env1 keeps its keys itself'],
    [`${hex('a')}\tid\tname\tmore`, 'More cells than'],
    [`node,fingerprint\nbank2,${hex('a')}`, 'bank2 holds no key'],
  ])('says of %j what is wrong', (text, message) => {
    const list = readRotations(text, task);
    expect(list.rotations).toEqual([]);
    expect(list.problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
    expect(list.rest).toBe(text);
  });

  it('takes a key once, and leaves the heading and what it could not take', () => {
    const list = readRotations(`fingerprint,name\n${hex('a')},x\n${hex('a')},y`, task);
    expect(list.rotations.map((one) => one.name)).toEqual(['x']);
    expect(list.problems).toEqual([{ line: 3, text: `${hex('a')},y`, message: 'This key stands in line 2 already.' }]);
    expect(list.rest).toBe(`fingerprint,name\n${hex('a')},y`);
  });
});
