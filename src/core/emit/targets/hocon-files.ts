import type { Line } from '../artefact';
import type { File } from '../file';
import { header } from '../header';
import { explain } from '../hocon/explain';
import { printHocon } from '../hocon/printer';
import { comment, field, type Member, object, step } from '../hocon/tree';
import { isShared, type Settings, type UsedKms, usedBy } from '../settings';
import { visible } from '../visible';
import { kmsSection } from './kms';
import { nodeSection } from './node';

/** Name of the one configuration file, when there is one. */
export const oneFileName = 'canton-kms.conf';

/** The configuration of the nodes, in the plan's layout. */
export function hoconFiles(settings: Settings): readonly File[] {
  return settings.plan.output.layout === 'one-file' ? [oneFile(settings)] : filePerNode(settings);
}

function oneFile(settings: Settings): File {
  return {
    outline: {
      id: 'config',
      path: oneFileName,
      mediaType: 'application/hocon',
      purpose: 'What the plan sets on all nodes. Give it to Canton after your own configuration.',
      nodes: settings.plan.nodes.map((_, index) => index),
      stoppedBy: 'any',
    },
    write: () =>
      print(settings, [
        nonStandardConfig(settings),
        ...settings.used.filter(isShared).map((used) => sharedKms(settings, used)),
        ...settings.plan.nodes.map((node, index) => nodeSection(settings, node, index)),
      ]),
  };
}

function filePerNode(settings: Settings): readonly File[] {
  const shared = settings.used.filter(isShared);
  return [
    ...shared.map((used) => sharedFile(settings, used)),
    ...settings.plan.nodes.map((_, at) => nodeFile(settings, at)),
  ];
}

/** One file a shared KMS: a variable that one KMS needs must not be missed by nodes that use another. */
function sharedFile(settings: Settings, used: UsedKms): File {
  return {
    outline: {
      id: `shared-${used.index}`,
      path: sharedFileName(settings, used),
      mediaType: 'application/hocon',
      purpose: `The KMS section of ${used.nodes.length} nodes. Keep it beside their files, which include it.`,
      nodes: used.nodes,
      stoppedBy: 'all',
    },
    write: () => print(settings, [sharedKms(settings, used)]),
  };
}

function sharedFileName(settings: Settings, used: UsedKms): string {
  return settings.used.filter(isShared).length === 1 ? 'shared.conf' : `shared-${used.stem}.conf`;
}

function nodeFile(settings: Settings, index: number): File {
  const node = settings.plan.nodes[index];
  const name = visible(node?.name ?? '');
  return {
    outline: {
      id: `node-${index}`,
      path: `${settings.stems[index]}-kms.conf`,
      mediaType: 'application/hocon',
      purpose: `What the plan sets on ${name === '' ? 'the node' : name}. Give it to Canton after your own configuration.`,
      nodes: [index],
      stoppedBy: 'any',
    },
    write: () => {
      if (node === undefined) return [];
      const used = usedBy(settings, node);
      const include: readonly Member[] =
        used !== undefined && isShared(used) ? [{ kind: 'include', file: sharedFileName(settings, used) }] : [];
      return print(settings, [include, nonStandardConfig(settings), nodeSection(settings, node, index)]);
    },
  };
}

/** The block stands outside `canton`, which refuses every key it doesn't know. */
function sharedKms(settings: Settings, used: UsedKms): readonly Member[] {
  const name = [step('_shared'), step(used.stem, `kms.${used.index}.name`)];
  return [{ kind: 'field', name, value: object(kmsSection(settings, used)) }];
}

function nonStandardConfig(settings: Settings): readonly Member[] {
  if (!settings.plan.nonStandardConfig) return [];
  const key = 'parameters.non-standard-config';
  const path = 'nonStandardConfig';
  return [field(`canton.${key}`, { kind: 'word', text: 'yes', from: path }, `canton.${key}`, path)];
}

/** The header and the parts that have something in them, a blank line between. */
function print(settings: Settings, parts: readonly (readonly Member[])[]): readonly Line[] {
  const said = new Set<string>();
  const body = parts
    .filter((part) => part.length > 0)
    .flatMap((part): readonly Member[] => [{ kind: 'blank' }, ...(settings.comments ? explain(part, said) : part)]);
  return printHocon([...header(settings).map(comment), ...body]);
}
