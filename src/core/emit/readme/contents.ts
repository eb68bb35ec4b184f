import { keyStoreSource } from '../../canton/operation-sources';
import type { Node } from '../../plan/node';
import { planFileName } from '../../plan/plan-file';
import type { Outline } from '../artefact';
import { checksumsName } from '../bundle-names';
import { type Block, type Inline, list, said, type Text } from '../markdown/printer';
import { type Settings, usedBy } from '../settings';
import { groupsOf } from './groups';
import { kmsName, nodeNames, verb } from './names';

/** More files than this are not listed one by one. */
const mostFiles = 12;

/** The files of the bundle. */
export function contents(others: readonly Outline[]): Block {
  const nodes = others.filter(({ id }) => id.startsWith('node-'));
  const single = nodes.length > mostFiles ? others.filter((outline) => !nodes.includes(outline)) : others;
  const rows: readonly (readonly Text[])[] = [
    ...(nodes.length > mostFiles
      ? foldersOf(nodes).map(([folder, count]): readonly Text[] => [
          [{ code: `${folder}NODE-kms.conf` }],
          `${count} files, one a node: what the plan sets on it.`,
        ])
      : []),
    ...runsOf(single).flatMap(listed),
    [[{ code: planFileName }], 'The plan. The wizard opens it where it was left.'],
    [
      [{ code: checksumsName }],
      [{ code: `sha256sum -c ${checksumsName}` }, ' shows whether a file was changed on its way.'],
    ],
  ];
  return { kind: 'table', head: ['File', 'What it is'], rows };
}

/** Files one after the other that do the same, each for a node of its own; or one file. */
function runsOf(files: readonly Outline[]): readonly (readonly Outline[])[] {
  const runs: Outline[][] = [];
  for (const file of files) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && kindOf(file) !== undefined && kindOf(last[0]) === kindOf(file)) last.push(file);
    else runs.push([file]);
  }
  return runs;
}

/** What a script of one node does: `announce` of `announce-0`. */
function kindOf({ id, mediaType }: Outline): string | undefined {
  return mediaType === 'text/x-scala' ? /^(.+)-\d+$/.exec(id)?.[1] : undefined;
}

/** Each file, or where there are too many the first and the last. */
function listed(files: readonly Outline[]): readonly (readonly Text[])[] {
  const [first, last] = [files[0], files.at(-1)];
  if (first === undefined || last === undefined || files.length <= mostFiles) {
    return files.map((file) => [[{ code: file.path }], file.purpose]);
  }
  const purpose = `${files.length} files, one a node. The first: ${first.purpose}`;
  return [[[{ code: first.path }, ' to ', { code: last.path }], purpose]];
}

/** How many files there are in each folder; the bundle's own is without a name. */
function foldersOf(files: readonly Outline[]): readonly (readonly [folder: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts];
}

/** What will be true of the nodes' keys. */
export function outcome(settings: Settings): readonly Block[] {
  const groups = groupsOf(settings).map(({ used, mode, given, nodes }): readonly Inline[] => {
    const where = kmsName(used.kms, `kms.${used.index}`);
    const names = nodeNames(nodes);
    if (mode === 'external') {
      return [
        ...names,
        said(given ? verb(nodes, ' takes the', ' take the') : verb(nodes, ' makes its', ' make their'), keyStoreSource),
        given ? ' keys that were made beforehand in ' : ' keys in ',
        ...where,
        `${given ? ', with the identity scripts' : ' at the first start'}. The private keys never leave it, so ${verb(nodes, 'the node works', 'the nodes work')} only while the KMS answers.`,
      ];
    }
    return [
      ...names,
      said(verb(nodes, ' keeps its', ' keep their'), keyStoreSource),
      ' private keys in the database, encrypted with a wrapper key that ',
      ...where,
      given ? ' holds and that was made beforehand.' : ' holds and Canton creates at the first start.',
    ];
  });
  const plain = settings.plan.nodes.filter((node) => usedBy(settings, node) === undefined);
  const items = plain.length === 0 ? groups : [...groups, withoutKms(settings, plain)];
  return items.length === 0 ? [] : [list(items)];
}

function withoutKms(settings: Settings, nodes: readonly Node[]): Text {
  const keeps = verb(nodes, ' keeps its', ' keep their');
  const why =
    settings.external === undefined
      ? '.'
      : `. ${verb(nodes, 'Its file aligns its', 'Their files align their')} schemes with the nodes that have their keys in a KMS; keys that exist already stay what they are until they are rotated.`;
  return [...nodeNames(nodes), said(keeps, keyStoreSource), ' private keys in the database, in the clear', why];
}
