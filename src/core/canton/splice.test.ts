import { expect, test } from 'vitest';
import { spliceMigration } from './splice';

test.each([
  ['the values of the KMS on every upgrade', /helm upgrade.*default provider/],
  ['the check that refuses a second database', /enableParticipantDbConflictCheck/],
  ['an identifier that was never used', /never used before: newParticipantIdentifier, and nodeIdentifier/],
  ['what a dump holds, and that keys need names', /KMS ids and names.*without a name aborts/],
  ['the same KMS where a dump is read', /dump.*restore.*KMS has to be configured as where it was written/],
])('%s is told', (_, words) => {
  expect(spliceMigration.filter(({ text }) => words.test(text))).toHaveLength(1);
});

test('each is told once, in sentences, with a place to read on', () => {
  expect(new Set(spliceMigration.map(({ text }) => text)).size).toBe(spliceMigration.length);
  for (const { text, source } of spliceMigration) {
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(source.url).toMatch(/^https:\/\//);
  }
});
