import { describe, expect, it } from 'vitest';
import { emptyValue, shapedByName, variableFor } from './driver-tree';

describe("a driver's settings", () => {
  it('makes a setting that sounds like a secret one, unless it was filled in', () => {
    const pin = { type: 'secret', variable: 'HSM_PIN' };
    expect(shapedByName({ key: 'pin', value: { type: 'text', value: '' } }, 'hsm')).toEqual(pin);
    const filled = { type: 'text', value: '1234' } as const;
    expect(shapedByName({ key: 'pin', value: filled }, 'hsm')).toBe(filled);
    const empty = { type: 'text', value: '' } as const;
    expect(shapedByName({ key: 'slot', value: empty }, 'hsm')).toBe(empty);
    // The same judgement as the finding's: letters inside another word don't count.
    expect(shapedByName({ key: 'mapping', value: empty }, 'hsm')).toBe(empty);
  });

  it('never takes a typed text along into the name of a variable', () => {
    expect(emptyValue('secret', { type: 'text', value: '1234' })).toEqual({ type: 'secret', variable: '' });
    expect(emptyValue('number', { type: 'text', value: '1234' })).toEqual({ type: 'number', value: '1234' });
  });

  it('names a variable that a shell can set', () => {
    expect(variableFor('acme-hsm', 'user pin')).toBe('ACME_HSM_USER_PIN');
    expect(variableFor('', '9lives')).toBe('_9LIVES');
  });
});
