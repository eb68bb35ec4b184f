import { nodeOn } from '../scala/console';
import { concat, type Expression, fn, it, ref, type Step, val } from '../scala/expression';
import { columns, stopIf, stopUnless } from '../scala/phrases';
import { hostedParties, idsOf, mostListed, participantOf } from './between-nodes';
import { nameOf, type Subject } from './subject';

/** What has to hold before parties of a node's namespace go to another node. */

/** The new node runs beside the old one, on the same synchronizer, with the same packages. */
export function targetIsReady(subject: Subject): readonly Step[] {
  const { settings } = subject;
  const at = participantOf(subject);
  const target = nodeOn(settings.release, 'participant', ref('target'));
  const name = target.call('name');
  const synchronizers = (of: typeof at) => idsOf(of.call('synchronizers.list_connected'));
  const packages = (of: typeof at) => of.call('dars.list', { limit: mostListed });
  return [
    stopUnless(target.call('health.is_running'), name, ' does not answer'),
    stopUnless(target.call('health.initialized'), name, ' is not initialised'),
    stopIf(
      target.call('namespace').ne(at.call('namespace')),
      name,
      ' has another namespace than ',
      nameOf(subject),
      ': it can not host its parties',
    ),
    stopIf(
      target.call('uid').eq(at.call('uid')),
      name,
      ' has the identity of ',
      nameOf(subject),
      ': give it an identifier of its own',
    ),
    val('here', synchronizers(at)),
    val('there', synchronizers(target)),
    stopIf(
      ref('here').dot('size').op('>', 1),
      nameOf(subject),
      ' is connected to several synchronizers: these files are for one',
    ),
    stopIf(
      ref('there').dot('size').ne(1),
      name,
      ' is not connected to one synchronizer; to connect it: synchronizers.modify with manualConnect = false, then synchronizers.reconnect_all()',
    ),
    stopIf(
      ref('here')
        .dot('nonEmpty')
        .and(ref('here').ne(ref('there'))),
      'the two nodes are connected to different synchronizers',
    ),
    val('packages', packages(target).dot('map', it.dot('mainPackageId')).dot('toSet')),
    val(
      'missing',
      packages(at).dot(
        'filterNot',
        fn('d', (d) => ref('packages').dot('contains', d.dot('mainPackageId'))),
      ),
    ),
    stopIf(
      ref('missing').dot('nonEmpty'),
      name,
      ' lacks packages; upload there: ',
      ref('missing')
        .dot(
          'map',
          fn('d', (d) => concat(d.dot('name'), ' ', d.dot('version'))),
        )
        .dot('mkString', ', '),
    ),
  ];
}

/** `own`: the parties of the node's namespace. Others have keys of their own. */
export function partiesCanMove(subject: Subject): readonly Step[] {
  const at = participantOf(subject);
  const target = nodeOn(subject.settings.release, 'participant', ref('target'));
  const isOwn = fn('p', (p) => p.dot('party.namespace').eq(at.call('namespace')));
  const names = (parties: Expression) => parties.dot('map', it.dot('party.toProtoPrimitive')).dot('mkString', ', ');
  return [
    val('hosted', hostedParties(at)),
    stopIf(
      at.call('parties.hosted', { limit: mostListed }).dot('size').op('>=', mostListed),
      `there are ${mostListed} parties or more: this script would overlook some`,
    ),
    val('own', ref('hosted').dot('filter', isOwn)),
    val('elsewhere', hostedParties(target).dot('map', it.dot('party')).dot('toSet')),
    stopIf(
      ref('own').dot(
        'exists',
        fn('p', (p) => ref('elsewhere').dot('contains', p.dot('party'))),
      ),
      target.call('name'),
      ' hosts parties of ',
      nameOf(subject),
      ' already: either its contracts are there, and nothing is left to do, or begin anew with an empty database and another identifier',
    ),
    stopIf(ref('own').dot('isEmpty'), nameOf(subject), ' hosts no party of its namespace that it knows of'),
    val(
      'unclear',
      ref('own').dot(
        'filter',
        fn('p', (p) => permissions(p).dot('size').ne(1)),
      ),
    ),
    stopIf(ref('unclear').dot('nonEmpty'), nameOf(subject), ' has not one permission for ', names(ref('unclear'))),
    ref('hosted')
      .dot(
        'filter',
        fn('p', (p) => p.dot('party.namespace').ne(at.call('namespace'))),
      )
      .dot(
        'foreach',
        fn('p', (p) =>
          columns('STAYS', p.dot('party.toProtoPrimitive'), 'it has keys of its own and moves another way'),
        ),
      ),
    columns('STAYS', at.call('uid').dot('toProtoPrimitive'), 'the party of the node itself'),
    columns('PARTIES', ref('own').dot('size')),
  ];
}

/** What the node may do for a party. */
export function permissions(party: Expression): Expression {
  return party
    .dot('participants')
    .dot('flatMap', it.dot('synchronizers'))
    .dot('map', it.dot('permission.toString'))
    .dot('distinct');
}
