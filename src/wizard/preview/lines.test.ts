import { describe, expect, it } from 'vitest';
import { find } from '../../core/canton/keys';
import { code } from '../../core/canton/sources';
import type { Line } from '../../core/emit/artefact';
import { answerOf, comesFrom, explainedLine, offerOf, reasonsOf } from './lines';

const line: Line = [
  { kind: 'plain', text: '  ' },
  { kind: 'key', text: 'region', from: 'kms.0.region', key: 'crypto.kms.region' },
  { kind: 'text', text: '"eu"', from: 'kms.0.region' },
];

const daemon = { about: 'runs them', source: code('cli', 'Cli.scala') };
const files = { source: code('appConfig', 'CantonConfig.scala') };
const started: Line = [
  { kind: 'plain', text: 'exec canton' },
  { kind: 'plain', text: ' daemon', reason: daemon },
  { kind: 'plain', text: ' -c own.conf', reason: files },
  { kind: 'plain', text: ' -c more.conf', reason: { ...files } },
];

describe('a line of a file', () => {
  it('knows its answer, and the setting it writes as its reason', () => {
    expect(answerOf(line)).toBe('kms.0.region');
    expect(reasonsOf(line)).toEqual([find('crypto.kms.region')]);
    expect(answerOf([{ kind: 'comment', text: '# x' }])).toBeUndefined();
    expect(reasonsOf([{ kind: 'comment', text: '# x' }])).toEqual([]);
  });

  it('outside of the settings gives what its words rest on, each once', () => {
    expect(reasonsOf(started)).toEqual([daemon, files]);
  });

  it('offers its answer, else its reason, else nothing', () => {
    expect(offerOf(line)).toBe('go to its answer');
    expect(offerOf(started)).toBe('say why it is there');
    expect(offerOf([{ kind: 'plain', text: 'shift' }])).toBeUndefined();
  });

  it('comes from its answer and from what is around it, not from one that only begins alike', () => {
    expect(comesFrom(line, 'kms.0.region')).toBe(true);
    expect(comesFrom(line, 'kms.0')).toBe(true);
    expect(comesFrom(line, 'kms.0.reg')).toBe(false);
  });
});

describe('the line that is explained', () => {
  const setting = (from: string): Line => [{ kind: 'key', text: from, from, key: 'crypto.kms.region' }];
  const lines: Line[] = [
    [{ kind: 'comment', text: '# head' }],
    setting('kms.0.region'),
    setting('kms.0.auditLogging'),
    [{ kind: 'punctuation', text: '}', from: 'kms.0.region' }],
  ];

  it('is the first of the answer that has the focus', () => {
    expect(explainedLine(lines, 'kms.0.auditLogging', undefined)).toBe(2);
    expect(explainedLine(lines, 'nodes.0.name', undefined)).toBeUndefined();
    expect(explainedLine(lines, undefined, undefined)).toBeUndefined();
  });

  it('is the chosen one until the focus goes elsewhere', () => {
    expect(explainedLine(lines, undefined, 2)).toBe(2);
    expect(explainedLine(lines, 'kms.0.auditLogging', 2)).toBe(2);
    expect(explainedLine(lines, 'kms.0', 2)).toBe(2);
    expect(explainedLine(lines, 'kms.0.region', 2)).toBe(1);
  });

  it('stays with a line that has no answer until an answer gets the focus', () => {
    expect(explainedLine([...lines, started], undefined, 4)).toBe(4);
    expect(explainedLine([...lines, started], 'kms.0.region', 4)).toBe(1);
  });

  it('is never one without a reason', () => {
    expect(explainedLine(lines, 'kms.0.region', 3)).toBe(1);
    expect(explainedLine(lines, undefined, 0)).toBeUndefined();
  });
});
