import { escapes, inventoryHeading, inventoryMarks, nodeStates } from '../../canton/inventory';
import type { NodeKind } from '../../plan/node';
import { consoleOn, nodeOn } from '../scala/console';
import {
  type Arg,
  comment,
  defWith,
  type Expression,
  fn,
  ifThen,
  it,
  not,
  ref,
  type Step,
  seq,
  some,
  val,
  when,
} from '../scala/expression';
import { columns, say } from '../scala/phrases';
import type { Settings } from '../settings';
import { defUsageOf, textOf, uidOf } from './questions';
import type { Script } from './script';

/** Tells what keys the nodes of a console hold, in lines that the wizard reads back. Changes nothing. */
export function inventory(settings: Settings): Script {
  return {
    id: 'inventory',
    name: 'inventory',
    purpose: 'Lists every key of the running nodes, and changes nothing. What it prints can be pasted into the wizard.',
    // It names no node, so no wrong answer about one stops it.
    nodes: [],
    runs: 'remote',
    about: ['Lists the keys of every node that this console knows. Changes nothing.'],
    body: () => [
      defUsageOf(),
      defWith('cell', { name: 'text', type: 'String' }, (text) =>
        escapes.reduce((before: Expression, { from, to }) => before.dot('replace', from, to), text),
      ),
      say(inventoryHeading.join('\t')),
      consoleOn(settings.release)
        .call('nodes.all')
        .dot(
          'foreach',
          fn('node', () => ofNode(settings, 'participant')),
        ),
    ],
  };
}

/** @param kind any: the questions are the same for each */
function ofNode({ release }: Settings, kind: NodeKind): readonly Step[] {
  const console = consoleOn(release);
  const node = nodeOn(release, kind, ref('node'));
  const isOf = (group: 'participants.all' | 'sequencers.all') =>
    console.call(group).dot('exists', it.dot('name').eq(node.call('name')));
  const own = node.call('topology.owner_to_key_mappings.list', {
    store: some(console.call('TopologyStoreId.Authorized')),
    filterKeyOwnerUid: ref('uid'),
  });
  const announced = own.dot('flatMap', it.dot('item.keys')).dot('map', it.dot('fingerprint.unwrap'));
  const line = (mark: string, ...cells: readonly Arg[]) => columns(mark, node.call('name'), ref('kind'), ...cells);
  return [
    val(
      'kind',
      ifThen(isOf('participants.all'), 'participant', ifThen(isOf('sequencers.all'), 'sequencer', 'mediator')),
    ),
    ifThen(
      not(node.call('health.is_running')),
      line(inventoryMarks.node, nodeStates.silent),
      ifThen(not(node.call('health.active')), line(inventoryMarks.node, nodeStates.passive), [
        comment('Its identity and the keys it has announced, if it has an identity already'),
        val('known', node.call('health.has_identity')),
        val('uid', ifThen(ref('known'), uidOf(node), '')),
        val('namespace', ifThen(ref('known'), node.call('namespace').dot('fingerprint.unwrap'), '')),
        val('mapped', ifThen(ref('known'), announced, seq())),
        val('held', node.call('keys.secret.list')),
        ifThen(ref('held').dot('isEmpty'), line(inventoryMarks.node, nodeStates.empty)),
        comment('A line a private key'),
        ref('held').dot(
          'foreach',
          fn('key', (key) => ofKey(key, line)),
        ),
        comment('Announced, without a private key here'),
        ref('mapped')
          .dot(
            'filterNot',
            fn('f', (f) => ref('held').dot('exists', it.dot('publicKey.fingerprint.unwrap').eq(f))),
          )
          .dot(
            'foreach',
            fn('f', (f) => line(inventoryMarks.lost, f)),
          ),
      ]),
    ),
  ];
}

function ofKey(key: Expression, line: (mark: string, ...cells: readonly Arg[]) => Expression): readonly Step[] {
  const specOf = key
    .dot('publicKey')
    .match(
      when({ name: 'k', type: 'SigningPublicKey' }, ref('k').dot('keySpec.name')),
      when({ name: 'k', type: 'EncryptionPublicKey' }, ref('k').dot('keySpec.name')),
      when('_', ''),
    );
  const isSigning = key.dot('publicKey').dot('isSigning');
  const mode = ifThen(
    key.dot('kmsKeyId.isDefined'),
    'external',
    ifThen(key.dot('wrapperKeyId.isDefined'), 'envelope', 'plain'),
  );
  const cell = (value: Expression) => ref('cell').of(value);
  return [
    val('mode', mode),
    val('spec', specOf),
    val('usage', ifThen(isSigning, ref('usageOf').of(key.dot('publicKey')), '')),
    val('fingerprint', key.dot('publicKey.fingerprint.unwrap')),
    line(
      inventoryMarks.key,
      ref('uid'),
      ref('namespace'),
      ref('mode'),
      ref('fingerprint'),
      key.dot('purpose.name'),
      ref('usage'),
      cell(textOf(key.dot('name'))),
      cell(textOf(key.dot('kmsKeyId'))),
      cell(textOf(key.dot('wrapperKeyId'))),
      ref('mapped').dot('contains', ref('fingerprint')),
      ref('fingerprint').eq(ref('namespace')),
      ref('spec'),
    ),
  ];
}
