import type { NodeKind } from '../../plan/node';
import type { Path } from '../../plan/plan';
import type { KeyDeletion, KeyRotation, ObservedKey, ObservedNode, Rotate, WrapperRotation } from '../../plan/task';
import type { File } from '../file';
import type { Settings } from '../settings';
import { align } from './align';
import { announceKeys } from './announce';
import { bringUp } from './bring-up';
import { deleteKeys, type Retired } from './delete';
import { identity } from './identity';
import { delegate } from './intermediate';
import { inventory } from './inventory';
import type { InKms } from './kinds-in-kms';
import { migration } from './migration';
import { registerAgain } from './register-again';
import type { Replacement } from './replacement';
import { rotateKeys } from './rotate';
import { type Script, scriptFile } from './script';
import { type Subject, subjectOf } from './subject';
import { withdrawKeys } from './withdraw';
import { rotateWrapper } from './wrapper';

/** A script of the bundle, and when it is run. */
export type Placed = {
  readonly script: Script;
  readonly file: File;
  /** Runs in the order of the list; before and after them; or only after a restore, in that order. */
  readonly when: 'in-turn' | 'any-time' | 'after-restore';
  /** What a person does before it: back up the database of its node, or prune the node. */
  readonly after: 'backup' | 'pruning' | undefined;
};

/** The console scripts of a plan, in the order in which they are run. */
export function scriptsOf(settings: Settings): readonly Placed[] {
  const { task } = settings.plan;
  if (task.type === 'rotate') return rotation(settings, task);
  if (task.type === 'migrate') return migration(settings, task);
  const delegates = settings.plan.nodes.some(({ intermediate }) => intermediate.type === 'on');
  if (settings.used.length === 0 && !delegates) return [];
  return placed(settings, { turns: setUp(settings), restore: [] });
}

type Turn = { readonly script: Script; readonly after?: 'backup' | 'pruning' };

function placed(
  settings: Settings,
  { turns, restore }: { readonly turns: readonly Turn[]; readonly restore: readonly Script[] },
): readonly Placed[] {
  const place = (script: Script, path: string, when: Placed['when'], after?: Placed['after']): Placed => ({
    script,
    file: scriptFile(settings, script, `${path}.sc`),
    when,
    after,
  });
  const list = inventory(settings);
  const width = Math.max(2, String(turns.length).length);
  return [
    place(list, list.name, 'any-time'),
    ...turns.map(({ script, after }, at) => {
      return place(script, `${String(at + 1).padStart(width, '0')}-${script.name}`, 'in-turn', after);
    }),
    ...restore.map((script) => {
      return place(script, `restore-${script.runs === 'manual-start' ? 1 : 2}-${script.name}`, 'after-restore');
    }),
  ];
}

/** Nodes of a synchronizer first: a participant has nothing to connect to before. */
const order = ['sequencer', 'mediator', 'participant'] as const satisfies readonly NodeKind[];

function setUp(settings: Settings): readonly Turn[] {
  const { nodes } = settings.plan;
  const subjects = order.flatMap((kind) =>
    nodes.flatMap((node, index) => (node.kind === kind ? [subjectOf(settings, node, index)] : [])),
  );
  const given = subjects.flatMap((subject) => {
    const { custody } = subject.node;
    return custody.type === 'external' && custody.keys.type === 'given' ? [identity(subject, custody.keys)] : [];
  });
  const isWhole = order.every((kind) => nodes.some((node) => node.kind === kind));
  const delegations = subjects.flatMap((subject) =>
    subject.node.intermediate.type === 'on' ? [delegate(subject, subject.node.intermediate)] : [],
  );
  return [...given, ...(given.length > 0 && isWhole ? [bringUp(settings)] : []), ...delegations].map((script) => ({
    script,
  }));
}

function rotation(settings: Settings, task: Rotate): readonly Placed[] {
  const rows = rowsByNode(task);
  const byNode = settings.plan.nodes.map((node, index) => {
    const seen = rows.seen.get(node.name);
    const whose = seen === undefined ? undefined : { uid: seen.row.uid, path: `${seen.path}.uid` };
    return workOn(subjectOf(settings, node, index, whose), task, rows);
  });
  const all = (pick: (work: Work) => readonly Turn[]) => byNode.flatMap(pick);
  return placed(settings, {
    turns: [
      ...all(({ first }) => first),
      ...all(({ second }) => second),
      // Last of all: until the configuration changes, a new key gets the wrapper key that it names, which is the old one.
      ...all(({ wrapper }) => wrapper),
      ...all(({ deletion }) => deletion),
    ],
    restore: [...byNode.flatMap(({ registration }) => registration), ...byNode.flatMap(({ alignment }) => alignment)],
  });
}

