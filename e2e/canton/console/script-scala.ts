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
export function scriptScala(release: Release, { id, text, nodes }: ConsoleScript): string {
  const bindings = nodes.map(({ name, kind, remote }) => {
    const type = `com.digitalasset.canton.console.${remote ? 'Remote' : 'Local'}${capital[kind]}Reference`;
    return `val \`${name}\`: ${type} = new ${type}("${name}");`;
  });
  const imports = importsScala(release).replaceAll('\n', '; ');
  return [
    `package scripts.${className(id)} { object Bindings { ${bindings.join(' ')} } }; package scripts.${className(id)} { ${imports}; import com.digitalasset.canton.standin.Scope._; import com.digitalasset.canton.console.ConsoleBindings._; import Bindings._`,
    'class Script {',
    text,
    '} }',
    '',
  ].join('\n');
}

/** The package of a script, from its id: letters and digits, whatever the id is. */
export function className(id: string): string {
  return `s${createHash('sha256').update(id).digest('hex').slice(0, 16)}`;
}
