import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, inventoryHeading, inventoryMarks, nodeStates } from '../canton/inventory';
import { encryptionKeys, loggedAs, signingKeys } from '../canton/schemes';
import { nodeKinds } from './node';
import { longestInventory, readInventory } from './paste-inventory';
import { keyUsages, type ObservedKey, type ObservedNode } from './task';

const hex = (digit: string) => `1220${digit.repeat(64)}`;
const key = (cells: Partial<Record<string, string>>) =>
  ['KEY', ...inventoryHeading.slice(1).map((column) => ({ ...signing, ...cells })[column] ?? '')].join('\t');
const signing: Partial<Record<string, string>> = {
  node: 'bank1',
  kind: 'participant',
  uid: `bank1::${hex('a')}`,
  namespace: hex('a'),
  mode: 'external',
  fingerprint: hex('b'),
  purpose: 'signing',
  usage: 'proof-of-ownership,signing',
  name: 'bank1-signing',
  kmsKeyId: 'alias/bank1-signing',
  mapped: 'true',
  root: 'false',
  spec: 'EC-P256',
};
const heading = inventoryHeading.join('\t');

/** What the script prints of a node, as the contract has it. */
function printed(node: ObservedNode): string[] {
  const cells = ({ fingerprint, purpose, usage, name, kmsKeyId, wrapperKeyId, mapped, root, spec }: ObservedKey) => [
    kmsKeyId !== '' ? 'external' : wrapperKeyId !== '' ? 'envelope' : 'plain',
    fingerprint,
    purpose,
    (usage.length > 0 && !usage.includes('namespace') ? ['proof-of-ownership', ...usage] : usage).join(','),
    escaped(name),
    escaped(kmsKeyId),
    escaped(wrapperKeyId),
    String(mapped),
    String(root),
    spec,
  ];
  const { name, kind, uid, namespace } = node;
  if (node.keys.length + node.lost.length === 0)
    return [[inventoryMarks.node, name, kind, nodeStates.empty].join('\t')];
  return [
    ...node.keys.map((each) => [inventoryMarks.key, name, kind, uid, namespace, ...cells(each)].join('\t')),
    ...node.lost.map((fingerprint) => [inventoryMarks.lost, name, kind, fingerprint].join('\t')),
  ];
}

const fingerprint = fc
  .string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
  .map((digits) => `1220${digits}`);
/** An operator's own text at its worst. */
const text = fc.string({
  unit: fc.oneof(fc.constantFrom('\\', '\t', '\n', '\r', ' ', 'K'), fc.string({ unit: 'binary' })),
});
const observedKey: fc.Arbitrary<ObservedKey> = fc
  .tuple(fc.constantFrom('external', 'envelope', 'plain'), text, fc.boolean())
  .chain(([mode, id, isSigning]) =>
    fc.record({
      fingerprint,
      purpose: fc.constant(isSigning ? 'signing' : 'encryption'),
      usage: isSigning ? fc.subarray([...keyUsages]) : fc.constant([]),
      name: text,
      kmsKeyId: fc.constant(mode === 'external' ? `k${id}` : ''),
      wrapperKeyId: fc.constant(mode === 'envelope' ? `w${id}` : ''),
      mapped: fc.boolean(),
      root: fc.boolean(),
      spec: fc.constantFrom('', ...[...signingKeys, ...encryptionKeys].map(loggedAs)),
    }),
  );
const observedNode = fc
  .record({
    kind: fc.constantFrom(...nodeKinds),
    name: fc.string({ unit: fc.constantFrom(...'abcXYZ012_-'), minLength: 1, maxLength: 30 }),
    uid: fc.constant(`x::${hex('c')}`),
    namespace: fc.constant(hex('c')),
    keys: fc.uniqueArray(observedKey, { selector: (one) => one.fingerprint, maxLength: 5 }),
    lost: fc.uniqueArray(fingerprint, { maxLength: 3 }),
  })
  // Who the node is stands on the lines of its keys.
  .map((node) => (node.keys.length > 0 ? node : { ...node, uid: '', namespace: '' }));
const inventory = fc.uniqueArray(observedNode, { selector: (node) => node.name, maxLength: 5 });

