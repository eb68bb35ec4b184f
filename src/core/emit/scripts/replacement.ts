import type { KeyRotation, ObservedKey } from '../../plan/task';
import type { Expression } from '../scala/expression';

/** A key of a node that another replaces, as the scripts of a rotation tell of it. */
export type Replacement = {
  readonly rotation: KeyRotation;
  /** Where it stands in the plan. */
  readonly path: string;
  /** What the inventory says of the old key. */
  readonly old: ObservedKey;
};

/** The same within a script: a row of its table. */
export type Row = {
  readonly old: Expression;
  readonly usage: Expression;
  readonly name: Expression;
  readonly id: Expression;
  readonly oldKey: Expression;
};
