import { sections } from '../../canton/keys';
import type { Section } from '../../canton/keys-model';
import { nodeKeys } from '../../canton/keys-node';
import { processKeys } from '../../canton/keys-process';
import type { Release } from '../../canton/releases';
import type { HoconObject, HoconValue } from '../hocon-value';
import type { Edition } from './checks/check';
import { checkNodes, startChecks, validations } from './checks/checks';
import { moved } from './moves';
import { refusedName } from './node-names';
import { type Problem, pathOf, placed } from './problem';
import { type Reading, readObject } from './reader';
import { readFlag, wrongType } from './scalars';
import { flagAt, type NodeConfig, type Read } from './values';

export type Judgement = {
  /**
   * What Canton would refuse. It comes in stages: all problems are of the first stage that has any, since Canton gets
   * no further. Problems of the stage `start` come with a configuration that Canton loads.
   */
  readonly problems: readonly Problem[];
  /** Paths of keys that exist and whose values are read by something else, or known to the node alone. */
  readonly notJudged: readonly string[];
  /** The nodes as far as they could be read. */
  readonly nodes: readonly NodeConfig[];
};

/** What holds while a whole configuration is read. */
type Whole = Pick<Reading, 'release' | 'dropsUnknown' | 'problems' | 'notJudged'>;

/** What Canton of a release line would say to a configuration: reading, then what spans keys, then the nodes' start. */
export function judge(root: HoconObject, release: Release, edition: Edition = 'enterprise'): Judgement {
  const canton = root.fields.get('canton');
  const problems: Problem[] = [];
  if (canton === undefined || canton.type !== 'object') {
    const message = canton === undefined ? "Key not found: 'canton'." : wrongType('OBJECT', canton).message;
    const path = canton === undefined ? '' : 'canton';
    problems.push({ stage: 'reading', path, message, ...placed((canton ?? root).origin) });
    return { problems, notJudged: [], nodes: [] };
  }
  const whole = { release, dropsUnknown: dropsUnknown(canton, release), problems, notJudged: [] };
  const values = readProcess(canton, whole);
  const nodes = sections.flatMap((section) => readNodes(section, canton.fields.get(section), whole));
  if (problems.length > 0) return { problems, notJudged: whole.notJudged, nodes };

  const nonStandardConfig = flagAt(values, 'canton.parameters.non-standard-config', release);
  const context = { release, edition, process: { nonStandardConfig } };
  if (nodes.length === 0 && !namesRemoteNode(canton)) {
    const message = 'At least one node must be defined in the configuration';
    problems.push({ stage: 'validation', path: 'canton', message, ...placed(canton.origin) });
  }
  problems.push(...checkNodes(nodes, 'validation', validations, context));
  if (problems.length === 0) problems.push(...checkNodes(nodes, 'start', startChecks, context));
  return { problems, notJudged: whole.notJudged, nodes };
}

/** From 3.5, two flags together make Canton drop the keys it doesn't know. It looks before it reads anything else. */
function dropsUnknown(canton: HoconObject, release: Release): boolean {
  const parameters = canton.fields.get('parameters');
  if (release === '3.3' || release === '3.4' || parameters?.type !== 'object') return false;
  const flag = (name: string): boolean | undefined => {
    const value = parameters.fields.get(name);
    const read = value && readFlag(value);
    return read?.ok ? read.value : undefined;
  };
  return flag('fail-on-unknown-config-keys') === false && flag('non-standard-config') === true;
}

function readProcess(canton: HoconObject, whole: Whole): ReadonlyMap<string, Read> {
  const values = new Map<string, Read>();
  const rest = new Map([...canton.fields].filter(([name]) => !sections.some((section) => section === name)));
  readObject(processKeys, { ...canton, fields: rest }, ['canton'], { ...whole, above: [], values });
  return values;
}

function readNodes(section: Section, value: HoconValue | undefined, whole: Whole): readonly NodeConfig[] {
  if (value === undefined) return [];
  const refuse = (names: readonly string[], message: string, at: HoconValue) =>
    whole.problems.push({ stage: 'reading', path: pathOf(names), message, ...placed(at.origin) });
  if (value.type !== 'object') {
    refuse(['canton', section], wrongType('OBJECT', value).message, value);
    return [];
  }
  return [...value.fields].flatMap(([name, node]) => {
    const above = ['canton', section, name];
    const refused = refusedName(name);
    if (refused !== undefined) refuse(['canton', section], refused, node);
    if (node.type !== 'object') {
      refuse(above, wrongType('OBJECT', node).message, node);
      return [];
    }
    const values = new Map<string, Read>();
    readObject(nodeKeys, moved(node, whole.release), [], { ...whole, section, above, values });
    return [{ section, name, above, origin: node.origin, values }];
  });
}

function namesRemoteNode(canton: HoconObject): boolean {
  return sections.some((section) => {
    const remote = canton.fields.get(`remote-${section}`);
    return remote?.type === 'object' && remote.fields.size > 0;
  });
}
