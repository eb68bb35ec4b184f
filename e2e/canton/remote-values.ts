import { expect } from 'vitest';
import type { Node } from '../../src/core/plan/node';
import type { Plan } from '../../src/core/plan/plan';
import type { HoconObject, HoconValue } from '../../src/core/read/hocon-value';

/** The configuration of a remote console, held to the plan: where each node is, by which port, and by which second one. */

const remote = {
  participant: { section: 'remote-participants', second: 'ledger-api' },
  sequencer: { section: 'remote-sequencers', second: 'public-api' },
  mediator: { section: 'remote-mediators', second: undefined },
} as const;

/** A port of its own for every variable that the text names. */
export function portsFor(text: string): Readonly<Record<string, string>> {
  const names = new Set([...text.matchAll(/\$\{(NODE_\w+)\}/g)].flatMap(([, name]) => name ?? []));
  return Object.fromEntries([...names].map((name, index) => [name, String(65_101 + index)]));
}

/**
 * What is wrong with what was read; nothing when all is well.
 * @param ports what the variables of the environment held, by {@link portsFor}
 */
export function remoteDifference(
  plan: Plan,
  root: HoconObject,
  ports: Readonly<Record<string, string>>,
): string | undefined {
  const variables = new Map(Object.entries(ports).map(([name, port]) => [Number(port), name]));
  const asked = new Set<string>();
  /** Of a port that wasn't answered only this is known: it comes from a variable of this node and endpoint alone. */
  const portOf = (answer: string, read: unknown, ending: string): number | string => {
    if (answer !== '') return Number(answer);
    const name = typeof read === 'number' ? variables.get(read) : undefined;
    if (name === undefined || !name.endsWith(ending) || asked.has(name)) return `from a variable of its own, ${ending}`;
    asked.add(name);
    return Number(ports[name]);
  };
  const found = new Map(placesIn(root));
  const wanted = plan.nodes.flatMap((node) =>
    endpointsOf(node).map(({ path, answer, ending }) => {
      const address = node.adminApi.address === '' ? '127.0.0.1' : node.adminApi.address;
      return { path, said: `${address} ${portOf(answer, found.get(path)?.port, ending)}` };
    }),
  );
  const said = [...found].map(([path, { address, port }]) => `${path} ${address} ${port}`);
  const meant = wanted.map(({ path, said: place }) => `${path} ${place}`);
  if (JSON.stringify(said.sort()) !== JSON.stringify(meant.sort())) {
    return `read ${said.join('; ')}\nplanned ${meant.join('; ')}`;
  }
  const idle = [...variables.values()].filter((name) => !asked.has(name));
  return idle.length === 0 ? undefined : `asked for and used by nothing: ${idle.join(', ')}`;
}

function endpointsOf(node: Node) {
  const { section, second } = remote[node.kind];
  const at = `${section} ${node.name}`;
  const admin = { path: `${at} admin-api`, answer: node.adminApi.port, ending: '_ADMIN_PORT' };
  if (second === undefined) return [admin];
  const ending = second === 'ledger-api' ? '_LEDGER_PORT' : '_PUBLIC_PORT';
  return [admin, { path: `${at} ${second}`, answer: node.apiPort, ending }];
}

type Place = { readonly address: string; readonly port: number };

/** Every endpoint under `canton`, by section, node and name; whatever else stands there fails. */
function placesIn(root: HoconObject): readonly (readonly [path: string, place: Place])[] {
  return fieldsOf(root.fields.get('canton')).flatMap(([section, nodes]) =>
    fieldsOf(nodes).flatMap(([name, endpoints]) =>
      fieldsOf(endpoints).map(([endpoint, value]) => {
        const { address, port, ...others } = Object.fromEntries(fieldsOf(value));
        expect(others).toEqual({});
        return [`${section} ${name} ${endpoint}`, { address: textOf(address), port: Number(textOf(port)) }] as const;
      }),
    ),
  );
}

function fieldsOf(value: HoconValue | undefined): readonly (readonly [string, HoconValue])[] {
  if (value?.type !== 'object') throw new Error('No object');
  return [...value.fields];
}

/** As Canton takes it where it expects text: what comes from the environment is text, whatever it looks like. */
function textOf(value: HoconValue | undefined): string {
  if (value?.type === 'string') return value.value;
  if (value?.type === 'number') return value.text;
  throw new Error('Neither text nor number');
}
