import { ledgerEndNeedsTesting } from '../../canton/console/contracts';
import type { File } from '../file';
import { header } from '../header';
import { explainer } from '../hocon/explain';
import { printHocon } from '../hocon/printer';
import { comment, field } from '../hocon/tree';
import type { Settings } from '../settings';

/** Name of the file that makes the commands of a migration available, for the time of it. */
export const featuresName = 'features.conf';

/** The switches that the commands of a migration ask for, on nodes and in the console; 3.3 asks for one more. */
export function featuresFile(settings: Settings, nodes: readonly number[]): File {
  const where = whereItIs(settings);
  const kinds = [
    'preview',
    'repair',
    ...(ledgerEndNeedsTesting(settings.release) ? (['testing'] as const) : []),
  ] as const;
  return {
    outline: {
      id: 'features',
      path: featuresName,
      mediaType: 'application/hocon',
      purpose: `Makes the commands available that the migration needs. ${where}`,
      nodes,
      stoppedBy: 'all',
    },
    write: () => {
      const head = [...header(settings), where];
      const fields = kinds.map((kind) => {
        const key = `features.enable-${kind}-commands` as const;
        return field(`canton.${key}`, { kind: 'word', text: 'yes', from: 'task.way' }, `canton.${key}`, 'task.way');
      });
      return [...printHocon(head.map(comment)), [], ...printHocon(fields, settings.comments ? explainer() : undefined)];
    },
  };
}

/** Who has the file and for how long: with it whoever reaches an old node can download its keys. */
function whereItIs({ release }: Settings): string {
  const old = ledgerEndNeedsTesting(release)
    ? 'while its keys are exported, and again while its contracts are'
    : 'while its keys are exported';
  return `An old node has it only ${old}; new nodes and the console have it until the migration is done.`;
}
