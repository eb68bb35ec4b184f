import type { Line } from '../artefact';
import type { Block, Text } from '../markdown/printer';
import type { Settings } from '../settings';
import { encryptInPlace } from './encrypt';
import { takeKeysAlong } from './export';
import { revertInPlace } from './revert';
import { transferParties } from './transfer';

/** A way from today to where the operator wants to be, to be worked through step by step. */
export type Runbook = {
  readonly title: string;
  /** What of it has run on a real Canton, and what has only been read. */
  readonly tried: Text;
  /** How to go back, or that there is no way. */
  readonly back: Text;
  readonly steps: readonly RunbookStep[];
};

/** A step that is ticked off when it is done. */
export type RunbookStep = {
  /** Stable while answers change: what a tick belongs to. */
  readonly id: string;
  readonly title: string;
  /** The nodes it is done on, each with a tick of its own, as indices; or once for all of them. */
  readonly nodes: readonly number[] | 'once';
  /** Why it can't be taken back, where it can't. */
  readonly irreversible?: Text;
  readonly does: readonly Block[];
  /** What the step changes in the configuration of a node, which is managed by the plan. */
  readonly changes?: (index: number) => { readonly before: readonly Line[]; readonly after: readonly Line[] };
  /** What the operator should see. */
  readonly sees: Text;
  /** What to do if it isn't that. */
  readonly otherwise: readonly Text[];
};

/** The runbook of a plan; a plan that isn't about nodes on the move has none. */
export function runbookOf(settings: Settings): Runbook | undefined {
  const { task } = settings.plan;
  if (task.type !== 'migrate') return undefined;
  switch (task.way.type) {
    case 'encrypt':
      return encryptInPlace(settings);
    case 'revert':
      return revertInPlace(settings);
    case 'transfer':
      return transferParties(settings, task.way);
    case 'export':
      return takeKeysAlong(settings, task.way);
  }
}
