import { describe, expect, test } from 'vitest';
import { type Release, releases } from '../releases';
import { type Command, commandSource } from './command';
import { commands } from './commands';
import { implicits } from './implicits';
import { imports } from './imports';
import { values } from './values';

const all: readonly Command[] = [...commands, ...values];
const on = (release: Release) => all.filter(({ at }) => release in at);

describe.each(releases)('on %s', (release) => {
  test('no two forms of a path ask the same of a caller', () => {
    const forms = on(release).flatMap(({ path, on, params }) =>
      on.map((receiver) => `${receiver} ${path} ${params.map(({ name, type }) => `${name}: ${type}`)}`),
    );
    expect(new Set(forms).size).toBe(forms.length);
  });

  test('what a command asks for is named once', () => {
    for (const { path, params } of on(release)) {
      expect(new Set(params.map(({ name }) => name)).size, path).toBe(params.length);
    }
  });

  test('a command without parentheses asks for nothing', () => {
    for (const { path, parens, params } of on(release)) if (parens === false) expect(params, path).toEqual([]);
  });

  test('a source is a line of a file at the commit that was read', () => {
    for (const command of on(release)) {
      expect(commandSource(command, release).url).toMatch(
        command.at[release] === null
          ? /\/blob\/[0-9a-f]{9}\/community\/[\w/-]+\.scala$/
          : /\/blob\/[0-9a-f]{9}\/(?:community|base)\/[\w/-]+\.scala#L\d+$/,
      );
    }
  });
});

test.each<[path: string, forms: string[]]>([
  ['topology.owner_to_key_mappings.propose', ['3.3', '3.4 3.5 3.6']],
  ['topology.owner_to_key_mappings.list', ['3.3 3.4 3.5', '3.6']],
  ['topology.namespace_delegations.list', ['3.3 3.4 3.5', '3.6']],
  ['synchronizers.list_registered', ['3.3', '3.4 3.5 3.6']],
  ['keys.secret.rotate_wrapper_key', ['3.3 3.4 3.5 3.6']],
  ['StaticSynchronizerParameters.defaults', ['3.6']],
])('%s has these forms', (path, forms) => {
  expect(all.filter((one) => one.path === path).map(({ at }) => Object.keys(at).join(' '))).toEqual(forms);
});

test('one NonEmpty is imported at most, and none on the oldest line', () => {
  const of = (release: Release) => imports.filter(({ path, at }) => path.endsWith('.NonEmpty') && release in at);
  expect(releases.map((release) => of(release).map(({ path }) => path))).toEqual([
    [],
    ['com.daml.nonempty.NonEmpty'],
    ['com.daml.nonempty.NonEmpty'],
    ['com.digitalasset.nonempty.NonEmpty'],
  ]);
});

test('no text becomes the id of a synchronizer or a party', () => {
  const fromText = implicits.filter(({ from }) => from === 'String').map(({ to }) => to);
  expect(fromText).toEqual(['Fingerprint', 'SequencerAlias', 'SynchronizerAlias']);
});
