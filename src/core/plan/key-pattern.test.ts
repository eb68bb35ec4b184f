import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyPurposes } from '../canton/key-purposes';
import { newKms } from './defaults';
import { keyFromPattern, patternProblem, usualPattern } from './key-pattern';

describe('a naming pattern', () => {
  it('makes an id of a name and a purpose', () => {
    expect(keyPurposes.map((purpose) => keyFromPattern('alias/{node}-{purpose}', 'bank1', purpose))).toEqual([
      'alias/bank1-namespace',
      'alias/bank1-sequencer-auth',
      'alias/bank1-signing',
      'alias/bank1-encryption',
    ]);
  });

  it('takes a name as it stands, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...keyPurposes), (name, purpose) => {
        expect(keyFromPattern('{node}/{purpose}', name, purpose)).toBe(`${name}/${purpose}`);
      }),
    );
  });

  it.each([
    ['alias/{node}', 2, 'Write {purpose}'],
    ['alias/{purpose}', 2, 'Write {node}'],
    ['alias/{name}-{purpose}', 2, 'not {name}'],
    ['', 1, 'Write {purpose}'],
  ])('%j for %i nodes is refused', (pattern, nodes, message) => {
    expect(patternProblem(pattern, nodes)).toContain(message);
  });

  it('needs no name where there is one node', () => {
    expect(patternProblem('alias/{purpose}', 1)).toBeUndefined();
    expect(patternProblem('alias/{node}-{purpose}', 1_000)).toBeUndefined();
  });

  it('begins in the form that the KMS takes', () => {
    const aws = newKms('aws', 'kms1');
    expect(usualPattern(aws)).toBe('alias/{node}-{purpose}');
    expect(
      usualPattern({ ...aws, region: 'eu-central-1', keyAccount: { type: 'other', account: '123456789012' } }),
    ).toBe('arn:aws:kms:eu-central-1:123456789012:alias/{node}-{purpose}');
    expect(usualPattern(newKms('gcp', 'kms1'))).toBe('{node}-{purpose}');
    expect(usualPattern(newKms('driver', 'kms1'))).toBe('{node}-{purpose}');
  });
});
