import { hasMoves } from '../../plan/migration';
import type { Node } from '../../plan/node';
import type { Migrate, MigrationWay } from '../../plan/task';
import type { Outline } from '../artefact';
import { type Block, paragraph } from '../markdown/printer';
import { stagesOf } from '../runbook/stages';
import type { Settings } from '../settings';
import { runbookName } from '../targets/runbook';
import { afterwards } from './afterwards';
import { before } from './before';
import { aConsole, consolePart, outcomes, outcomesOfChecks } from './console';
import { contents } from './contents';
import { editions } from './editions';
import { failures } from './failures';
import { groupsOf } from './groups';
import { importedKeys } from './imported-keys';
import { keysToMake } from './key-needs';
import type { Part } from './part';
import { permissions } from './permissions';
import { requiredSchemes } from './required-schemes';
import { rootKey } from './root-key';
import { forgotten } from './start';

/**
 * What is said of nodes on the move; the order of things stands in the runbook.
 * @param settings those of the nodes that are started with files of the bundle
 * @param staying nodes of the plan that stay without a KMS beside new ones
 */
export function migration(
  settings: Settings,
  { way }: Migrate,
  others: readonly Outline[],
  staying: readonly Node[],
): readonly Part[] {
  const { plan } = settings;
  const groups = groupsOf(settings);
  const fresh = hasMoves(plan);
  return [
    ['Where to begin', whereToBegin(way)],
    ['What is here', [contents(others)]],
    [consolePart, reaching(settings)],
    ['Editions', editions(settings)],
    ['Keys that are imported', way.type === 'export' ? importedKeys(settings) : []],
    ['Keys to make beforehand', keysToMake(settings)],
    ['What the other nodes must allow', fresh ? requiredSchemes(settings, plan.nodes, staying) : []],
    ['Before the first start', before(settings)],
    ['Permissions', groups.flatMap(permissions)],
    ['When a file is forgotten', fresh ? forgotten(settings) : []],
    ['Put the root key away', fresh ? rootKey(settings) : []],
    ['When it does not start', groups.length === 0 ? [] : [failures(settings)]],
    ['From then on', groups.length === 0 || way.type === 'revert' ? [] : [afterwards(settings)]],
  ];
}

/** Where the order of things stands, and what the folders are. */
function whereToBegin(way: MigrationWay): readonly Block[] {
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

/** How the scripts are run, and what they say; what a step of the runbook says besides is about that step. */
function reaching(settings: Settings): readonly Block[] {
  const fresh = hasMoves(settings.plan);
  return [
    paragraph(...aConsole(settings)),
    ...(fresh
      ? [
          paragraph(
            'All of its variables are needed from the first command on, also those of new nodes which do not run yet: for these any free port will do until then. Set as variables they hold for every download of the bundle; what is written into the file has to be written into the next one again.',
          ),
        ]
      : []),
    paragraph('A script says how it went. Where ', { code: runbookName }, ' tells more of a step, go by that.'),
    fresh ? outcomes() : outcomesOfChecks(),
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
