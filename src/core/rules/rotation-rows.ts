import { keyRotationSource } from '../canton/key-care';
import { concluded } from '../canton/sources';
import type { Path, Plan } from '../plan/plan';
import type { KeyRotation, Rotate, WrapperRotation } from '../plan/task';
import type { Finding, Fix } from './finding';
import type { Context, Seen } from './rotation-context';

/** The rows of a rotation: what is said of one alone is remembered, since one is typed while thousands stand there. */
export function remembered<Row extends object, Said>(
  look: (row: Row, at: Path, index: number, context: Context) => Said,
): (row: Row, at: Path, index: number, context: Context) => Said {
  const known = new WeakMap<Row, { index: number; context: Context; said: Said }>();
  return (row, at, index, context) => {
    const before = known.get(row);
    if (before?.index === index && before.context === context) return before.said;
    const said = look(row, at, index, context);
    known.set(row, { index, context, said });
    return said;
  };
}

/** A node that a row is about: in the plan, and seen. */
export type Target = { readonly seen: Seen; readonly planned: NonNullable<Seen['planned']> };

export type Named =
  | { readonly type: 'target'; readonly target: Target }
  | { readonly type: 'nobody'; readonly found: readonly Finding[] };

/** Who a row is about, or what is wrong with the name that stands there. */
export function nodeOf({ seen, plan }: Context, name: string, path: Path): Named {
  const node = seen.get(name);
  if (node?.planned !== undefined) return { type: 'target', target: { seen: node, planned: node.planned } };
  return { type: 'nobody', found: [nobody(name, path, node !== undefined, plan)] };
}

function nobody(name: string, path: Path, isSeen: boolean, plan: Plan): Finding {
  if (name === '') {
    return {
      id: 'rotation-node-missing',
      severity: 'error',
      path,
      message: 'Choose the node that this row is about.',
      why: 'Each script is written for one node. Without a name the row reaches none.',
      source: concluded(keyRotationSource),
    };
  }
  const inPlan = plan.nodes.some((node) => node.name === name);
  return inPlan && !isSeen
    ? {
        id: 'rotation-node-unseen',
        severity: 'error',
        path,
        message: `The inventory does not show ${name}.`,
        why: 'Nothing is known of its keys, so nothing of this row can be checked. Run the inventory script again with this node in the remote console, and paste what it prints.',
        source: concluded(keyRotationSource),
      }
    : {
        id: 'rotation-node-unknown',
        severity: 'error',
        path,
        message: `No node of this plan is called ${name}.`,
        why: 'No script is written for it, and its key stays as it is. The name must be the one the node has in its configuration, to the letter.',
        source: concluded(keyRotationSource),
      };
}

/** The steps that fixes are made of. */
export function changeRotate(plan: Plan, change: (task: Rotate) => Rotate): Plan {
  return plan.task.type === 'rotate' ? { ...plan, task: change(plan.task) } : plan;
}

export function changeWrapper(plan: Plan, index: number, change: (row: WrapperRotation) => WrapperRotation): Plan {
  return changeRotate(plan, (task) => ({ ...task, wrappers: changed(task.wrappers, index, change) }));
}

export function changeKey(plan: Plan, index: number, change: (row: KeyRotation) => KeyRotation): Plan {
  return changeRotate(plan, (task) => ({ ...task, keys: changed(task.keys, index, change) }));
}

/** Takes a row off its list. */
export function withoutRow(list: 'wrappers' | 'keys' | 'deletions', index: number): Fix {
  return {
    label: 'Take this row out',
    apply: (plan) =>
      changeRotate(plan, (task) => {
        const left = <Row>(rows: Row[]) => rows.filter((_row, at) => at !== index);
        switch (list) {
          case 'wrappers':
            return { ...task, wrappers: left(task.wrappers) };
          case 'keys':
            return { ...task, keys: left(task.keys) };
          case 'deletions':
            return { ...task, deletions: left(task.deletions) };
        }
      }),
  };
}

function changed<Row>(rows: readonly Row[], index: number, change: (row: Row) => Row): Row[] {
  return rows.map((row, at) => (at === index ? change(row) : row));
}
