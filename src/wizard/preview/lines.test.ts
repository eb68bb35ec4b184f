import { describe, expect, it } from 'vitest';
import type { Line } from '../../core/emit/artefact';
import { answerOf, comesFrom, explainedLine, settingOf } from './lines';

const line: Line = [
  { kind: 'plain', text: '  ' },
  { kind: 'key', text: 'region', from: 'kms.0.region', key: 'crypto.kms.region' },
  { kind: 'text', text: '"eu"', from: 'kms.0.region' },
];

describe('a line of a file', () => {
  it('knows its answer and its setting', () => {
    expect(answerOf(line)).toBe('kms.0.region');
    expect(settingOf(line)).toBe('crypto.kms.region');
    expect(answerOf([{ kind: 'comment', text: '# x' }])).toBeUndefined();
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

  it('is never one without a reason', () => {
    expect(explainedLine(lines, 'kms.0.region', 3)).toBe(1);
    expect(explainedLine(lines, undefined, 0)).toBeUndefined();
  });
});
