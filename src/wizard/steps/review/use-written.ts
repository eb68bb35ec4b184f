import { useEffect, useState } from 'react';
import { type Artefact, type Outline, textOf } from '../../../core/emit/artefact';
import { digestOf } from '../../../core/emit/bundle';
import { emitEach, emitOne } from '../../../core/emit/emit';
import type { Plan } from '../../../core/plan/plan';
import type { FilesSeen } from '../../findings-store';
import { inSlices } from '../../in-slices';

/** A configuration file with its text, to be read back. */
export type Configuration = Outline & { readonly text: string };

export type Written = {
  /** The SHA-256 of each file, by its id. */
  readonly digests: ReadonlyMap<string, string>;
  readonly configurations: readonly Configuration[];
};

/**
 * All files of a plan, written anew whenever it changes, in slices: the scripts of a thousand nodes take seconds.
 * @returns nothing until all of them are written
 */
export function useWritten(plan: Plan, { touched, stopped }: FilesSeen): Written | undefined {
  const [last, setLast] = useState<{ plan: Plan; touched: unknown; stopped: unknown } & Written>();
  useEffect(() => {
    let isWanted = true;
    const write = async () => {
      const digests = new Map<string, string>();
      const configurations: Configuration[] = [];
      for await (const slice of inSlices(written(plan, touched, stopped))) {
        if (!isWanted) return;
        for (const { digest, ...file } of slice) {
          digests.set(file.id, digest);
          if (file.mediaType === 'application/hocon') configurations.push(file);
        }
      }
      setLast({ plan, touched, stopped, digests, configurations });
    };
    write().catch((failure: unknown) => {
      // What can't be written is a mistake of ours: thrown while rendering, it reaches the error boundary.
      setLast(() => {
        throw failure;
      });
    });
    return () => {
      isWanted = false;
    };
  }, [plan, touched, stopped]);
  const isOfNow = last?.plan === plan && last.touched === touched && last.stopped === stopped;
  return isOfNow ? last : undefined;
}

function* written(plan: Plan, touched: ReadonlySet<number>, stopped: readonly Outline[]) {
  for (const { lines, ...file } of asDownloaded(plan, touched, stopped)) {
    const text = textOf({ lines });
    yield { ...file, text, digest: digestOf(text) };
  }
}

/** Every file as the download has it, and those that it leaves out as they would be. */
function* asDownloaded(plan: Plan, touched: ReadonlySet<number>, stopped: readonly Outline[]): Generator<Artefact> {
  yield* emitEach(plan, touched);
  for (const { id } of stopped) {
    const file = emitOne(plan, id);
    if (file !== undefined) yield file;
  }
}
