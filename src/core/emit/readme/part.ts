import type { Block } from '../markdown/printer';

/** A part of the page; one without blocks is left out. */
export type Part = readonly [title: string, blocks: readonly Block[]];
