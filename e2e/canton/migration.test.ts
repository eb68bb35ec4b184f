import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type Release, releases } from '../../src/core/canton/releases';
import { type KmsType, kmsTypes } from '../../src/core/canton/schemes';
import { textOf } from '../../src/core/emit/artefact';
import { emit } from '../../src/core/emit/emit';
import type { InPlace } from '../../src/core/emit/runbook/stages';
import { remoteConsoleId } from '../../src/core/emit/targets/remote-console';
import { envelope, migrate, newKms, newNode, newPlan, newWay } from '../../src/core/plan/defaults';
import { withWay } from '../../src/core/plan/edit-migration';
import type { Kms } from '../../src/core/plan/kms';
import { nodeKinds } from '../../src/core/plan/node';
import type { Plan } from '../../src/core/plan/plan';
import { readHocon } from '../../src/core/read/hocon';
import type { HoconResult } from '../../src/core/read/hocon-value';
import { judge } from '../../src/core/read/judge/judge';
import { type JvmDocument, missingJvmTools, readWithJvm } from './jvm/read-with-jvm';
import { settled } from './settled';

/** Each configuration that a migration restarts its nodes with is read, in the page and on the JVM, and says what it must. */

const kmsOf: Record<KmsType, Kms> = {
  aws: { ...newKms('aws', 'kms1'), region: 'eu-central-1' },
  gcp: { ...newKms('gcp', 'kms1'), locationId: 'global', projectId: 'acme', keyRingId: 'canton' },
  driver: { ...newKms('driver', 'kms1'), driverName: 'acme-hsm', jar: 'acme.jar' },
};

/** What a node holds of its encryption in each folder: nothing, or whether it is taken back. */
const meant = {
  encrypt: { '02-encrypted': { type: 'kms' } },
  revert: { '02-reverted': { type: 'kms', reverted: true }, '04-plain': undefined },
} as const satisfies Record<InPlace, object>;

const plans = releases.flatMap((release) =>
  kmsTypes.flatMap((type) =>
    (['encrypt', 'revert'] as const).map((way) => ({
      name: `${release}, ${type}, ${way}`,
      ...planned(release, type, way),
    })),
  ),
);

function planned(release: Release, type: KmsType, way: InPlace) {
  const plan: Plan = {
    ...newPlan(),
    release,
    kms: [kmsOf[type]],
    task: { ...migrate(), way: { type: way } },
    nodes: nodeKinds.map((kind) => newNode(kind, `${kind}-1`, envelope('kms1'))),
  };
  const artefacts = emit(plan).filter(({ mediaType }) => mediaType === 'application/hocon');
  const files = new Map(artefacts.map((artefact) => [`./${artefact.path}`, textOf(artefact)]));
  const roots = artefacts.filter(({ id }) => id.startsWith('node-')).map(({ path }) => `./${path}`);
  const documents = roots.map(
    (root): JvmDocument => ({ id: `${release} ${type} ${way} ${root}`, names: [root], files, env: {} }),
  );
  return { release, way, documents };
}

/** What is wrong with what was read of a file; nothing when all is well. */
function difference(release: Release, way: InPlace, { names: [root = ''] }: JvmDocument, read: HoconResult) {
  if (!read.ok) return `${root} is not read: ${read.error.message}`;
  const { problems, nodes } = judge(read.root, release);
  if (problems.length > 0 || nodes.length !== 1) return `${root} is refused: ${JSON.stringify(problems)}`;
  const folder = root.split('/')[1] ?? '';
  const wanted = new Map<string, object | undefined>(Object.entries(meant[way])).get(folder);
  const held = nodes.map((node) => JSON.stringify(settled(node, release)));
  const said = /"encryption":(\{[^}]*"type":"kms"[^}]*\})/.exec(held[0] ?? '')?.[1];
  const isReverted = said?.includes('"reverted":true');
  const fits = wanted === undefined ? said === undefined : said !== undefined && isReverted === 'reverted' in wanted;
  return fits ? undefined : `${root} holds ${said}`;
}

test.each(plans)('$name is read in the page and means what was planned', async ({ release, way, documents }) => {
  expect(documents).toHaveLength(way === 'encrypt' ? 3 : 6);
  for (const document of documents) {
    expect(difference(release, way, document, await readHocon(document))).toBeUndefined();
  }
});

describe.skipIf(missingJvmTools().length > 0)('on the JVM', () => {
  test('all of them are read alike', () => {
    const all = plans.flatMap(({ release, way, documents }) =>
      documents.map((document) => ({ release, way, document })),
    );
    const answers = readWithJvm(all.map(({ document }) => document));
    expect(answers).toHaveLength(all.length);
    expect(
      all.flatMap(({ release, way, document }, at) => {
        const answer = answers[at];
        const found = answer === undefined ? 'no answer' : difference(release, way, document, answer);
        return found === undefined ? [] : [found];
      }),
    ).toEqual([]);
  });
});

/** New nodes are started from a folder that speaks of them alone. */
const newcomers = releases.flatMap((release) =>
  kmsTypes.flatMap((type) =>
    (['export', 'transfer'] as const).flatMap((way) =>
      (['file-per-node', 'one-file'] as const).map((layout) => ({ release, type, way, layout })),
    ),
  ),
);

test.each(newcomers)('$release, $type, $way, $layout: what starts new nodes starts no old one', async (each) => {
  const { release, type, way, layout } = each;
  const start: Plan = {
    ...newPlan(),
    release,
    kms: [kmsOf[type]],
    output: { ...newPlan().output, layout },
    nodes: ['bank-1', 'bank-2'].map((name) => newNode('participant', name, envelope('kms1'))),
    task: migrate(),
  };
  const files = emit(withWay(start, newWay(way))).filter(({ mediaType, id }) => {
    return mediaType === 'application/hocon' && id !== remoteConsoleId && id !== 'features';
  });
  const texts = new Map(files.map((file) => [`./${file.path}`, textOf(file)]));
  const roots = [...texts.keys()].filter((path) => !path.endsWith('shared.conf'));
  const names: string[] = [];
  for (const path of roots) {
    const read = await readHocon({ names: [path], files: texts, env: {} });
    if (!read.ok) throw new Error(`${path}: ${read.error.message}`);
    const { problems, nodes } = judge(read.root, release);
    expect(problems).toEqual([]);
    names.push(...nodes.map(({ name }) => name));
  }
  expect(names.sort()).toEqual(['bank-1-kms', 'bank-2-kms']);
});

test('shellcheck has nothing to say about any start script of a folder', () => {
  for (const way of ['encrypt', 'revert'] as const) {
    const plan: Plan = {
      ...newPlan(),
      kms: [kmsOf.driver],
      task: { ...migrate(), way: { type: way } },
      nodes: [newNode('participant', 'a', envelope('kms1')), newNode('mediator', "it's", envelope('kms1'))],
    };
    const scripts = emit(plan).filter(({ mediaType }) => mediaType === 'text/x-shellscript');
    expect(scripts).toHaveLength(way === 'encrypt' ? 1 : 2);
    for (const script of scripts) {
      const { stdout, error } = spawnSync('shellcheck', ['-'], { input: textOf(script), encoding: 'utf8' });
      expect(error).toBeUndefined();
      expect(stdout).toBe('');
    }
  }
});
