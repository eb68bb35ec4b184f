import { expect, describe as suite, test } from 'vitest';
import { defaultOf, describe, find, knows, linesOf, type NodeKey, sessionSigningKeysAt } from './keys';
import { type Key, type Keys, valuesIn } from './keys-model';
import { nodeKeys } from './keys-node';
import { processKeys } from './keys-process';
import { releases } from './releases';

suite('which line knows which key', () => {
  test.each<[NodeKey, string[]]>([
    ['crypto.kms.region', ['3.3', '3.4', '3.5', '3.6']],
    ['crypto.kms.custom-tags', ['3.6']],
    ['crypto.parallelism', ['3.5', '3.6']],
    ['crypto.parallelism.encryption-parallelism', ['3.6']],
    ['parameters.session-signing-keys.enabled', ['3.3']],
    ['crypto.kms.session-signing-keys.enabled', ['3.4']],
    ['crypto.session-signing-keys.disable-bound-checks', ['3.5', '3.6']],
    ['crypto.enable-experimental', ['3.6']],
    ['crypto.kms.type', ['3.3', '3.4', '3.5', '3.6']],
  ])('%s', (path, lines) => {
    expect(linesOf(path)).toEqual(lines);
  });

  test('session signing keys have exactly one place in each line', () => {
    for (const release of releases) expect(knows(sessionSigningKeysAt(release), release)).toBe(true);
  });

  test('what stands directly under canton starts with its name', () => {
    expect(knows('canton.parameters.non-standard-config', '3.3')).toBe(true);
    expect(knows('canton.parameters.fail-on-unknown-config-keys', '3.4')).toBe(false);
  });
});

suite('defaults', () => {
  test('differ between lines where Canton changed them', () => {
    expect(defaultOf('sequencer-client.default-max-sequencing-time-offset', '3.4')).toBe('5m');
    expect(defaultOf('sequencer-client.default-max-sequencing-time-offset', '3.5')).toBe('2m');
    expect(defaultOf('parameters.session-signing-keys.cut-off-duration', '3.3')).toBe('30s');
    expect(defaultOf('crypto.session-signing-keys.cut-off-duration', '3.5')).toBe('1m');
  });

  test('a line has none for a key it does not know', () => {
    expect(defaultOf('crypto.enable-experimental', '3.5')).toBeUndefined();
  });
});

test('choices hold what each line reads', () => {
  const key = find('crypto.signing.algorithms.default');
  if (key?.type.kind !== 'choice') throw new Error('not a choice');
  expect(valuesIn(key.type.values, '3.5')).toEqual(['ed-25519', 'ec-dsa-sha-256', 'ec-dsa-sha-384']);
  expect(valuesIn(key.type.values, '3.6')).toContain('ml-dsa-65');
});

test('a path that leads nowhere finds nothing, whatever it is called', () => {
  for (const path of ['crypto.kms.regio', 'crypto.kms.region.x', 'constructor', 'crypto.toString', 'canton.', ''])
    expect(find(path)).toBeUndefined();
});

test('every key says what it is for and where that is written', () => {
  const every = (keys: Keys): readonly Key[] =>
    Object.values(keys).flatMap((key) => [
      key,
      ...(key.type.kind === 'object' ? every(key.type.keys) : []),
      ...(key.type.kind === 'union' ? Object.values(key.type.variants).flatMap(every) : []),
    ]);
  const keys = [...every(nodeKeys), ...every(processKeys)];
  expect(keys.length).toBeGreaterThan(150);
  for (const key of keys) {
    expect(key.about).toMatch(/^[A-Za-z0-9].*\.$/s);
    expect(key.source.url).toMatch(/^https:\/\/github\.com\/digital-asset\/canton\/blob\/[0-9a-f]{9}\/\S+\.scala$/);
  }
  expect(describe('crypto.kms.region').about).toContain('AWS region');
});
