/** What reading back may cost. What an operator writes by hand or this wizard emits stays far below. */
export const limits = {
  /** Characters of all files together, included ones too. */
  characters: 1_000_000,
  /** Items and characters the library may copy while it merges and resolves, and values it may hand over. */
  budget: 20_000_000,
} as const;
