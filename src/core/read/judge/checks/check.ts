import type { NodeKey } from '../../../canton/keys';
import type { Release } from '../../../canton/releases';
import type { Source } from '../../../canton/sources';
import type { NodeConfig, ProcessConfig } from '../values';

/** Canton as its company sells it, or as its repository builds it: a few checks differ. */
export type Edition = 'enterprise' | 'open-source';

export type CheckContext = {
  readonly release: Release;
  readonly edition: Edition;
  readonly process: ProcessConfig;
  /** Reports what Canton would refuse, at the key it concerns. */
  readonly refuse: (key: NodeKey, message: string) => void;
  /** Reports an exception that Canton doesn't catch. */
  readonly crash: (key: NodeKey, message: string) => void;
};

/** One of Canton's checks of a node that was read. */
export type Check = {
  /** Where it stands in Canton's source. */
  readonly source: (release: Release) => Source;
  /** Looks at the node, and reports what Canton would refuse. */
  readonly look: (node: NodeConfig, context: CheckContext) => void;
};
