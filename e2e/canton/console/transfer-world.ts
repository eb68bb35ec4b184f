import { generateKeyPairSync, sign } from 'node:crypto';
import { fingerprint, runningNode, world } from './scenarios';
import type { World, WorldNode } from './world';

/** Two external parties with real keys and a local one on the old node, a new node beside it, and the files of a move. */

const packages = ['p1', 'p2'];
const sequencer = runningNode({ name: 'seq-1', kind: 'sequencer', custody: 'plain', remote: true });
export const old = { ...runningNode({ name: 'old-1', kind: 'participant', custody: 'plain', remote: true }), packages };
export const next = {
  ...runningNode({ name: 'bank-1', kind: 'participant', custody: 'external', remote: true }),
  packages,
};
export const uidOf = ({ name, identity }: WorldNode) => `${name}::${identity?.namespace}`;

export const pairs = [generateKeyPairSync('ed25519'), generateKeyPairSync('ec', { namedCurve: 'P-256' })] as const;
export const [alice, bob] = ['alice', 'bob'].map((name) => `${name}::${fingerprint(name)}`) as [string, string];
export const local = `carol::${old.identity?.namespace}`;
export const hosts = [{ participant: uidOf(old), permission: 'Confirmation' as const, onboarding: false }];
export const parties = [alice, bob].map((uid, at) => {
  const publicKey = pairs[at]?.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  return { uid, keys: [], hosted: true, hosts, ...(publicKey !== undefined && { publicKey }) };
});

export function network(nodes: readonly WorldNode[] = [old, next], more: Partial<World> = {}): World {
  return {
    ...world([sequencer, ...nodes]),
    parties: [...parties, { uid: local, keys: [], hosted: true, hosts }],
    ...more,
  };
}

export const fileOf = (uid: string) => uid.replace('::', '--');
export const listName = 'parties-old-1.txt';
export const listOf = (...uids: readonly string[]) => ({ [listName]: uids.map((uid) => `${uid}\n`).join('') });
export const offset = 'hosting-old-1.offset';
export const pruning = '0 0 20 * * ?';

export type Files = Readonly<Record<string, string | Buffer>>;

/** What there is when a script begins. */
export type Stage = { readonly world: World; readonly files: Files };

/** What the owners of the parties do: each signs the bytes of its file with its own key. */
export function signatures(files: Files): Files {
  const hash = (uid: string) => Buffer.from(files[`hosting-${fileOf(uid)}.hash`] ?? '');
  return {
    [`hosting-${fileOf(alice)}.sig-ed25519`]: sign(null, hash(alice), pairs[0].privateKey),
    [`hosting-${fileOf(bob)}.sig-ecdsa-sha256`]: sign('sha256', hash(bob), pairs[1].privateKey),
  };
}
