/** What reading back may cost: room for two thousand nodes in one file; a few seconds of work at worst. */
export const limits = {
  /** Characters of all files together, included ones too. */
  characters: 3_000_000,
  /** Items and characters the library may copy while it merges and resolves, and values it may hand over. */
  budget: 30_000_000,
} as const;
