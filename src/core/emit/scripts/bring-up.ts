import type { Release } from '../../canton/releases';
import { defaultSynchronizerAlias } from '../../plan/defaults';
import type { NodeKind } from '../../plan/node';
import { consoleOn, nodeOn } from '../scala/console';
import { blank, comment, type Expression, fn, ifThen, it, ref, type Step, seq, text, val } from '../scala/expression';
import { columns, doneBefore, stepDone } from '../scala/phrases';
import type { Settings } from '../settings';
import { canBeBroughtUp } from './bring-up-ready';
import type { Script } from './script';
import { inConsole } from './subject';
import { limitVal, waitUntil } from './waiting';

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

function body(settings: Settings): readonly Step[] {
  const { plan, release } = settings;
  const console = consoleOn(release);
  const group = (kind: NodeKind) =>
    seq(...plan.nodes.flatMap((node, index) => (node.kind === kind ? [inConsole(settings, node, index)] : [])));
  const { alias, sequencerUrl } = plan.synchronizer;
  const owned = ref('synchronizerSequencers');
  const participant = nodeOn(release, 'participant', ref('n'));
  const sequencer = nodeOn(release, 'sequencer', ref('n'));
  return [
    val('synchronizerSequencers', group('sequencer')),
    val('synchronizerMediators', group('mediator')),
    val('members', group('participant')),
    val('alias', text(alias === '' ? defaultSynchronizerAlias : alias, 'synchronizer.alias')),
    val('sequencerUrl', text(sequencerUrl, 'synchronizer.sequencerUrl')),
    limitVal(console),
    blank,
    ...canBeBroughtUp(release),
    blank,
    comment(
      '2. Bootstrap the synchronizer. The owners sign with their root keys, which must be usable in the KMS now.',
    ),
    comment(
      'What an interrupted bootstrap left behind would be in the way of this one; none may be under way elsewhere',
    ),
    val('setup', console.call('TopologyStoreId.Temporary.tryCreate', { name: ref('alias').op('+', '-setup') })),
    owned
      .dot(
        'filter',
        fn('n', () => sequencer.call('topology.stores.list').dot('contains', ref('setup'))),
      )
      .dot(
        'foreach',
        fn('n', () => [
          sequencer.call('topology.stores.drop_temporary_topology_store', { temporaryStoreId: ref('setup') }),
          stepDone('2', 'interrupted bootstrap cleared from ', sequencer.call('name')),
        ]),
      ),
    comment('The mediators connect to the sequencers at the addresses that this console has for their public APIs'),
    ifThen(
      ref('begun').op('++', ref('judged')).dot('contains', false),
      [
        console.call('bootstrap.synchronizer', {
          synchronizerName: ref('alias'),
          sequencers: owned,
          mediators: ref('synchronizerMediators'),
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
        waitUntil(
          console,
          participant.call('synchronizers.active', { synchronizerAlias: ref('alias') }),
          participant.call('name'),
          ' is not connected',
        ),
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
