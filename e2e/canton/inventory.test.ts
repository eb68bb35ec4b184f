import fc from 'fast-check';
import { expect, test } from 'vitest';
import { releases } from '../../src/core/canton/releases';
import { readInventory } from '../../src/core/plan/paste-inventory';
import { withKeys, withNode } from './console/change-world';
import { journeys } from './console/journeys';
import { observed } from './console/observed';
import { inConsole } from './console/run';
import type { World } from './console/world';
import { missingJvmTools } from './jvm/read-with-jvm';
import { text } from './plans/texts';

/** What the inventory script prints, pasted, gives back the state of the network it was run on. */

const seed = Number(process.env.INVENTORY_SEED ?? Date.now() % 1_000_000_000);
const missing = missingJvmTools();
if (missing.length > 0) console.error(`The inventory is not run here: ${missing.join(', ')} missing`);

/** Names and ids that would end a cell or a line, if they were printed as they are. */
const awkward = fc.oneof(text, fc.constantFrom('a\tb', 'a\nb', 'a\r\nb', '\\t', '\\\\', '\t', 'KEY\tx', '"', ' x '));

test.skipIf(missing.length > 0).each(releases)(`on %s (INVENTORY_SEED=${seed})`, (release) => {
  const all = journeys(release);
  const [named] = all;
  const script = named?.scripts.find(({ path }) => path === 'inventory.sc');
  if (script === undefined) throw new Error('no inventory script');
  const oddities = fc.sample(fc.tuple(awkward, awkward, awkward), { seed, numRuns: all.length });
  const worlds = all.flatMap(({ world }, at) => [
    world,
    odd(world, oddities[at] ?? ['', '', '']),
    withLost(world),
    withPassive(world),
  ]);
  const answers = inConsole(release, [script], (runAll) =>
    runAll(worlds.map((world) => ({ world, scripts: [{ script: script.id }] }))),
  );
  const read = answers.map(({ results: [result] }) => readInventory(`some log line\n${result?.output}@ `));
  expect(read.map(({ nodes }) => nodes)).toEqual(worlds.map(answering));
  const silent = worlds.map(({ nodes }) => nodes.filter(({ running, active }) => !running || !active).length);
  expect(read.map(({ problems }) => problems.length)).toEqual(silent);
});

function answering({ nodes }: World) {
  return nodes.filter(({ running, active }) => running && active).map(observed);
}

/** The same world with names and ids that only a driver or a careless hand would give. */
function odd(world: World, [name, kmsKeyId, wrapperKeyId]: readonly [string, string, string]): World {
  return world.nodes.reduce(
    (changed, node) =>
      withKeys(changed, node.name, (key) => ({
        ...key,
        name,
        kmsKeyId: key.kmsKeyId === null ? null : kmsKeyId,
        wrapperKeyId: key.wrapperKeyId === null ? null : wrapperKeyId,
      })),
    world,
  );
}

/** The same world, in which each node has lost the keys it has announced. */
function withLost(world: World): World {
  return world.nodes.reduce(
    (changed, { name }) => withNode(changed, name, (node) => ({ ...node, keys: node.keys.slice(0, 1) })),
    world,
  );
}

/** The same world, in which the console reaches a passive replica of the first node. */
function withPassive(world: World): World {
  const [first] = world.nodes;
  return first === undefined ? world : withNode(world, first.name, (node) => ({ ...node, active: false }));
}
