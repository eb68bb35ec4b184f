import { defaultSynchronizerAlias } from '../../plan/defaults';
import { textOf } from '../artefact';
import { type Expression, type Step, statements, text } from '../scala/expression';
import { printScala } from '../scala/printer';
import { inConsole } from '../scripts/subject';
import type { Settings } from '../settings';

/** What a person enters at a console, line by line. */
export function entered(steps: readonly Step[]): readonly string[] {
  return textOf({ lines: printScala(statements(steps)) })
    .trimEnd()
    .split('\n');
}

/** A node of the plan as a console has it, by its name. */
export function nodeNamed(settings: Settings, name: string): Expression {
  const { nodes } = settings.plan;
  const index = nodes.findIndex((each) => each.name === name);
  const found = nodes[index];
  return found === undefined ? text(name) : inConsole(settings, found, index);
}

/** What the synchronizer is called. */
export function aliasOf({ plan: { synchronizer } }: Settings): Expression {
  return text(synchronizer.alias === '' ? defaultSynchronizerAlias : synchronizer.alias, 'synchronizer.alias');
}

/** Where a sequencer answers; in capitals where the plan doesn't know. */
export function sequencerUrl({ plan: { synchronizer } }: Settings): Expression {
  const url = synchronizer.sequencerUrl === '' ? 'https://SEQUENCER:PORT' : synchronizer.sequencerUrl;
  return text(url, 'synchronizer.sequencerUrl');
}
