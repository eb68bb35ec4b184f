import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNodeList } from './paste-nodes';

const read = (text: string, taken: string[] = []) => readNodeList(text, 'participant', taken);
const pairs = (text: string) => read(text).nodes.map((node) => `${node.kind} ${node.name}`);

describe('a pasted list of nodes', () => {
  it.each([
    ['lines', 'participant bank1\nsequencer  seq1\nmediator\tmed1'],
    ['Windows lines with blank ones', 'participant bank1\r\n\r\nsequencer seq1\r\nmediator med1\r\n'],
    ['the name first', 'bank1 participant\nseq1 sequencer\nmed1 mediator'],
    ['plurals and capitals', 'Participants bank1\nSEQUENCER seq1\nmediators med1'],
    ['commas', 'participant,bank1\nsequencer, seq1\nmediator ,med1'],
    ['semicolons and quotes', '"participant";"bank1"\n"sequencer";"seq1"\n"mediator";"med1"'],
    ['tabs with a heading', 'Name\tKind\nbank1\tparticipant\nseq1\tsequencer\nmed1\tmediator'],
    ['a byte order mark', '\uFEFFkind,name\nparticipant,bank1\nsequencer,seq1\nmediator,med1'],
    ['a heading in a plain list', 'kind name\nparticipant bank1\nsequencer seq1\nmediator med1'],
  ])('is read from %s', (_form, text) => {
    expect(pairs(text)).toEqual(['participant bank1', 'sequencer seq1', 'mediator med1']);
    expect(read(text).problems).toEqual([]);
  });

  it('takes names alone as the kind that was asked for', () => {
    expect(readNodeList('med1\nmed2', 'mediator').nodes).toEqual([
      { kind: 'mediator', name: 'med1', line: 1 },
      { kind: 'mediator', name: 'med2', line: 2 },
    ]);
  });

  it('takes further answers under a heading', () => {
    const text =
      'Node name,Node type,Mode,Storage,Replicas\nbank1,participant,Envelope encryption,PostgreSQL,yes\nmed1,mediator,none,,no';
    expect(read(text).nodes).toEqual([
      { kind: 'participant', name: 'bank1', custody: 'envelope', storage: 'postgres', replicas: true, line: 2 },
      { kind: 'mediator', name: 'med1', custody: 'none', replicas: false, line: 3 },
    ]);
  });

  it.each([
    ['participnat bank1', '“participnat” is no kind of node. Write participant, sequencer or mediator.'],
    ['participant', 'A name is missing after “participant”.'],
    ['participant bank 1', 'More than a kind and a name.'],
    ['name,storage\nbank1,oracle', '“oracle” is no storage. Write postgres, h2 or memory.'],
    ['name,mode\nbank1,hsm', '“hsm” is not where keys live. Write external, envelope or none.'],
    ['name,replicas\nbank1,2', '“2” says neither yes nor no to replicas.'],
    ['name,kind\n,mediator', 'The name is missing.'],
    ['name,kind\nbank1,validator', '“validator” is no kind of node.'],
    ['name,kind\nbank1,mediator,x', 'More cells than the heading has columns.'],
    ['name,zone\nbank1,eu', 'Not read, since it is no answer here: zone.'],
  ])('says of %j what is wrong', (text, message) => {
    expect(read(text).problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
  });

  it('says which name stands there twice, and which the plan has', () => {
    const list = read('participant a\nparticipant b\nsequencer a', ['b']);
    expect(list.nodes.map((node) => node.name)).toEqual(['a']);
    expect(list.problems).toEqual([
      { line: 2, text: 'participant b', message: 'The plan has a node b already.' },
      { line: 3, text: 'sequencer a', message: 'a stands in line 1 already.' },
    ]);
  });

  it('leaves the heading and what it could not take', () => {
    const list = read('name,kind\nbank1,participant\nbank2,validator\nbank3,mediator');
    expect(list.nodes).toHaveLength(2);
    expect(list.rest).toBe('name,kind\nbank2,validator');
    expect(read('name,kind,zone\nbank1,participant,eu').rest).toBe('');
  });

  it('loses no line, whatever is pasted', () => {
    const word = fc.constantFrom('participant', 'mediator', 'bank1', 'bank2', 'name', 'kind', '"', '', 'x y');
    const line = fc.tuple(word, fc.constantFrom(' ', ',', ';', '\t'), word).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const list = read(lines.join('\n'));
        const told = new Set([...list.nodes, ...list.problems].map((entry) => entry.line));
        const filled = lines.flatMap((text, at) => (text.trim() === '' ? [] : [at + 1]));
        const heading = filled.find((at) => !told.has(at));
        expect(filled.filter((at) => !told.has(at))).toEqual(heading === undefined ? [] : [filled[0]]);
      }),
    );
  });
});
