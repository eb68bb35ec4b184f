import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Release, releases } from '../../src/core/canton/releases';
import { defaultScheme, type KmsType, kmsTypes } from '../../src/core/canton/schemes';
import { type Artefact, textOf } from '../../src/core/emit/artefact';
import { emit } from '../../src/core/emit/emit';
import { remoteConsoleId } from '../../src/core/emit/targets/remote-console';
import {
  envelope,
  external,
  givenKeys,
  newKms,
  newNode,
  newPlan,
  sessionSigningKeysOn,
} from '../../src/core/plan/defaults';
import { examples } from '../../src/core/plan/examples';
import type { DriverValue, Kms } from '../../src/core/plan/kms';
import { type Custody, nodeKinds } from '../../src/core/plan/node';
import type { Plan } from '../../src/core/plan/plan';
import { readHocon } from '../../src/core/read/hocon';
import type { HoconResult } from '../../src/core/read/hocon-value';
import { judge } from '../../src/core/read/judge/judge';
import type { NodeConfig } from '../../src/core/read/judge/values';
import { findings } from '../../src/core/rules/rules';
import { type JvmDocument, missingJvmTools, readWithJvm } from './jvm/read-with-jvm';
import { plannedValues } from './planned-values';
import { plan as anyPlan } from './plans/plan';
import { portsFor, remoteDifference } from './remote-values';
import { type Settled, settled } from './settled';

/** Whatever is emitted is read, by Canton's library on the JVM and in the page, and says what was planned. */

const count = Number(process.env.EMITTED_COUNT ?? 2_000);
const seed = Number(process.env.EMITTED_SEED ?? Date.now() % 1_000_000_000);
const missing = missingJvmTools();
if (missing.length > 0) console.error(`Not read with the JVM's parser here: ${missing.join(', ')} missing`);

type Emitted = JvmDocument & {
  readonly plan: Plan;
  /** The nodes that are configured, or the console that reaches all of them. */
  readonly of: { readonly type: 'nodes'; readonly nodes: readonly number[] } | { readonly type: 'console' };
  readonly env: Readonly<Record<string, string>>;
};

/** The files of a plan, as they would be given to one process for each node, to one for all of them, and to a console. */
function emitted(plan: Plan): readonly Emitted[] {
  const artefacts = emit(plan).filter(({ mediaType }) => mediaType === 'application/hocon');
  // Given with a path, as on a disk: a file beside another one is found only then.
  const files = new Map(artefacts.map((artefact) => [`./${artefact.path}`, textOf(artefact)]));
  const own = artefacts.filter(({ id }) => !id.startsWith('shared') && id !== remoteConsoleId);
  const starts = own.length === 1 ? [own] : [...own.map((artefact) => [artefact]), own];
  const secrets = environment(plan);
  const document = (given: readonly Artefact[], of: Emitted['of'], env: Emitted['env']): Emitted => {
    const names = given.map(({ path }) => `./${path}`);
    return { id: `${names.join(' ')} ${JSON.stringify([[...files], env])}`, names, files, env, plan, of };
  };
  return [
    ...starts.map((given) => document(given, { type: 'nodes', nodes: given.flatMap(({ nodes }) => nodes) }, secrets)),
    ...artefacts
      .filter(({ id }) => id === remoteConsoleId)
      .map((remote) => document([remote], { type: 'console' }, portsFor(textOf(remote)))),
  ];
}

/** Something for every secret that a driver of the plan names. */
function environment(plan: Plan): Readonly<Record<string, string>> {
  const namesIn = (value: DriverValue): string[] => {
    if (value.type === 'secret') return [value.variable];
    if (value.type === 'list') return value.items.flatMap(namesIn);
    return value.type === 'group' ? value.entries.flatMap((entry) => namesIn(entry.value)) : [];
  };
  const names = plan.kms.flatMap((kms) =>
    kms.type === 'driver' ? kms.config.flatMap(({ value }) => namesIn(value)) : [],
  );
  return Object.fromEntries(names.map((name) => [name, `"${name}" \${PATH} # \\`]));
}

/** What is wrong with what was read, compared with the plan; nothing when all is well. */
function difference({ plan, of, env }: Emitted, result: HoconResult): string | undefined {
  if (!result.ok) return `not read: ${result.error.message}`;
  const { problems, nodes: read } = judge(result.root, plan.release);
  if (problems.length > 0) return `refused: ${JSON.stringify(problems)}`;
  if (of.type === 'console') return remoteDifference(plan, result.root, env);
  const expected = of.nodes
    .map((index) => plan.nodes[index] ?? expect.fail())
    .map((node) => [`${node.kind}s.${node.name}`, plannedValues(plan, node, env)]);
  const actual = read.map((node) => [`${node.section}.${node.name}`, heldValues(node, plan.release)]);
  const [said, meant] = [canonical(Object.fromEntries(actual)), canonical(Object.fromEntries(expected))];
  return said === meant ? undefined : `read ${said}\nplanned ${meant}`;
}

/** What Canton holds for a node, of the sections that the plan speaks of, with the defaults of schemes spelled out. */
function heldValues(node: NodeConfig, release: Release): Settled {
  const { crypto, init, parameters } = asObject(settled(node, release));
  const { provider, signing, encryption, ...rest } = asObject(crypto);
  const scheme = (family: 'signing' | 'encryption', held: Settled | undefined) => {
    const { algorithms, keys } = asObject(held);
    const standard = (kind: 'algorithms' | 'keys') =>
      defaultScheme(`${family}.${kind}`, provider === 'kms' ? 'kms' : 'jce', release);
    return {
      algorithms: { default: standard('algorithms'), ...asObject(algorithms) },
      keys: { default: standard('keys'), ...asObject(keys) },
    };
  };
  return {
    crypto: {
      ...rest,
      provider: provider ?? null,
      signing: scheme('signing', signing),
      encryption: scheme('encryption', encryption),
    },
    init: init ?? null,
    ...(parameters !== undefined && { parameters }),
  };
}

