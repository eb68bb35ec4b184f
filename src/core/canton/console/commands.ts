import type { Command } from './command';
import { contractsCommands } from './contracts';
import { healthCommands } from './health';
import { keyMaterialCommands } from './key-material';
import { keysSecretCommands } from './keys-secret';
import { macrosCommands } from './macros';
import { ownerToKeyMappingsCommands } from './owner-to-key-mappings';
import { partiesCommands } from './parties';
import { referencesCommands } from './references';
import { synchronizersCommands } from './synchronizers';
import { topologyCommands } from './topology';
import { topologyStoresCommands } from './topology-stores';
import { topologyUsesCommands } from './topology-uses';
import { upkeepCommands } from './upkeep';

/** Every command that a script may call. A path stands here once for each of its forms: by release line, or overloaded. */
export const commands = [
  ...referencesCommands,
  ...healthCommands,
  ...keysSecretCommands,
  ...topologyCommands,
  ...topologyStoresCommands,
  ...topologyUsesCommands,
  ...ownerToKeyMappingsCommands,
  ...synchronizersCommands,
  ...keyMaterialCommands,
  ...partiesCommands,
  ...contractsCommands,
  ...upkeepCommands,
  ...macrosCommands,
] as const satisfies readonly Command[];