describe('a pasted inventory', () => {
  it('comes back as the script saw it, whatever the names of keys are', () => {
    fc.assert(
      fc.property(inventory, fc.constantFrom('\n', '\r\n'), (nodes, end) => {
        const read = readInventory([heading, ...nodes.flatMap(printed), ''].join(end));
        expect(read).toEqual({ nodes, problems: [], skipped: 0 });
      }),
    );
  });

  it('is found among what else a console says', () => {
    const said = [
      '$ canton run --no-tty inventory.sc -c remote.conf',
      '2026-11-24 12:00:00,001 [main] INFO  c.d.c.CantonCommunityApp - Starting Canton',
      `@ ${heading}`,
      key({}),
      '',
      'Bye!',
    ].join('\r\n');
    const read = readInventory(said);
    expect(read.skipped).toBe(3);
    expect(read.problems).toEqual([]);
    expect(read.nodes).toEqual([
      {
        kind: 'participant',
        name: 'bank1',
        uid: `bank1::${hex('a')}`,
        namespace: hex('a'),
        lost: [],
        keys: [
          {
            fingerprint: hex('b'),
            purpose: 'signing',
            usage: ['signing'],
            name: 'bank1-signing',
            kmsKeyId: 'alias/bank1-signing',
            wrapperKeyId: '',
            mapped: true,
            root: false,
            spec: 'EC-P256',
          },
        ],
      },
    ]);
  });

  it('of a second run in the same text replaces the first, node by node', () => {
    const other = key({ node: 'bank2', uid: `bank2::${hex('a')}` });
    const later = key({ fingerprint: hex('d') });
    const { nodes, problems } = readInventory([heading, key({}), other, heading, later].join('\n'));
    expect(problems).toEqual([]);
    expect(nodes.map((node) => [node.name, node.keys.map((each) => each.fingerprint)])).toEqual([
      ['bank1', [hex('d')]],
      ['bank2', [hex('b')]],
    ]);
  });

  it.each([
    ['a line cut in the middle', key({}).split('\t').slice(0, 9).join('\t'), 'ends after 9 of 15 cells: it was cut'],
    ['a line cut in its last cell', key({ spec: 'EC-P' }), '“EC-P” is no kind of key'],
    ['two lines in one', `${key({})}\tmore`, 'has 16 cells instead of 15'],
    ['lost tabs', key({}).replaceAll('\t', '   '), 'The tabs of this line became blanks'],
    ['a cut fingerprint', key({ fingerprint: '12206976' }), '“12206976” is no whole fingerprint'],
    ['a cut lost one', 'LOST\tbank1\tparticipant\t12206976', '“12206976” is no whole fingerprint'],
    ['another kind of node', key({ kind: 'validator' }), '“validator” is no kind of node'],
    ['no name', key({ node: '' }), 'The name of the node is missing'],
    ['another use', key({ usage: 'sealing' }), '“sealing” is no use of a key'],
    ['another purpose', key({ purpose: 'sealing' }), '“sealing” is no purpose of a key'],
    ['a flag', key({ mapped: 'yes' }), 'must be true or false'],
    ['a mode against its ids', key({ mode: 'plain' }), 'The line says plain, its ids say external'],
    ['a passive replica', 'NODE\tbank1\tparticipant\tis a passive replica', 'bank1 is a passive replica'],
    ['a node that is away', 'NODE\tbank1\tparticipant\tdoes not answer', 'bank1 did not answer'],
    ['a state that is cut', 'NODE\tbank1\tparticipant\tdoes n', 'says nothing about a node'],
    ['a cell without end', key({ name: 'x'.repeat(2_001) }), 'too long'],
  ])('names %s', (_what, line, message) => {
    const read = readInventory(`${heading}\n${line}`);
    expect(read.nodes).toEqual([]);
    expect(read.problems).toEqual([{ line: 2, text: line.slice(0, 200), message: expect.stringContaining(message) }]);
  });

  it('names two nodes of one name, and two tales of one key', () => {
    const { nodes, problems } = readInventory(
      [
        key({}),
        key({ kind: 'mediator' }),
        key({ uid: `bank1::${hex('e')}`, fingerprint: hex('f') }),
        key({ name: 'other' }),
        key({}),
      ].join('\n'),
    );
    expect(nodes.map((node) => node.keys.length)).toEqual([1]);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [2, 'In line 1, bank1 is a participant.'],
      [3, `In line 1, bank1 is bank1::${hex('a')}: these are two nodes of one name.`],
      [4, 'An earlier line says something else of this key.'],
    ]);
  });

  it('tells a node without keys from one that is away', () => {
    const { nodes } = readInventory('NODE\tmed1\tmediator\tholds no key');
    expect(nodes).toEqual([{ kind: 'mediator', name: 'med1', uid: '', namespace: '', keys: [], lost: [] }]);
  });

  it('has an end', () => {
    expect(readInventory('x'.repeat(longestInventory + 1)).problems).toEqual([
      { line: 1, text: 'x'.repeat(200), message: expect.stringContaining('too long') },
    ]);
    const many = Array.from({ length: 502 }, (_, at) => key({ fingerprint: `1220${String(at).padStart(64, '0')}` }));
    const { nodes, problems } = readInventory(many.join('\n'));
    expect(nodes[0]?.keys).toHaveLength(500);
    expect(problems.map(({ line }) => line)).toEqual([501, 502]);
  });

  it('loses no line', () => {
    const cut = fc.tuple(inventory, fc.nat()).map(([nodes, at]) => {
      const whole = [heading, ...nodes.flatMap(printed)].join('\n');
      return whole.slice(0, at % (whole.length + 1));
    });
    fc.assert(
      fc.property(cut, (pasted) => {
        const { nodes, problems, skipped } = readInventory(pasted);
        const taken = nodes.reduce((sum, node) => sum + Math.max(1, node.keys.length + node.lost.length), 0);
        const lines = pasted.split('\n').filter((line) => line.trim() !== '' && line !== heading);
        expect(taken + problems.length + skipped).toBe(lines.length);
      }),
    );
  });
});
