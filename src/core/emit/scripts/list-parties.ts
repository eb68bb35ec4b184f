import {
  blank,
  comment,
  concat,
  type Expression,
  fn,
  ifThen,
  imported,
  it,
  ref,
  type Step,
  val,
} from '../scala/expression';
import { columns, doneBefore, next, stepDone, stopIf } from '../scala/phrases';
import { mostListed } from './between-nodes';
import { exists, writtenText } from './files';
import { areInitialised, type Ends, endVals, hostedOf, missingPackages, oneSynchronizer } from './moving';
import { listVal, shown } from './moving-files';
import type { Script } from './script';
import { nameOf } from './subject';

/** Writes down which external parties are to move, and shows what has to be mended before. It changes nothing on the nodes. */
export function listParties(ends: Ends): Script {
  const { old, next: to } = ends;
  return {
    id: `list-parties-${old.index}`,
    name: `parties-${old.stem}`,
    purpose: `Lists the external parties of ${old.node.name}, and what ${to.node.name} lacks to host them.`,
    nodes: [old.index],
    runs: 'remote',
    about: [
      `Lists the external parties that the old node hosts in parties-${old.stem}.txt, and shows what the new one lacks.`,
      'It changes nothing on the nodes. A second run shows the same again, and leaves the file as it is.',
      'Take lines out of the file to move those parties in a later round.',
    ],
    body: () => listing(ends),
  };
}

function listing(ends: Ends): readonly Step[] {
  const { old, next: to, source, target } = ends;
  const isOwn = it.dot('namespace').eq(source.call('namespace'));
  const hasTarget = fn('m', (m) => m.dot('participantIds').dot('contains', target.call('id')));
  const partyIds = (of: Expression) => of.dot('map', it.dot('partyId'));
  const isMissing = fn('d', (d) => ref('missing').dot('contains', d.dot('mainPackageId')));
  return [
    imported('java.nio.file.{Files, Paths}'),
    ...endVals(ends),
    listVal(ends),
    val('most', mostListed, { note: 'DARs whose names are looked up' }),
    blank,
    comment('1. Preconditions'),
    ...areInitialised(ends),
    ...oneSynchronizer(ends),
    val('hosted', hostedOf(ends)),
    blank,
    comment('2. The parties. Those in the namespace of the node would be other parties with other keys: they stay'),
    partyIds(ref('hosted'))
      .dot('filter', isOwn)
      .dot(
        'foreach',
        fn('p', (p) => columns('LOCAL', shown(p))),
      ),
    val('external', ref('hosted').dot('filterNot', isOwn)),
    partyIds(ref('external').dot('filter', hasTarget)).dot(
      'foreach',
      fn('p', (p) => columns('HOSTED BY BOTH', shown(p))),
    ),
    val('left', partyIds(ref('external').dot('filterNot', hasTarget))),
    ref('left').dot(
      'foreach',
      fn('p', (p) => columns('EXTERNAL', shown(p))),
    ),
    ifThen(exists(ref('list')), doneBefore(ref('list'), ' is there, and stays as it is'), [
      stopIf(ref('left').dot('isEmpty'), nameOf(old), ' hosts no external party that is to move'),
      writtenText(
        ref('list'),
        ref('left')
          .dot(
            'map',
            fn('p', (p) => concat(shown(p), '\n')),
          )
          .dot('mkString'),
      ),
      stepDone('2', ref('left').dot('size'), ' parties are in ', ref('list')),
    ]),
    blank,
    comment('3. What the new node lacks, and what may be pruned before the contracts are exported'),
    ...missingPackages(ends),
    val('dars', source.call('dars.list', { limit: ref('most') })),
    ref('dars')
      .dot('filter', isMissing)
      .dot(
        'foreach',
        fn('d', (d) => columns('MISSING', d.dot('name'), d.dot('version'), d.dot('mainPackageId'))),
      ),
    columns('MISSING PACKAGES', ref('missing').dot('size')),
    source.call('pruning.get_schedule').dot(
      'foreach',
      fn('s', (s) => columns('PRUNING SCHEDULE', s)),
    ),
    next(
      'upload what is missing to ',
      nameOf(to),
      ', write down a pruning schedule of ',
      nameOf(old),
      ' and clear it, take out of the file what is to move later',
    ),
  ];
}