type Work = {
  readonly wrapper: readonly Turn[];
  readonly first: readonly Turn[];
  readonly second: readonly Turn[];
  readonly deletion: readonly Turn[];
  /** After a restore, before the node connects and once it is connected. */
  readonly registration: readonly Script[];
  readonly alignment: readonly Script[];
};

/** What a rotation says of each node, by the node's name: the rows of thousands are looked through once, not once a node. */
type Rows = {
  readonly seen: ReadonlyMap<string, Row<ObservedNode>>;
  readonly wrappers: ReadonlyMap<string, readonly Row<WrapperRotation>[]>;
  readonly keys: ReadonlyMap<string, readonly Row<KeyRotation>[]>;
  readonly deletions: ReadonlyMap<string, readonly Row<KeyDeletion>[]>;
};

type Row<T> = { readonly row: T; readonly path: Path };

function rowsByNode({ inventory, wrappers, keys, deletions }: Rotate): Rows {
  // Of nodes with the same name the first counts.
  const seen = inventory.map((row, at) => [row.name, { row, path: `task.inventory.${at}` }] as const).reverse();
  return {
    seen: new Map(seen),
    wrappers: grouped(wrappers, 'task.wrappers'),
    keys: grouped(keys, 'task.keys'),
    deletions: grouped(deletions, 'task.deletions'),
  };
}

function grouped<T extends { readonly node: string }>(rows: readonly T[], path: Path): ReadonlyMap<string, Row<T>[]> {
  const groups = new Map<string, Row<T>[]>();
  rows.forEach((row, at) => {
    const placed = { row, path: `${path}.${at}` };
    const group = groups.get(row.node);
    if (group === undefined) groups.set(row.node, [placed]);
    else group.push(placed);
  });
  return groups;
}

function workOn(subject: Subject, task: Rotate, rows: Rows): Work {
  const { name } = subject.node;
  const seen = rows.seen.get(name);
  const held = seen?.row.keys ?? [];
  const keyOf = new Map(held.map((key) => [key.fingerprint, key]));
  const replacements = (rows.keys.get(name) ?? []).flatMap(({ row, path }): Replacement[] => {
    const old = keyOf.get(row.fingerprint);
    return old === undefined ? [] : [{ rotation: row, path, old }];
  });
  const retired = (rows.deletions.get(name) ?? []).flatMap(({ row, path }): Retired[] => {
    const key = keyOf.get(row.fingerprint);
    return key === undefined ? [] : [{ deletion: row, path, key }];
  });
  const wrapperKeys = [...new Set(held.map((key) => key.wrapperKeyId))];
  return {
    wrapper: (rows.wrappers.get(name) ?? []).map(({ row, path }) => ({
      script: rotateWrapper(subject, row, wrapperKeys, path),
    })),
    ...halves(subject, replacements, task.pause),
    deletion: retired.length === 0 ? [] : [{ script: deleteKeys(subject, retired), after: 'pruning' }],
    registration: task.restore ? registrationOf(subject, held, seen?.path ?? '') : [],
    alignment: task.restore ? [align(subject)] : [],
  };
}

function halves(
  subject: Subject,
  replacements: readonly Replacement[],
  pause: boolean,
): Pick<Work, 'first' | 'second'> {
  if (replacements.length === 0) return { first: [], second: [] };
  if (!pause) return { first: [{ script: rotateKeys(subject, replacements) }], second: [] };
  return {
    first: [{ script: announceKeys(subject, replacements) }],
    second: [{ script: withdrawKeys(subject, replacements), after: 'backup' }],
  };
}

/** Keys in the database come back with it; those of a KMS have to be made known again. */
function registrationOf(subject: Subject, keys: readonly ObservedKey[], path: string): readonly Script[] {
  const inKms = keys.flatMap((key, at): InKms[] => (key.kmsKeyId === '' ? [] : [{ key, path: `${path}.keys.${at}` }]));
  return inKms.length === 0 ? [] : [registerAgain(subject, inKms)];
}
