import { expect, test } from 'vitest';
import { driver } from './cases/case';
import { findings } from './rules';

test('a secret becomes the name of a variable and nothing of it is left', () => {
  const plan = driver({
    config: [
      { key: 'slot', value: { type: 'number', value: '3' } },
      {
        key: 'login',
        value: { type: 'group', entries: [{ key: 'user-pin', value: { type: 'text', value: 'hunter2' } }] },
      },
    ],
  });
  const fixed = findings(plan)
    .find(({ id }) => id === 'driver-secret-in-clear')
    ?.fix?.apply(plan);
  expect(JSON.stringify(fixed)).not.toContain('hunter2');
  expect(fixed?.kms[0]).toEqual({
    ...plan.kms[0],
    config: [
      { key: 'slot', value: { type: 'number', value: '3' } },
      {
        key: 'login',
        value: { type: 'group', entries: [{ key: 'user-pin', value: { type: 'secret', variable: 'USER_PIN' } }] },
      },
    ],
  });
});
