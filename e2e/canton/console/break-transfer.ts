import { fingerprint } from './scenarios';
import {
  alice,
  bob,
  type Files,
  fileOf,
  hosts,
  listName,
  listOf,
  local,
  network,
  next,
  offset,
  pruning,
  type Stage,
  uidOf,
} from './transfer-world';
import type { World, WorldNode } from './world';

const without = (files: Files, ...names: readonly string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));

export const withNode = (on: World, node: string, changed: Partial<WorldNode>): World => ({
  ...on,
  nodes: on.nodes.map((each) => (each.name === node ? { ...each, ...changed } : each)),
});

export type Wrong = readonly [stage: string, on: World, files: Files, says: string];

/** Everything that a script relies on, broken once, from where it begins: before the offers, the agreement, the import. */
export function everythingWrong(offering: Stage, hosting: Stage, taking: Stage): readonly Wrong[] {
  const fresh = network();
  const nothing = {};
  const blank = { [listName]: ' \n' };
  const bothWays = [{ ...hosts[0], participant: uidOf(next) }, ...hosts] as typeof hosts;
  const collide = ['a b', 'a_b'].map((id) => ({
    uid: `${id}::${fingerprint('a')}`,
    keys: [],
    hosted: true,
    hosts,
  }));
  const proposal = `hosting-${fileOf(alice)}.proposal`;
  const signature = `hosting-${fileOf(alice)}.sig-ed25519`;
  const ofBob = `hosting-${fileOf(bob)}.sig-ecdsa-sha256`;
  const acs = `party-${fileOf(alice)}.acs.gz`;
  const inSha384 = { ...without(hosting.files, ofBob), [ofBob.replace('256', '384')]: 'text' };
  return [
    ...(['04', '05', '06'] as const).flatMap((stage) =>
      (['old-1', 'bank-1'] as const).flatMap((node) => [
        [stage, withNode(fresh, node, { running: false }), nothing, 'does not answer'] as const,
        [stage, withNode(fresh, node, { active: false }), nothing, 'is a passive replica'] as const,
        [stage, withNode(fresh, node, { mappings: [] }), nothing, 'is not initialised'] as const,
      ]),
    ),
    ['07', withNode(fresh, 'bank-1', { running: false }), nothing, 'does not answer'],
    ['07', withNode(fresh, 'bank-1', { active: false }), nothing, 'is a passive replica'],
    ['07', withNode(fresh, 'bank-1', { mappings: [] }), nothing, 'is not initialised'],
    ...(['04', '05', '06'] as const).map(
      (stage) => [stage, withNode(fresh, 'old-1', { connected: false }), nothing, 'is connected to 0'] as const,
    ),
    ['04', { ...fresh, parties: fresh.parties.slice(2) }, nothing, 'hosts no external party'],
    ...(['05', '06', '07'] as const).flatMap((stage) => [
      [stage, fresh, nothing, 'there is no file parties-old-1.txt'] as const,
      [stage, fresh, blank, 'names no party'] as const,
      [stage, { ...fresh, parties: collide }, listOf(...collide.map(({ uid }) => uid)), 'called the same'] as const,
    ]),
    ...(['05', '07'] as const).map(
      (stage) => [stage, withNode(fresh, 'bank-1', { registered: ['da', 'db'] }), nothing, 'knows 2'] as const,
    ),
    ['05', fresh, listOf(local), 'is a local party'],
    ['05', fresh, listOf(`eve::${fingerprint('eve')}`), 'does not host'],
    [
      '05',
      {
        ...fresh,
        parties: fresh.parties.map((each, first) => (first === 0 ? { ...each, hosts: bothWays } : each)),
      },
      offering.files,
      'is in use, and hosts',
    ],
    ['05', withNode(fresh, 'bank-1', { connected: false }), offering.files, 'is not connected to'],
    ['05', withNode(fresh, 'bank-1', { packages: ['p1'] }), offering.files, 'lacks 1 packages'],
    ['05', withNode(fresh, 'old-1', { pruning }), offering.files, 'pruning.clear_schedule()'],
    ['05', fresh, { ...offering.files, [proposal]: 'garbage' }, 'can not be read'],
    ['06', withNode(hosting.world, 'bank-1', { connected: true }), hosting.files, 'is connected: run'],
    ['06', withNode(hosting.world, 'bank-1', { manualConnect: false }), hosting.files, 'at its next start'],
    ['06', withNode(hosting.world, 'old-1', { pruning }), hosting.files, 'pruning.clear_schedule()'],
    ['06', hosting.world, without(hosting.files, offset), `there is no file ${offset}`],
    ['06', hosting.world, without(hosting.files, proposal), `there is no file ${proposal}`],
    ['06', hosting.world, { ...hosting.files, [proposal]: 'garbage' }, 'can not be read'],
    ['06', hosting.world, without(hosting.files, signature), 'there are 0'],
    ['06', hosting.world, { ...hosting.files, [signature.replace('ed25519', 'ecdsa-sha256')]: '0' }, 'there are 2'],
    ['06', hosting.world, { ...hosting.files, [signature]: 'text' }, 'is 64 bytes'],
    ['06', hosting.world, { ...hosting.files, [ofBob]: 'text' }, 'is not a signature in DER'],
    ['06', hosting.world, inSha384, 'is not a signature in DER'],
    ['07', { ...fresh, synchronizer: null }, nothing, 'has never been connected'],
    ['07', taking.world, without(taking.files, acs), `there is no file ${acs}`],
    ['07', withNode(taking.world, 'bank-1', { connected: true }), taking.files, 'is connected: run'],
    ['07', withNode(taking.world, 'bank-1', { manualConnect: false }), taking.files, 'at its next start'],
    ['07', taking.world, { ...taking.files, [`${acs}.import-into-bank-1-begun`]: '' }, 'was interrupted'],
  ];
}
