import { describe, expect, it } from 'vitest';
import type { Line } from '../../core/emit/artefact';
import { answerOf, comesFrom, settingOf } from './lines';

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
