import { consoleNameSource, consoleNames, objectMembers, reservedNodeNames, scriptNames } from '../canton/node-names';
import { concluded, seen } from '../canton/sources';
import { freshName } from '../plan/fresh-name';
import type { Plan } from '../plan/plan';
import { changeNode } from './change';
import { eachNode } from './each';
import type { Finding, Fix, Rule } from './finding';
import { hasScripts } from './scripts';

/** Names that are fine by themselves and wrong beside others, or in the console. */
export const nodeNameRule: Rule = (plan) => {
  const first = new Map<string, number>();
  const ignoringCase = new Map<string, string>();
  const isTaken = (name: string) => objectMembers.has(name) || (scriptNames.has(name) && hasScripts(plan));
  return eachNode(plan, ({ name }, at, index) => {
    if (name === '') return [];
    const path = `${at}.name`;
    const namesake = first.get(name);
    if (namesake !== undefined) return [twice(path, name, index)];
    first.set(name, index);
    const lower = name.toLowerCase();
    const alike = ignoringCase.get(lower);
    ignoringCase.set(lower, alike ?? name);
    return [
      ...(reservedNodeNames.has(name) ? [reserved(path, name, index)] : []),
      ...(isTaken(name)
        ? [taken(plan, path, name, index)]
        : consoleNames.has(name)
          ? [hiding(plan, path, name, index)]
          : []),
      ...(alike === undefined ? [] : [sameFile(plan, path, name, alike)]),
    ];
  });
};

/** The fix searches the free name when it is asked for: then the plan may be another one. */
function renaming(index: number, like: (name: string) => string, label: string): Fix {
  return {
    label,
    apply: (plan) => {
      const names = plan.nodes.map((node) => node.name);
      return changeNode(plan, index, (node) => ({ ...node, name: freshName(names, like(node.name)) }));
    },
  };
}

function twice(path: string, name: string, index: number): Finding {
  return {
    id: 'node-name-twice',
    severity: 'error',
    path,
    message: `Another node is called ${name} already.`,
    why: 'Two sections of one name become one node, without a word; and the console, where every node is known by its name, refuses to start.',
    source: seen('console', 'ConsoleEnvironment.scala'),
    fix: renaming(index, (old) => old, 'Give this one a free name'),
  };
}

function reserved(path: string, name: string, index: number): Finding {
  return {
    id: 'node-name-reserved',
    severity: 'error',
    path,
    message: `Choose another name: ${name} is the console's word for a group of nodes.`,
    why: 'The configuration loads, but the console refuses to start beside a node of this name.',
    source: seen('console', 'ConsoleEnvironment.scala'),
    fix: renaming(index, (old) => `${old}1`, `Call it ${name}1`),
  };
}

function taken(plan: Plan, path: string, name: string, index: number): Finding {
  const way =
    plan.task.type === 'rotate'
      ? ' A remote console may call the node as it likes: give it another name there, and print the inventory again.'
      : '';
  return {
    id: 'node-name-taken',
    severity: 'error',
    path,
    message: `Choose another name: ${name} is a word of the language that the console speaks.`,
    why: `The console makes each node known by its name. Scripts that mean Scala's ${name} would reach the node instead, and not compile.${way}`,
    source: concluded(consoleNameSource(plan.release)),
    ...(way === '' ? { fix: renaming(index, (old) => `${old}1`, 'Put a number behind it') } : {}),
  };
}

function hiding(plan: Plan, path: string, name: string, index: number): Finding {
  return {
    id: 'node-name-hides-command',
    severity: 'warning',
    path,
    message: `In the console this node would hide ${name}.`,
    why: 'The console offers something of its own under this name. Scripts that use it would reach the node instead and fail.',
    source: concluded(consoleNameSource(plan.release)),
    fix: renaming(index, (old) => `${old}1`, 'Put a number behind it'),
  };
}

function sameFile(plan: Plan, path: string, name: string, alike: string): Finding {
  return {
    id: 'node-names-differ-in-case',
    severity: 'note',
    path,
    message: `${name} and ${alike} differ in case alone.`,
    why: 'To Canton they are two nodes. Some file systems keep only one of two such files, so their files carry a number.',
    source: consoleNameSource(plan.release),
  };
}