function asObject(value: Settled | undefined): Readonly<Record<string, Settled>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** JSON with sorted names: equal texts mean equal values, for a name like `__proto__` too. */
function canonical(value: Settled): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
  return `{${fields.sort().join()}}`;
}

async function readHere({ names, files, env }: Emitted): Promise<HoconResult> {
  return readHocon({ names, files, env, unresolved: 'fail' });
}

const kmsOf: Record<KmsType, Kms> = {
  aws: { ...newKms('aws', 'kms1'), region: 'eu-central-1' },
  gcp: { ...newKms('gcp', 'kms1'), locationId: 'global', projectId: 'acme', keyRingId: 'canton' },
  driver: { ...newKms('driver', 'kms1'), driverName: 'acme-hsm', jar: 'acme.jar' },
};
const given: Custody = { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: 'bank1-wrapper' } };
const modes: Readonly<Record<string, Custody>> = {
  envelope: envelope('kms1'),
  'given wrapper key': given,
  external: external('kms1'),
  'given keys': { type: 'external', kms: 'kms1', keys: givenKeys() },
};

/** Every provider x mode x node kind x release line, the external ones with and without session signing keys. */
const combinations: readonly (readonly [name: string, plan: Plan])[] = releases.flatMap((release) =>
  kmsTypes.flatMap((type) =>
    Object.entries(modes).flatMap(([mode, custody]) =>
      nodeKinds.flatMap((kind) =>
        (custody.type === 'external' ? [true, false] : [false]).map((sessions): readonly [string, Plan] => {
          const node = newNode(kind, 'node1', custody);
          const plan: Plan = {
            ...newPlan(),
            release,
            kms: [kmsOf[type]],
            nodes: [sessions ? { ...node, sessionSigningKeys: sessionSigningKeysOn() } : node],
            nonStandardConfig: sessions && release === '3.4',
          };
          return [`${release} ${type} ${mode} ${kind}${sessions ? ' with session signing keys' : ''}`, plan];
        }),
      ),
    ),
  ),
);

describe('every combination', () => {
  const plans = [...combinations, ...examples.map(({ id, plan }) => [id, plan()] as const)];

  test.each(plans)('%s is read and means what was planned', async (_, plan) => {
    for (const document of emitted(plan)) expect(difference(document, await readHere(document))).toBeUndefined();
  });

  test.skipIf(missing.length > 0)(`the JVM reads all ${plans.length} alike`, () => {
    const documents = plans.flatMap(([, plan]) => emitted(plan));
    const results = readWithJvm(documents);
    const differences = documents.map((document, at) => difference(document, results[at] ?? expect.fail()));
    expect(differences.filter((found) => found !== undefined)).toEqual([]);
  });
});

describe(`${count} random plans (EMITTED_SEED=${seed} EMITTED_COUNT=${count})`, () => {
  const runs = { seed, numRuns: count };

  test('have no error, are read in the page and mean what was planned', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async (plan) => {
        expect(findings(plan).filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const document of emitted(plan)) expect(difference(document, await readHere(document))).toBeUndefined();
      }),
      runs,
    );
  });

  test.skipIf(missing.length > 0)('are read on the JVM and mean what was planned', () => {
    const documents: Emitted[] = [];
    fc.assert(
      fc.property(anyPlan, (plan) => {
        documents.push(...emitted(plan));
      }),
      runs,
    );
    const results = readWithJvm(documents);
    const known = new Map(documents.map(({ id }, at) => [id, results[at]]));
    const readThere = (document: Emitted) => known.get(document.id) ?? readWithJvm([document])[0] ?? expect.fail();
    if (documents.some((document) => difference(document, readThere(document)) !== undefined)) {
      // Once more, for the smallest plan that shows it: what shrinking comes up with is read one at a time.
      fc.assert(
        fc.property(anyPlan, (plan) => {
          for (const document of emitted(plan)) expect(difference(document, readThere(document))).toBeUndefined();
        }),
        runs,
      );
      expect.fail('A difference that did not show a second time.');
    }
    console.error(`EMITTED_SEED=${seed}: the JVM read ${documents.length} sets of files from ${count} plans`);
  });
});

describe('a shared file that went missing', () => {
  const shared: Plan = {
    ...newPlan(),
    kms: [kmsOf.aws],
    nodes: [newNode('participant', 'bank1', external('kms1')), newNode('participant', 'bank2', external('kms1'))],
  };
  const started = emitted(shared).filter(({ of }) => of.type === 'nodes');
  const documents = started.map((document) => ({
    ...document,
    files: new Map([...document.files].filter(([path]) => path !== './shared.conf')),
  }));

  test('is there at first', () => {
    expect(started).toHaveLength(3);
    for (const { files } of started) expect(files.has('./shared.conf')).toBe(true);
  });

  test('stops the start', async () => {
    for (const document of documents) {
      expect(await readHere(document)).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('shared.conf') },
      });
    }
  });

  test.skipIf(missing.length > 0)('stops it on the JVM', () => {
    for (const result of readWithJvm(documents)) {
      expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining('shared.conf') } });
    }
  });
});
