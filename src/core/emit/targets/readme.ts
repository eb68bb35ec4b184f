import { releaseFacts } from '../../canton/releases';
import { hasMoves, movesOf } from '../../plan/migration';
import type { Plan } from '../../plan/plan';
import type { Migrate, Rotate } from '../../plan/task';
import type { Outline } from '../artefact';
import type { File } from '../file';
import { toolName } from '../header';
import { type Block, heading, paragraph, printMarkdown } from '../markdown/printer';
import { afterwards } from '../readme/afterwards';
import { before } from '../readme/before';
import { contents, outcome } from '../readme/contents';
import { deletions } from '../readme/deletion';
import { editions } from '../readme/editions';
import { failures } from '../readme/failures';
import { groupsOf } from '../readme/groups';
import { keysToMake } from '../readme/key-needs';
import { whereToBegin } from '../readme/migration';
import { newKeys, newKeysToMake } from '../readme/new-keys';
import { permissions } from '../readme/permissions';
import { proof } from '../readme/proof';
import { afterRestore } from '../readme/restore';
import { rootKey } from '../readme/root-key';
import { afterRotation, beforeRotation } from '../readme/rotation';
import { rotationPermissions } from '../readme/rotation-permissions';
import { run } from '../readme/run';
import { start } from '../readme/start';
import { wrapperLine } from '../readme/wrapper-line';
import type { Placed } from '../scripts/scripts';
import type { Settings } from '../settings';

/** Name of the page for the person who carries it out. */
export const readmeName = 'README.md';

/**
 * @param others the files beside it
 * @param stopped names of files that are missing, since answers they are made from have errors
 * @param scripts those for the console among the files, in their order
 */
export function readme(
  settings: Settings,
  others: readonly Outline[],
  stopped: readonly string[],
  scripts: readonly Placed[],
): File {
  return {
    outline: {
      id: 'readme',
      path: readmeName,
      mediaType: 'text/markdown',
      purpose: 'For the person who carries it out: what to do, in which order, and how to see that it worked.',
      nodes: settings.plan.nodes.map((_, index) => index),
      stoppedBy: 'all',
    },
    write: () => printMarkdown(document(settings, others, stopped, scripts)),
  };
}

type Part = readonly [title: string, blocks: readonly Block[]];

function document(
  settings: Settings,
  others: readonly Outline[],
  stopped: readonly string[],
  scripts: readonly Placed[],
): readonly Block[] {
  const parts: readonly Part[] = [['What is missing', missing(stopped)], ...partsOf(settings, others, scripts)];
  return [
    ...introduction(settings),
    ...parts.filter(([, blocks]) => blocks.length > 0).flatMap(([title, blocks]) => [heading(2, title), ...blocks]),
  ];
}

function partsOf(settings: Settings, others: readonly Outline[], scripts: readonly Placed[]): readonly Part[] {
  const { task } = settings.plan;
  switch (task.type) {
    case 'new':
      return setUp(settings, others, scripts);
    case 'rotate':
      return rotation(settings, task, others, scripts);
    case 'migrate':
      return migration(settings, task, others);
  }
}

function migration(settings: Settings, { way }: Migrate, others: readonly Outline[]): readonly Part[] {
  const groups = groupsOf(settings);
  return [
    ['Where to begin', whereToBegin(way)],
    ['What is here', [contents(others)]],
    ['Editions', editions(settings)],
    // Where keys are taken along, the import makes them.
    ['Keys to make beforehand', way.type === 'export' ? [] : keysToMake(settings)],
    ['Before the first start', before(settings)],
    ['Permissions', groups.flatMap(permissions)],
    ['When it does not start', groups.length === 0 ? [] : [failures(settings)]],
  ];
}

function rotation(
  settings: Settings,
  task: Rotate,
  others: readonly Outline[],
  scripts: readonly Placed[],
): readonly Part[] {
  const keys = newKeys(settings, task);
  const toMake = newKeysToMake(settings, keys);
  const rights = rotationPermissions(settings, keys);
  const before = { scripts, keys: toMake.length > 0, rights: rights.length > 0 };
  return [
    ['What is here', [contents(others)]],
    ['Keys to make beforehand', toMake],
    ['Permissions', rights],
    ['Before', beforeRotation(settings, task, before)],
    ['Run the scripts', run(settings, scripts)],
    ['Change the configuration', wrapperLine(settings, task, scripts)],
    ['When the scripts have run', afterRotation(task, scripts)],
    ['On another day: delete retired keys', deletions(settings, task, scripts)],
    ['After a restore from a backup', afterRestore(settings, scripts)],
  ];
}

function setUp(settings: Settings, others: readonly Outline[], scripts: readonly Placed[]): readonly Part[] {
  const groups = groupsOf(settings);
  return [
    ['What is here', [contents(others)]],
    ['What will be true', outcome(settings)],
    ['Editions', editions(settings)],
    ['Keys to make beforehand', keysToMake(settings)],
    ['Before the first start', before(settings)],
    ['Permissions', groups.flatMap(permissions)],
    ['Start', start(settings)],
    ['Run the scripts', run(settings, scripts)],
    ['See that it worked, before anything depends on it', groups.length === 0 ? [] : proof(settings, scripts)],
    ['Put the root key away', rootKey(settings)],
    ['When it does not start', groups.length === 0 ? [] : [failures(settings)]],
    ['From then on', groups.length === 0 ? [] : [afterwards(settings)]],
  ];
}

/** A bundle that isn't whole says so before anything else, since what follows tells of the whole plan. */
function missing(stopped: readonly string[]): readonly Block[] {
  if (stopped.length === 0) return [];
  const named = stopped.slice(0, mostNamed).flatMap((path) => [{ code: path }, ', '] as const);
  const more = stopped.length > mostNamed ? `and ${stopped.length - mostNamed} more files` : '';
  return [
    paragraph(
      'This bundle is not whole. Errors in the plan stopped ',
      ...(more === '' ? named.slice(0, -1) : named),
      more,
      '. What follows tells of the whole plan: do not start what is named there without its file. Open ',
      { code: 'plan.json' },
      ' in the wizard, mend the answers, and download again.',
    ),
  ];
}

/** More missing files than this are only counted. */
const mostNamed = 12;

function titleOf(plan: Plan): string {
  const { task, nodes } = plan;
  const count = (nodes: number) => (nodes === 1 ? '1 node' : `${nodes} nodes`);
  switch (task.type) {
    case 'new':
      return `KMS configuration for ${count(nodes.length)}`;
    case 'rotate':
      return `Rotation of the keys of ${count(nodes.length)}`;
    case 'migrate':
      if (hasMoves(plan)) return `Migration of ${count(movesOf(plan).length)} into a KMS`;
      return `Migration of the keys of ${count(nodes.length)}`;
  }
}

function introduction({ plan, digest, release }: Settings): readonly Block[] {
  const facts = releaseFacts[release];
  const name = plan.name.trim() === '' ? [] : [' ', { code: plan.name, from: 'name' }];
  return [
    heading(1, titleOf(plan)),
    paragraph(
      'Plan',
      ...name,
      ' ',
      { code: digest },
      `, for Canton ${release}, by the facts of ${facts.version} of ${facts.readOn}${facts.preview ? ', which is a preview' : ''}. Made by the ${toolName} from `,
      { code: 'plan.json' },
      ': change the answers there, not these files. They hold what the wizard manages and nothing else, and are read together with your own configuration.',
    ),
  ];
}
