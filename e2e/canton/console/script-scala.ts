import { createHash } from 'node:crypto';
import type { NodeKind } from '../../../src/core/canton/console/command';
import type { Release } from '../../../src/core/canton/releases';
import { importsScala } from './commands-scala';

/** A node that the console knows when the script begins. */
export type ConsoleNode = { readonly name: string; readonly kind: NodeKind; readonly remote: boolean };

export type ConsoleScript = {
  /** Any text that tells the scripts of one compilation apart. */
  readonly id: string;
  readonly text: string;
  readonly nodes: readonly ConsoleNode[];
};

/** The lines before a script's own first line. */
export const headerLength = 2;

const capital = { participant: 'Participant', sequencer: 'Sequencer', mediator: 'Mediator' } as const;

/**
 * A script as the console compiles it: its statements are those of a class body, after the console's imports and with
 * the nodes bound to their names.
 */
export function scriptScala(release: Release, script: ConsoleScript): string {
  const bindings = script.nodes.map(({ name, kind, remote }) => {
    const type = `com.digitalasset.canton.console.${remote ? 'Remote' : 'Local'}${capital[kind]}Reference`;
    return `val \`${name}\`: ${type} = new ${type}("${name}");`;
  });
  const imports = importsScala(release).replaceAll('\n', '; ');
  const name = className(script);
  return [
    `package scripts.${name} { object Bindings { ${bindings.join(' ')} } }; package scripts.${name} { ${imports}; import com.digitalasset.canton.standin.Scope._; import com.digitalasset.canton.console.ConsoleBindings._; import Bindings._`,
    'class Script {',
    codeOf(script),
    '} }',
    '',
  ].join('\n');
}

/**
 * The package of a script, from what the compiler makes of it: scripts that differ in comments alone are one, of which
 * the same plan for three providers has many.
 */
export function className(script: ConsoleScript): string {
  const hash = createHash('sha256').update(JSON.stringify([script.nodes, codeOf(script)]));
  return `s${hash.digest('hex').slice(0, 16)}`;
}

/**
 * The same lines without the words of those that are a comment and nothing else. A line with a character that can't be
 * seen is left as it is: the compiler may end it where we don't.
 */
function codeOf({ text }: ConsoleScript): string {
  return text
    .split('\n')
    .map((line) => (/^ *\/\/[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u.test(line) ? '//' : line))
    .join('\n');
}
