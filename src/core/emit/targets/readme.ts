import { releaseFacts } from '../../canton/releases';
import type { Outline } from '../artefact';
import type { File } from '../file';
import { toolName } from '../header';
import { type Block, heading, paragraph, printMarkdown } from '../markdown/printer';
import { afterwards } from '../readme/afterwards';
import { before } from '../readme/before';
import { contents, outcome } from '../readme/contents';
import { editions } from '../readme/editions';
import { failures } from '../readme/failures';
import { groupsOf } from '../readme/groups';
import { permissions } from '../readme/permissions';
import { proof } from '../readme/proof';
import { start } from '../readme/start';
import type { Settings } from '../settings';

/** Name of the page for the person who carries it out. */
export const readmeName = 'README.md';

/**
 * @param others the files beside it
 * @param stopped names of files that are missing, since answers they are made from have errors
 */
export function readme(settings: Settings, others: readonly Outline[], stopped: readonly string[]): File {
  return {
    outline: {
      id: 'readme',
      path: readmeName,
      mediaType: 'text/markdown',
      purpose: 'For the person who carries it out: what to do, in which order, and how to see that it worked.',
      nodes: settings.plan.nodes.map((_, index) => index),
      stoppedBy: 'all',
    },
    write: () => printMarkdown(document(settings, others, stopped)),
  };
}

function document(settings: Settings, others: readonly Outline[], stopped: readonly string[]): readonly Block[] {
  const groups = groupsOf(settings);
  const parts: readonly (readonly [title: string, blocks: readonly Block[]])[] = [
    ['What is missing', missing(stopped)],
    ['What is here', [contents(others)]],
    ['What will be true', outcome(settings)],
    ['Editions', editions(settings)],
    ['Before the first start', before(settings)],
    ['Permissions', groups.flatMap(permissions)],
    ['Start', start(settings)],
    ['See that it worked, before anything depends on it', groups.length === 0 ? [] : proof(settings)],
    ['When it does not start', groups.length === 0 ? [] : [failures(settings)]],
    ['From then on', groups.length === 0 ? [] : [afterwards(settings)]],
  ];
  return [
    ...introduction(settings),
    ...parts.filter(([, blocks]) => blocks.length > 0).flatMap(([title, blocks]) => [heading(2, title), ...blocks]),
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

function introduction({ plan, digest, release }: Settings): readonly Block[] {
  const facts = releaseFacts[release];
  const name = plan.name.trim() === '' ? [] : [' ', { code: plan.name, from: 'name' }];
  const count = plan.nodes.length === 1 ? '1 node' : `${plan.nodes.length} nodes`;
  return [
    heading(1, `KMS configuration for ${count}`),
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
