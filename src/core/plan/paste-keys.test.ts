import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelope, external, newNode } from './defaults';
import { readKeyTable } from './paste-keys';

const nodes = [
  newNode('participant', 'bank1', external('kms1')),
  newNode('sequencer', 'seq1', external('kms1')),
  newNode('participant', 'kept', envelope('kms1')),
  newNode('mediator', 'twin', external('kms1')),
  newNode('mediator', 'twin', external('kms1')),
];
const read = (text: string) => readKeyTable(text, nodes);
const messages = (text: string) => read(text).problems.map(({ message }) => message);

const whole = [
  { line: 1, index: 0, ids: { namespace: 'n', 'sequencer-auth': 'a', signing: 's', encryption: 'e' } },
  { line: 2, index: 1, ids: { namespace: 'N', 'sequencer-auth': 'A', signing: 'S' } },
];
const later = whole.map((row) => ({ ...row, line: row.line + 1 }));

describe('a pasted table of keys', () => {
  it.each([
    ['a spreadsheet', 'bank1\tn\ta\ts\te\nseq1\tN\tA\tS\t'],
    ['commas and quotes', '"bank1","n","a","s","e"\n"seq1","N","A","S",""'],
    ['semicolons', 'bank1; n; a; s; e\nseq1; N; A; S'],
    ['blanks', 'bank1 n a s e\nseq1 N A S'],
    ['Windows lines with a byte order mark', '\uFEFFbank1\tn\ta\ts\te\r\nseq1\tN\tA\tS\t\r\n'],
  ])('is read from %s', (_form, text) => {
    expect(read(text)).toEqual({ rows: whole, problems: [], rest: '' });
  });

  it.each([
    ['the usual order', 'node,namespace,sequencer-auth,signing,encryption\nbank1,n,a,s,e\nseq1,N,A,S,'],
    ['another order', 'Encryption key,Signing,Node,Namespace key,Sequencer authentication\ne,s,bank1,n,a\n,S,seq1,N,A'],
  ])('follows a heading in %s', (_form, text) => {
    expect(read(text)).toEqual({ rows: later, problems: [], rest: '' });
  });

  it('leaves a key alone whose cell is empty', () => {
    expect(read('bank1\t\t\ts').rows).toEqual([{ line: 1, index: 0, ids: { signing: 's' } }]);
  });

  it.each([
    ['bank9\tn', 'The plan has no node bank9.'],
    ['twin\tn', 'The plan has 2 nodes called twin.'],
    ['kept\tn', "The keys of kept don't live in the KMS: nothing can be given to it."],
    ['\tn', 'The name of the node is missing.'],
    ['bank1\t', 'No key stands behind bank1.'],
    ['seq1\tn\ta\ts\te', 'seq1 is a sequencer and has no encryption key: leave that cell empty.'],
    ['bank1\tn\ta\ts\te\tx', 'More cells than a node has keys'],
    ['bank1\tn\nbank1\tm', 'This node stands in line 1 already.'],
    ['node\tsigning\tregion\nbank1\ts\teu', 'Not read, since it is no key here or stands there twice: region.'],
    ['node\tnamespace\tsigning\tprotocol\nbank1\tn\ts\t', 'stands there twice: signing, protocol.'],
  ])('says of %j what is wrong', (text, message) => {
    expect(messages(text)).toEqual([expect.stringContaining(message)]);
  });

  it('leaves the heading and what it could not take', () => {
    const table = read('node,signing\nbank1,s\nbank9,t\nseq1,S');
    expect(table.rows.map(({ index }) => index)).toEqual([0, 1]);
    expect(table.problems).toEqual([{ line: 3, text: 'bank9,t', message: 'The plan has no node bank9.' }]);
    expect(table.rest).toBe('node,signing\nbank9,t');
  });

  it('loses no line, whatever is pasted', () => {
    const cell = fc.constantFrom('bank1', 'seq1', 'kept', 'twin', 'node', 'signing', 'alias/x', '"', '');
    const line = fc.tuple(fc.constantFrom(' ', ',', ';', '\t'), fc.array(cell, { maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(line), (parts) => {
        const lines = parts.map(([separator, cells]) => cells.join(separator));
        const { rows, problems } = read(lines.join('\n'));
        const told = new Set([...rows, ...problems].map((entry) => entry.line));
        const filled = lines.flatMap((text, at) => (text.trim() === '' ? [] : [at + 1]));
        const untold = filled.filter((at) => !told.has(at));
        expect(untold.every((at) => at === filled[0] && /node/.test(lines[at - 1] ?? ''))).toBe(true);
      }),
    );
  });
});
