import type { MigrationWay } from '../../plan/task';
import { type Block, paragraph } from '../markdown/printer';
import { stagesOf } from '../runbook/stages';
import { runbookName } from '../targets/runbook';

/** Where the order of things stands, and what the folders are. */
export function whereToBegin(way: MigrationWay): readonly Block[] {
  const folders = foldersOf(way);
  return [
    paragraph(
      'Work from ',
      { code: runbookName },
      ', step by step: it names every command and file where it is needed. Files are numbered in the order of use; the configurations of ',
      ...folders.flatMap((folder, at) => [at === 0 ? '' : ' and ', { code: folder }]),
      ' are each complete in themselves, to be read after your own.',
    ),
    ...(way.type === 'export'
      ? [
          paragraph(
            'The import of keys was tried with the command lines of AWS and Google Cloud against an endpoint of ours that unwraps what it gets. That is weaker than the clouds themselves: rehearse it there with a key that matters to nobody.',
          ),
        ]
      : []),
  ];
}

/** Those with configurations, in the order of use. */
function foldersOf({ type }: MigrationWay): readonly string[] {
  switch (type) {
    case 'encrypt':
      return [stagesOf.encrypt.first];
    case 'revert':
      return [stagesOf.revert.first, stagesOf.revert.last];
    case 'transfer':
      return [stagesOf.transfer.folder];
    case 'export':
      return [stagesOf.export.folder];
  }
}
