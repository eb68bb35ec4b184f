import type { Release } from '../../canton/releases';
import { defaultSynchronizerAlias } from '../../plan/defaults';
import type { NodeKind } from '../../plan/node';
import { consoleOn, nodeOn } from '../scala/console';
import {
  blank,
  comment,
  type Expression,
  fn,
  ifThen,
  it,
  ref,
  type Step,
  seq,
  some,
  text,
  val,
} from '../scala/expression';
import { columns, doneBefore, stepDone, stopIf, stopUnless } from '../scala/phrases';
import type { Settings } from '../settings';
import { uidOf } from './questions';
import type { Script } from './script';
import { inConsole } from './subject';

/** After the identities: bootstraps the synchronizer, connects the participants, pings. */
export function bringUp(settings: Settings): Script {
  return {
    id: 'bring-up',
    name: 'bring-up',
    purpose: 'Bootstraps the synchronizer, connects the participants, and lets each ping.',
    nodes: settings.plan.nodes.map((_, index) => index),
    runs: 'remote',
    about: [
      'After the identities: bootstraps the synchronizer, connects the participants, pings. A second run changes nothing.',
    ],
    body: () => body(settings),
  };
}

const groups: readonly (readonly [name: string, kind: NodeKind])[] = [
  ['synchronizerSequencers', 'sequencer'],
  ['synchronizerMediators', 'mediator'],
  ['members', 'participant'],
];

function body(settings: Settings): readonly Step[] {
  const { plan, release } = settings;
  const console = consoleOn(release);
  const group = (kind: NodeKind) =>
    seq(...plan.nodes.flatMap((node, index) => (node.kind === kind ? [inConsole(settings, node, index)] : [])));
  const { alias, sequencerUrl } = plan.synchronizer;
  const owned = ref('synchronizerSequencers');
  const judges = ref('synchronizerMediators');
  const participant = nodeOn(release, 'participant', ref('n'));
  return [
    val('synchronizerSequencers', group('sequencer')),
    val('synchronizerMediators', group('mediator')),
    val('members', group('participant')),
    val('alias', text(alias === '' ? defaultSynchronizerAlias : alias, 'synchronizer.alias')),
    val('sequencerUrl', text(sequencerUrl, 'synchronizer.sequencerUrl')),
    blank,
    comment('1. Preconditions: all answer, have their identity and have announced their keys'),
    ...groups.map(([name, kind]) => {
      const each = nodeOn(release, kind, ref('n'));
      return ref(name).dot(
        'foreach',
        fn('n', () => [
          stopUnless(each.call('health.is_running'), each.call('name'), ' does not answer'),
          stopUnless(
            each.call('health.active'),
            each.call('name'),
            ' is a passive replica: run this against the active one',
          ),
          stopUnless(each.call('health.has_identity'), each.call('name'), ' has no identity yet'),
          stopUnless(
            each.call('health.initialized').or(each.call('health.is_ready_for_initialization')),
            each.call('name'),
            ' has not announced its keys yet',
          ),
        ]),
      );
    }),
    val(
      'begun',
      owned
        .dot('map', it.dot('health.initialized').of())
        .op('++', judges.dot('map', it.dot('health.initialized').of()))
        .dot('distinct'),
    ),
    stopIf(ref('begun').dot('size').op('>', 1), 'only some of the nodes belong to a synchronizer'),
    comment('Two nodes with the same key would both run without a warning; by their ids in the KMS, nobody can tell'),
    val(
      'fingerprints',
      groups
        .map(([name, kind]) => {
          const each = nodeOn(release, kind, ref('n'));
          const own = each.call('topology.owner_to_key_mappings.list', {
            store: some(console.call('TopologyStoreId.Authorized')),
            filterKeyOwnerUid: uidOf(each),
          });
          const announced = own.dot('flatMap', it.dot('item.keys')).dot('map', it.dot('fingerprint.unwrap'));
          const root = each.call('namespace').dot('fingerprint.unwrap');
          return ref(name).dot(
            'flatMap',
            fn('n', () => announced.op('++', seq(root))),
          );
        })
        .reduce((all, more) => all.op('++', more)),
    ),
    stopIf(
      ref('fingerprints').dot('distinct.size').ne(ref('fingerprints').dot('size')),
      'two of the nodes have the same key: ',
      ref('fingerprints').dot('diff', ref('fingerprints').dot('distinct')).dot('mkString', ', '),
    ),
    blank,
    comment(
      '2. Bootstrap the synchronizer. The owners sign with their root keys, which must be usable in the KMS now.',
    ),
    comment('The mediators connect to the sequencers at the addresses that this console has for their public APIs'),
    ifThen(
      ref('begun').dot('contains', false),
      [
        console.call('bootstrap.synchronizer', {
          synchronizerName: ref('alias'),
          sequencers: owned,
          mediators: judges,
          synchronizerOwners: owned,
          synchronizerThreshold: console.call('PositiveInt.one'),
          staticSynchronizerParameters: parameters(release),
        }),
        stepDone('2', 'synchronizer bootstrapped'),
      ],
      doneBefore('synchronizer bootstrapped'),
    ),
    blank,
    comment('3. Connect the participants, then ping'),
    ref('members').dot(
      'foreach',
      fn('n', () => [
        ifThen(
          participant
            .call('synchronizers.list_registered')
            .dot('exists', it.dot('_1.synchronizerAlias.unwrap').eq(ref('alias'))),
          [
            participant.call('synchronizers.reconnect', { synchronizerAlias: ref('alias') }),
            doneBefore('connection of ', participant.call('name'), ' registered'),
          ],
          [
            participant.call('synchronizers.connect', {
              synchronizerAlias: ref('alias'),
              connection: ref('sequencerUrl'),
            }),
            stepDone('3', participant.call('name'), ' connected'),
          ],
        ),
        console.call('utils.retry_until_true', {
          condition: participant.call('synchronizers.active', { synchronizerAlias: ref('alias') }),
        }),
        columns(
          'STATE',
          participant.call('name'),
          'ping',
          participant.call('health.ping', { participantId: ref('n') }),
        ),
      ]),
    ),
  ];
}

/** Those of a console apart from the nodes, which knows no node's configuration. */
function parameters(release: Release): Expression {
  if (release === '3.6') {
    const console = consoleOn(release);
    const protocolVersion = console.call('ProtocolVersion.latest');
    return console.call('StaticSynchronizerParameters.defaults', { protocolVersion });
  }
  const console = consoleOn(release);
  const protocolVersion = console.call('ProtocolVersion.latest');
  return console.call('StaticSynchronizerParameters.defaultsWithoutKMS', { protocolVersion });
}
