/** Name under which nodes know a synchronizer when none was given: any word will do, as long as all use the same. */
export const defaultSynchronizerAlias = 'synchronizer1';
