import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../src/core/canton/releases';
import { textOf } from '../../src/core/emit/artefact';
import { exportFolder, exportKeys } from '../../src/core/emit/scripts/export-keys';
import { scriptFile } from '../../src/core/emit/scripts/script';
import { subjectOf } from '../../src/core/emit/scripts/subject';
import { settingsOf } from '../../src/core/emit/settings';
import { newNode, newPlan } from '../../src/core/plan/defaults';
import { inConsole } from './console/run';
import { runningNode, world } from './console/scenarios';
import type { Key, StoredKey, World, WorldNode } from './console/world';
import { missingJvmTools } from './jvm/read-with-jvm';

/** The export of private keys, run on the stand-in with real key pairs: what lies in the files is what the node held. */

const missing = missingJvmTools();
if (missing.length > 0) console.error(`The export of keys is not run here: ${missing.join(', ')} missing`);

const bytes = ({ privateKey }: { privateKey: KeyObject }) =>
  privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

/** A private key of each kind that Canton has, as Base64. */
const material: Record<string, () => string> = {
  'EC-P256': () => bytes(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  'EC-P384': () => bytes(generateKeyPairSync('ec', { namedCurve: 'P-384' })),
  'EC-Secp256k1': () => bytes(generateKeyPairSync('ec', { namedCurve: 'secp256k1' })),
  'EC-Curve25519': () => bytes(generateKeyPairSync('ed25519')),
  'RSA-2048': () => bytes(generateKeyPairSync('rsa', { modulusLength: 2048 })),
};

/** The kinds of the root key, of those that sign, and of the one that decrypts, as a script wants them for AWS. */
const kinds = ['EC-P256', 'EC-Secp256k1', 'EC-P384', 'RSA-2048'];

function withMaterial(node: WorldNode, specs: readonly string[] = kinds): WorldNode {
  const spec = new Map(node.keys.map(({ fingerprint }, at) => [fingerprint, specs[at] ?? 'EC-P256']));
  const changed = <K extends { fingerprint: string; spec: string }>(key: K): K => ({
    ...key,
    spec: spec.get(key.fingerprint) ?? key.spec,
  });
  const retired: StoredKey = {
    ...{ fingerprint: `1220${'ee'.repeat(32)}`, purpose: 'signing', usage: ['signing'], spec: 'EC-Curve25519' },
    ...{ name: 'retired', kmsKeyId: null, wrapperKeyId: null },
  };
  return {
    ...node,
    keys: [...node.keys.map(changed), retired].map((key) => ({ ...key, material: material[key.spec]?.() ?? '' })),
    mappings: node.mappings.map((mapping) => ({ ...mapping, keys: mapping.keys.map(changed) })),
  };
}

const parts = { name: 'bank-1', kind: 'participant', custody: 'plain', remote: true } as const;

function network(change: (node: WorldNode) => WorldNode = (node) => node, more: Partial<World> = {}): World {
  return { ...world([change(withMaterial(runningNode(parts)))]), features: ['preview'], ...more };
}

function script(release: Release) {
  const plan = { ...newPlan(), release, nodes: [newNode('participant', 'bank-1', { type: 'none' })] };
  const settings = settingsOf(plan);
  const [node = newNode('participant', '', { type: 'none' })] = plan.nodes;
  const file = scriptFile(settings, exportKeys(subjectOf(settings, node, 0), 'aws'), 'export.sc');
  return {
    id: 'export',
    text: textOf({ lines: file.write() }),
    nodes: [{ name: 'bank-1', kind: 'participant' as const, remote: true }],
  };
}

const without =
  (fingerprint: (node: WorldNode) => string | undefined) =>
  (node: WorldNode): WorldNode => ({
    ...node,
    keys: node.keys.filter((key) => key.fingerprint !== fingerprint(node)),
  });

/** The key that is held and no longer announced. */
function retiredOf({ keys }: WorldNode): readonly Key[] {
  return keys
    .filter(({ name }) => name === 'retired')
    .map(({ fingerprint, purpose, usage, spec }) => ({ fingerprint, purpose, usage, spec }));
}

function alsoSigning<K extends Key>(key: K): K {
  return key.usage.includes('sequencer-auth') ? { ...key, usage: [...key.usage, 'signing'].sort() } : key;
}

const refused: readonly (readonly [what: string, start: World, outcome: string, says: string])[] = [
  ['a node that does not answer', network((node) => ({ ...node, running: false })), 'stopped', 'does not answer'],
  ['a console without preview commands', network(undefined, { features: [] }), 'refused', 'enable-preview-commands'],
  [
    'a root key that the KMS can not hold',
    network((node) => withMaterial(node, ['EC-Curve25519', ...kinds.slice(1)])),
    'stopped',
    'a key for signing of the kind EC-Curve25519',
  ],
  [
    'an encryption key of a curve that may only sign',
    network((node) => withMaterial(node, [...kinds.slice(0, 3), 'EC-P256'])),
    'stopped',
    'a key for encryption of the kind EC-P256',
  ],
  [
    'a root key that is kept elsewhere',
    network(without((node) => node.identity?.namespace)),
    'stopped',
    'does not hold the root key',
  ],
  [
    'an announced key that is lost',
    network(without((node) => node.keys.find(({ usage }) => usage.includes('signing'))?.fingerprint)),
    'stopped',
    'which it has announced',
  ],
  [
    'two announced keys for one use',
    network((node) => ({
      ...node,
      mappings: node.mappings.map((mapping) => ({ ...mapping, keys: [...mapping.keys, ...retiredOf(node)] })),
    })),
    'stopped',
    'has announced 2 keys for signing: withdraw all but one first',
  ],
  [
    'a key for several uses',
    network((node) => ({
      ...node,
      keys: node.keys.map(alsoSigning),
      mappings: node.mappings.map((mapping) => ({ ...mapping, keys: mapping.keys.map(alsoSigning) })),
    })),
    'stopped',
    'a key is for several uses, sequencer-auth,signing',
  ],
  [
    'keys in a KMS',
    network((node) => ({ ...node, keys: node.keys.map((key) => ({ ...key, kmsKeyId: key.name })) })),
    'stopped',
    'never leave it',
  ],
];

describe.skipIf(missing.length > 0)('keys are exported', () => {
  // The command is the same on all four lines, and the compiler holds the script to each.
  test('as they are, for their owner alone, and never twice', () => {
    const release = '3.5';
    const start = network();
    inConsole(release, [script(release)], (runAll, folder) => {
      const runs = runAll([start, start].map((each) => ({ world: each, scripts: [{ script: 'export' }] })));
      const [first, second] = runs.map(({ results }) => results[0]);
      expect(first).toMatchObject({ outcome: 'done', changed: false });
      expect(first?.output).toMatch(/^LEFT\t.*is not announced: it stays in the database alone$/m);
      expect(second?.outcome).toBe('stopped');
      expect(second?.message).toContain('nothing is overwritten');

      const into = join(folder, exportFolder('bank-1'));
      const held = start.nodes[0]?.keys ?? [];
      const wanted = held.filter(({ name }) => name !== 'retired');
      expect(wanted).toHaveLength(4);
      expect(readdirSync(into).sort()).toEqual(
        [...wanted.map(({ fingerprint }) => `${fingerprint}.der`), 'keys.tsv'].sort(),
      );
      expect(statSync(into).mode & 0o777).toBe(0o700);
      for (const name of readdirSync(into)) expect(statSync(join(into, name)).mode & 0o777).toBe(0o600);
      for (const { fingerprint, material: written = '' } of wanted) {
        const file = join(into, `${fingerprint}.der`);
        expect(readFileSync(file).toString('base64')).toBe(written);
        expect(spawnSync('openssl', ['pkey', '-inform', 'DER', '-in', file, '-noout']).status).toBe(0);
      }
      const rows = readFileSync(join(into, 'keys.tsv'), 'utf8').trimEnd().split('\n');
      expect(rows.map((row) => row.split('\t')).sort()).toEqual(
        wanted
          .map(({ fingerprint, spec, usage, name }) => [
            fingerprint,
            spec,
            usage.filter((use) => use !== 'proof-of-ownership').join(',') || 'encryption',
            name,
          ])
          .sort(),
      );
    });
  });

  test('but none before every one of them can go: what is wrong stops it before it writes', () => {
    inConsole('3.5', [script('3.5')], (runAll, folder) => {
      const answers = runAll(refused.map(([, start]) => ({ world: start, scripts: [{ script: 'export' }] })));
      for (const [at, [what, , outcome, says]] of refused.entries()) {
        const result = answers[at]?.results[0];
        expect(result, what).toMatchObject({ outcome, changed: false });
        expect(`${result?.message}${result?.output}`, what).toContain(says);
      }
      expect(existsSync(join(folder, exportFolder('bank-1')))).toBe(false);
    });
  });
});
