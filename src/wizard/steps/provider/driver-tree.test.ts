import { describe, expect, it } from 'vitest';
import { emptyValue, shapedByName, soundsSecret, variableFor } from './driver-tree';

describe("a driver's settings", () => {
  it.each(['pin', 'user-password', 'apiToken', 'client-secret', 'credentials'])('takes %s for a secret', (key) => {
    expect(soundsSecret(key)).toBe(true);
  });

  it.each(['slot', 'host', 'region'])('takes %s for no secret', (key) => {
    expect(soundsSecret(key)).toBe(false);
  });

  it('makes a setting that sounds like a secret one, unless it was filled in', () => {
    const pin = { type: 'secret', variable: 'HSM_PIN' };
    expect(shapedByName({ key: 'pin', value: { type: 'text', value: '' } }, 'hsm')).toEqual(pin);
    const filled = { type: 'text', value: '1234' } as const;
    expect(shapedByName({ key: 'pin', value: filled }, 'hsm')).toBe(filled);
    const empty = { type: 'text', value: '' } as const;
    expect(shapedByName({ key: 'slot', value: empty }, 'hsm')).toBe(empty);
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
