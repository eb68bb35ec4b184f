import type { Choice } from './keys-model';
import { encryptionAlgorithms, encryptionKeys, type Scheme, signingAlgorithms, signingKeys, spanOf } from './schemes';

/** The schemes as choices of configuration keys, with the lines that read each. */
const choices = (schemes: readonly Scheme[]): readonly Choice[] =>
  schemes.map((value) => ({ value, ...spanOf(value) }));

export const signingAlgorithmChoices = choices(signingAlgorithms);
export const signingKeyChoices = choices(signingKeys);
export const encryptionAlgorithmChoices = choices(encryptionAlgorithms);
export const encryptionKeyChoices = choices(encryptionKeys);
