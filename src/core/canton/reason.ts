import type { Source } from './sources';

/** Why a line of a file is there, or what its words rest on, and where that is written. */
export type Reason = {
  /** For an operator; left out where the line says it itself. */
  readonly about?: string;
  readonly source: Source;
};
