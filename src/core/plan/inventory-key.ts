import { isFingerprint } from '../canton/identities';
import { inventoryModes, unescaped } from '../canton/inventory';
import { encryptionKeys, loggedAs, signingKeys } from '../canton/schemes';
import { type KeyUsage, keyUsages, type ObservedKey } from './task';

const specs: ReadonlySet<string> = new Set([...signingKeys, ...encryptionKeys].map(loggedAs));
/** Stands beside every use but the namespace's and tells nothing. */
const impliedUsage = 'proof-of-ownership';

/**
 * Reads the cells of a line about a key, in the order of `inventoryColumns`.
 * @returns the key and who its node is, or a sentence that says what is wrong
 */
export function readKey(cells: readonly string[]): { key: ObservedKey; uid: string; namespace: string } | string {
  const [, , uid = '', namespace = '', mode = '', fingerprint = '', purposeWord = '', usageWords = ''] = cells;
  const [nameCell = '', kmsCell = '', wrapperCell = '', mappedWord = '', rootWord = '', spec = ''] = cells.slice(8);
  if (namespace !== '' && !isFingerprint(namespace)) return noFingerprint(namespace);
  if (!isFingerprint(fingerprint)) return noFingerprint(fingerprint);
  const purpose = (['signing', 'encryption'] as const).find((word) => word === purposeWord);
  if (purpose === undefined) return `“${purposeWord}” is no purpose of a key.`;
  const usage = readUsage(usageWords);
  if (typeof usage === 'string') return usage;
  const mapped = readFlag(mappedWord);
  const root = readFlag(rootWord);
  if (mapped === undefined || root === undefined) return '“mapped” and “root” must be true or false.';
  if (spec !== '' && !specs.has(spec))
    return `“${spec}” is no kind of key that Canton knows: the line seems to be cut.`;
  const kmsKeyId = unescaped(kmsCell);
  const wrapperKeyId = unescaped(wrapperCell);
  const told = kmsKeyId !== '' ? 'external' : wrapperKeyId !== '' ? 'envelope' : 'plain';
  if (!inventoryModes.some((word) => word === mode)) return `“${mode}” is not where a key lives.`;
  if (mode !== told) return `The line says ${mode}, its ids say ${told}.`;
  return {
    key: { fingerprint, purpose, usage, name: unescaped(nameCell), kmsKeyId, wrapperKeyId, mapped, root, spec },
    uid,
    namespace,
  };
}

function readUsage(words: string): KeyUsage[] | string {
  const usage: KeyUsage[] = [];
  for (const word of words.split(',')) {
    const known = keyUsages.find((one) => one === word);
    if (known !== undefined && !usage.includes(known)) usage.push(known);
    else if (known === undefined && word !== '' && word !== impliedUsage) return `“${word}” is no use of a key.`;
  }
  return usage;
}

function readFlag(word: string): boolean | undefined {
  return { true: true, false: false }[word];
}

export function noFingerprint(text: string): string {
  return `“${text}” is no whole fingerprint: 1220 and 64 more digits and letters a to f.`;
}
