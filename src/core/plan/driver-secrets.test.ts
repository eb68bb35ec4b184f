import { expect, test } from 'vitest';
import { asVariable, looksSecret } from './driver-secrets';

test.each([
  'pin',
  'PIN',
  'HSM_PIN',
  'userPin',
  'user.pin',
  'password',
  'user-password',
  'apiToken',
  'passwd',
  'token',
  'client-secret',
  'apiKey',
  'credentials',
])('%s looks like a secret', (key) => {
  expect(looksSecret(key)).toBe(true);
});

test.each([
  'slot',
  'host',
  'region',
  'spin',
  'pinned',
  'mapping',
  'token-label',
  'tokenName',
  'credentials-file',
  'key-id',
  'opinion',
])('%s does not', (key) => {
  expect(looksSecret(key)).toBe(false);
});

test.each([
  ['user.pin', 'USER_PIN'],
  ['userPin', 'USER_PIN'],
  ['acme-hsm user pin', 'ACME_HSM_USER_PIN'],
  ['--pin--', 'PIN'],
  ['!', ''],
])('%s is %s to a shell', (name, variable) => {
  expect(asVariable(name)).toBe(variable);
});
