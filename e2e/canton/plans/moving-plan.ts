import fc from 'fast-check';
import { external, migrate, newNode } from '../../../src/core/plan/defaults';
import type { Plan } from '../../../src/core/plan/plan';
import { type MigrationWay, type Move, protectionLevels } from '../../../src/core/plan/task';
import { withKeys } from './own-keys';
import { seenOf } from './seen-nodes';
import { maybe, nodeName, text } from './texts';

/** The same nodes on the move to new ones, which bring keys of their own or take the old ones along. */
export function movingPlan(plan: Plan): fc.Arbitrary<Plan> {
  const names = new Set(plan.nodes.map(({ name }) => name));
  const kms = fc.constantFrom(...plan.kms.map(({ id }) => id));
  const newcomer = fc
    .record({ name: nodeName.filter((name) => !names.has(name)), kms })
    .chain(({ name, kms: id }) => withKeys(newNode('participant', name, external(id))));
  const newcomers = fc.uniqueArray(newcomer, { minLength: 1, maxLength: 2, selector: ({ name }) => name });
  return newcomers.chain((added) => {
    const moves = fc.tuple(...added.map(({ name }) => move(plan, name))).map((all) => all.flat());
    return fc.record({ way: wayWith(moves), inventory: seenOf(plan.nodes) }).map(
      (task): Plan => ({
        ...plan,
        nodes: [...plan.nodes, ...added],
        task: { ...migrate(), ...task },
      }),
    );
  });
}

/** Most new nodes take the place of one that there is: of a participant, since the page refuses the others. */
function move({ nodes }: Plan, to: string): fc.Arbitrary<Move[]> {
  const old = nodes.filter(({ kind }) => kind === 'participant');
  const known = old.map(({ name: from }) => ({ arbitrary: fc.constant<Move[]>([{ from, to }]), weight: 6 }));
  return fc.oneof(
    ...known,
    { arbitrary: text.map((from) => [{ from, to }]), weight: 1 },
    { arbitrary: fc.constant<Move[]>([]), weight: 1 },
  );
}

function wayWith(moves: fc.Arbitrary<Move[]>): fc.Arbitrary<MigrationWay> {
  return fc.oneof(
    fc.record({ type: fc.constant('transfer' as const), moves }),
    fc.record({
      ...{ type: fc.constant('export' as const), moves, importJob: maybe(text) },
      protectionLevel: fc.constantFrom(...protectionLevels),
    }),
  );
}
