import { fingerprintSource } from '../../canton/identities';
import { firstVersionSource, registeringSource } from '../../canton/key-care';
import { movesOf } from '../../plan/migration';
import { type Block, list, paragraph, said } from '../markdown/printer';
import type { Settings } from '../settings';
import { runbookName } from '../targets/runbook';

/** More moves than this are not listed one by one. */
const mostMoves = 40;

/** Where the keys come from that are taken along: nobody makes them by hand. */
export function importedKeys(settings: Settings): readonly Block[] {
  const moves = movesOf(settings.plan);
  if (moves.length === 0) return [];
  const gcp = settings.used.some(({ kms }) => kms.type === 'gcp');
  const more = moves.length - mostMoves;
  return [
    paragraph(
      said(
        'Make no key in the KMS by hand for what is taken along: it would be another key, with another fingerprint, and with another namespace if it is the root. ',
        fingerprintSource,
      ),
      'The keys of a new node are those of the old one, imported as ',
      { code: runbookName },
      ' says, and their ids come out of that:',
    ),
    list([
      ...moves.slice(0, mostMoves).map(({ from, to }) => [{ code: to }, ': those of ', { code: from }, '.']),
      ...(more > 0 ? [`And likewise for ${more} more.`] : []),
      [
        said(
          'See in the KMS that each is enabled, and leave it so: the script that registers a key does not notice when it is not.',
          registeringSource,
        ),
      ],
      ...(gcp
        ? [
            [
              said(
                'Google keys are used in their version 1, which is the imported one: a version that is made there later is never used.',
                firstVersionSource,
              ),
            ],
          ]
        : []),
    ]),
  ];
}
