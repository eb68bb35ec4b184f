import type { File } from '../file';
import { toolName } from '../header';
import {
  type Block,
  codeBlock,
  heading,
  type Inline,
  list,
  paragraph,
  printMarkdown,
  type Text,
} from '../markdown/printer';
import type { Runbook, RunbookStep } from '../runbook/runbook';
import type { Settings } from '../settings';

/** Name of the page to work from. */
export const runbookName = 'RUNBOOK.md';

export function runbookFile(settings: Settings, runbook: Runbook): File {
  return {
    outline: {
      id: 'runbook',
      path: runbookName,
      mediaType: 'text/markdown',
      purpose:
        'The page to work from: each step with its command, what you should see, and what to do if it is not that.',
      nodes: settings.plan.nodes.map((_, index) => index),
      stoppedBy: 'all',
    },
    write: () => printMarkdown(document(settings, runbook)),
  };
}

function document(settings: Settings, { title, tried, back, steps }: Runbook): readonly Block[] {
  return [
    heading(1, title),
    paragraph(`Plan ${settings.digest}, for Canton ${settings.release}. Made by the ${toolName}.`),
    paragraph('What has been tried: ', ...inlines(tried)),
    paragraph('The way back: ', ...inlines(back)),
    heading(2, 'Done so far'),
    ...overview(settings, steps),
    ...steps.flatMap((step, at) => [heading(2, `${at + 1}. ${step.title}`), ...detail(step)]),
  ];
}

/** A table wider than this does not fit on a page: more nodes get more tables. */
const mostColumns = 6;

const box = '☐';

/** A row a step, a column a node; what is done once has a column of its own. */
function overview(settings: Settings, steps: readonly RunbookStep[]): readonly Block[] {
  const nodes = settings.plan.nodes.flatMap((node, index) =>
    steps.some((step) => step.nodes !== 'once' && step.nodes.includes(index)) ? [{ node, index }] : [],
  );
  const groups = Array.from({ length: Math.max(1, Math.ceil(nodes.length / mostColumns)) }, (_, at) =>
    nodes.slice(at * mostColumns, (at + 1) * mostColumns),
  );
  return groups.map(
    (group): Block => ({
      kind: 'table',
      head: [
        'Step',
        'Once',
        ...group.map(({ node, index }): Text => [{ code: node.name, from: `nodes.${index}.name` }]),
      ],
      rows: steps.map((step, at) => [
        `${at + 1}. ${step.title}`,
        step.nodes === 'once' ? box : '',
        ...group.map(({ index }) => (step.nodes !== 'once' && step.nodes.includes(index) ? box : '')),
      ]),
    }),
  );
}

function detail({ irreversible, does, sees, otherwise }: RunbookStep): readonly Block[] {
  return [
    ...(irreversible === undefined ? [] : [paragraph("CAN'T BE UNDONE. ", ...inlines(irreversible))]),
    ...does.map(shortened),
    paragraph('You should see: ', ...inlines(sees)),
    ...(otherwise.length === 0 ? [] : [paragraph('If it is not that:'), list(otherwise)]),
  ];
}

/** More lines than this are the same for one node after the other. */
const mostLines = 40;

function shortened(block: Block): Block {
  if (block.kind !== 'code' || block.lines.length <= mostLines) return block;
  return codeBlock(block.language, [...block.lines.slice(0, mostLines), '# and the same for the nodes that are left']);
}

function inlines(text: Text): readonly Inline[] {
  return typeof text === 'string' ? [text] : text;
}
