import { remoteConsoleKeys } from '../../canton/remote-console';
import type { Node } from '../../plan/node';
import type { File } from '../file';
import { header } from '../header';
import { explainer } from '../hocon/explain';
import { printHocon } from '../hocon/printer';
import { comment, field, type Member, object, step, type Value } from '../hocon/tree';
import type { Settings } from '../settings';

/** Id of the file: its contents are for a console, and the judge knows nodes only. */
export const remoteConsoleId = 'remote-console';

/** Name of the configuration of a console that reaches the nodes from outside. */
export const remoteConsoleName = 'remote.conf';

/**
 * What a console needs to reach running nodes: nothing of this belongs to the nodes themselves.
 * @param touched nodes with errors, which are left out: a name that is none would break the file for all
 */
export function remoteConsoleFile(settings: Settings, touched: ReadonlySet<number>): File {
  return {
    outline: {
      id: remoteConsoleId,
      path: remoteConsoleName,
      mediaType: 'application/hocon',
      purpose: 'Where a console reaches the nodes, to run the scripts. It is not for the nodes themselves.',
      nodes: settings.plan.nodes.map((_, index) => index),
      stoppedBy: 'all',
    },
    write: () => {
      const variables = variableNames(settings.stems);
      const nodes = settings.plan.nodes.flatMap((node, index) =>
        touched.has(index) ? [] : [remoteNode(node, index, variables[index] ?? '')],
      );
      const lines = [...header(settings), 'Add tls and token where the nodes ask for them.'];
      const explain = settings.comments ? explainer() : undefined;
      return [...printHocon(lines.map(comment)), ...nodes.flatMap((node) => [[], ...printHocon([node], explain)])];
    },
  };
}

function remoteNode(node: Node, index: number, variables: string): Member {
  const { section, second } = remoteConsoleKeys[node.kind];
  const path = `nodes.${index}`;
  const members = [
    endpoint('admin-api', node, path, port(node.adminApi.port, `${path}.adminApi.port`, `${variables}_ADMIN_PORT`)),
    ...(second === undefined
      ? []
      : [endpoint(second.key, node, path, port(node.apiPort, `${path}.apiPort`, `${variables}_${second.variable}`))]),
  ];
  const name = [step('canton'), step(section, `${path}.kind`), step(node.name, `${path}.name`)];
  return { kind: 'field', name, value: object(members) };
}

function endpoint(key: string, node: Node, path: string, port: Value): Member {
  const { address } = node.adminApi;
  const from = `${path}.adminApi.address`;
  const host: Value = { kind: 'text', text: address === '' ? '127.0.0.1' : address, from };
  return field(key, object([field('address', host), field('port', port)]));
}

/** Where the port isn't known, the console asks the environment for it and doesn't start without. */
function port(given: string, from: string, variable: string): Value {
  return given === '' ? { kind: 'variable', name: variable, from } : { kind: 'number', text: given, from };
}

/** What the variables of each node begin with: a shell's names know no hyphens and no small letters, and stay apart. */
function variableNames(stems: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return stems.map((stem) => {
    const plain = `NODE_${stem.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
    let name = plain;
    for (let count = 2; taken.has(name); count++) name = `${plain}_${count}`;
    taken.add(name);
    return name;
  });
}
