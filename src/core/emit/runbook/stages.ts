import type { MigrationWay } from '../../plan/task';

/** The ways in which a node converts its own keys at a restart. */
export type InPlace = Extract<MigrationWay['type'], 'encrypt' | 'revert'>;

/**
 * What a migration goes through, in the order of the numbers: checks, and configurations that the nodes are restarted
 * with, each in a folder of its own.
 */
export type Stages = {
  /** The check before anything is changed. */
  readonly before: string;
  /** What the nodes are restarted with first. */
  readonly first: string;
  /** The check that the restart has done it. */
  readonly after: string;
  /** What they are restarted with at the end, where that is another configuration. */
  readonly last?: string;
};

export const stagesOf = {
  encrypt: { before: '01', first: '02-encrypted', after: '03' },
  revert: { before: '01', first: '02-reverted', after: '03', last: '04-plain' },
  export: {
    ...{ replace: '01', keys: '02', import: '03', folder: '04-new-nodes', identity: '05', delegate: '06' },
    ...{ contracts: '07', host: '08', taken: '09' },
  },
  transfer: {
    ...{ folder: '01-new-nodes', identity: '02', delegate: '03' },
    ...{ parties: '04', offer: '05', host: '06', take: '07' },
  },
} as const satisfies Record<InPlace, Stages> & Partial<Record<MigrationWay['type'], object>>;
