import { longestNodeName } from '../../canton/node-names';

/** What Canton says about a node's name. Source: `InstanceName` in `CantonRequireTypes.scala`; seen on a 3.5 node. */
export function refusedName(name: string): string | undefined {
  if (name === '') return 'Empty node name.';
  if (!/^[a-zA-Z0-9_-]+$/.test(name)) {
    return `Node name contains invalid characters (allowed: [a-zA-Z0-9_-]): "${name}"`;
  }
  if (name.length > longestNodeName) {
    return `Node name is too long. Max length: ${longestNodeName}. Length: ${name.length}. Name: "${name.slice(0, longestNodeName)}..."`;
  }
  return undefined;
}
