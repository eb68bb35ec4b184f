import type { Line } from '../artefact';
import type { File } from '../file';
import { header } from '../header';
import { explainer } from '../hocon/explain';
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
  const frame = { settings, head: printHocon(header(settings).map(comment)) };
  return settings.plan.output.layout === 'one-file' ? [oneFile(frame)] : filePerNode(frame);
}

/** What all files of a plan have in common; each begins with the head. */
type Frame = { readonly settings: Settings; readonly head: readonly Line[] };

function oneFile(frame: Frame): File {
  const { settings } = frame;
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
      print(frame, [
        nonStandardConfig(settings),
        ...settings.used.filter(isShared).map((used) => sharedKms(settings, used)),
        ...settings.plan.nodes.map((node, index) => nodeSection(settings, node, index)),
      ]),
  };
}

function filePerNode(frame: Frame): readonly File[] {
  const { settings } = frame;
  const shared = settings.used.filter(isShared);
  return [...shared.map((used) => sharedFile(frame, used)), ...settings.plan.nodes.map((_, at) => nodeFile(frame, at))];
}

/** One file a shared KMS: a variable that one KMS needs must not be missed by nodes that use another. */
function sharedFile(frame: Frame, used: UsedKms): File {
  const { settings } = frame;
  return {
    outline: {
      id: `shared-${used.index}`,
      path: sharedFileName(settings, used),
      mediaType: 'application/hocon',
      purpose: `The KMS section of ${used.nodes.length} nodes. Keep it beside their files, which include it.`,
      nodes: used.nodes,
      stoppedBy: 'all',
    },
    write: () => print(frame, [sharedKms(settings, used)]),
  };
}

/** Never ends as a node's file does, so that neither a person nor the start script takes it for one. */
function sharedFileName(settings: Settings, used: UsedKms): string {
  return settings.used.filter(isShared).length === 1 ? 'shared.conf' : `${used.stem}.shared.conf`;
}

function nodeFile(frame: Frame, index: number): File {
  const { settings } = frame;
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
      return print(frame, [include, nonStandardConfig(settings), nodeSection(settings, node, index)]);
    },
  };
}

/** The block stands outside `canton`, which refuses every key it doesn't know. */
export function sharedKms(settings: Settings, used: UsedKms): readonly Member[] {
  const name = [step('_shared'), step(used.stem, `kms.${used.index}.name`)];
  return [{ kind: 'field', name, value: object(kmsSection(settings, used)) }];
}

function nonStandardConfig(settings: Settings): readonly Member[] {
  if (!settings.plan.nonStandardConfig) return [];
  const key = 'parameters.non-standard-config';
  const path = 'nonStandardConfig';
  return [field(`canton.${key}`, { kind: 'word', text: 'yes', from: path }, `canton.${key}`, path)];
}

/** The head and the parts that have something in them, a blank line between. */
function print({ settings, head }: Frame, parts: readonly (readonly Member[])[]): readonly Line[] {
  const explain = settings.comments ? explainer() : undefined;
  const filled = parts.filter((part) => part.length > 0);
  return [...head, ...filled.flatMap((part) => [[], ...printHocon(part, explain)])];
}
