import type { Node } from '../../../core/plan/node';
import { hasWords } from '../../search-words';
import { custodyWords, kindWords, storageWords } from '../../words';

/** What the table shows of the nodes. */
export type Filter = { readonly text: string; readonly onlyProblems: boolean };

export const noFilter: Filter = { text: '', onlyProblems: false };

/** Whether a filter lets every node through. */
export function isOpen(filter: Filter): boolean {
  return filter.text.trim() === '' && !filter.onlyProblems;
}

/**
 * Whether a node passes: each word typed must be in its name or in one of its answers as the table words them.
 * @param kms name of its KMS, empty without one
 */
export function passes(filter: Filter, node: Node, kms: string, hasProblems: boolean): boolean {
  if (filter.onlyProblems && !hasProblems) return false;
  const { name, kind, custody, storage } = node;
  return hasWords(filter.text, () => [name, kindWords[kind], custodyWords[custody.type], storageWords[storage], kms]);
}
