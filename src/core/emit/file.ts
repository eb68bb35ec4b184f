import type { Line, Outline } from './artefact';

/** A file whose text is written when somebody asks for it. */
export type File = { readonly outline: Outline; readonly write: () => readonly Line[] };
