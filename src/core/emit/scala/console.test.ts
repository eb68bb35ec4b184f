import { describe, expect, test } from 'vitest';
import type { NodeKind } from '../../canton/console/command';
import { type Release, releases } from '../../canton/releases';
import { textOf } from '../artefact';
import { consoleOn, type NodeReference, nodeOn } from './console';
import { type Body, ref, seq, some, statements } from './expression';
import { printScala } from './printer';

const print = (body: Body) => textOf({ lines: printScala(statements(body)) }).trimEnd();
const mappings = 'topology.owner_to_key_mappings.list';
const propose = 'topology.owner_to_key_mappings.propose';
const connect = 'synchronizers.connect';
const bothOverloads = { synchronizerAlias: 'da', connection: 'http://x', instance: 'node' };
const [key, member, other] = [ref('key'), ref('member'), ref('other')];

describe.each(releases)('on %s', (release) => {
  const node = nodeOn(release, 'participant', ref('bank-1'));
  const scala = consoleOn(release);

  test('required arguments go by their place, the others by name', () => {
    expect(
      print(node.call('keys.secret.rotate_kms_node_key', { fingerprint: key, newKmsKeyId: 'new', name: 'auth-2' })),
    ).toBe('`bank-1`.keys.secret.rotate_kms_node_key(key, "new", name = "auth-2")');
    expect(
      print(node.call('topology.owner_to_key_mappings.list', { filterKeyOwnerUid: 'x', store: some(other) })),
    ).toBe('`bank-1`.topology.owner_to_key_mappings.list(store = Some(other), filterKeyOwnerUid = "x")');
  });

  test('a required argument behind one with a default goes by name', () => {
    expect(print(node.call('keys.secret.generate_signing_key', { name: 'auth-2', usage: other }))).toBe(
      '`bank-1`.keys.secret.generate_signing_key(name = "auth-2", usage = other)',
    );
  });

  test('what is undefined is left to its default', () => {
    expect(print(node.call('keys.secret.rotate_wrapper_key', { newWrapperKeyId: undefined }))).toBe(
      '`bank-1`.keys.secret.rotate_wrapper_key()',
    );
  });

  test('only what is declared with parentheses gets them', () => {
    expect(print(node.call('name'))).toBe('`bank-1`.name');
    expect(print(node.call('health.initialized'))).toBe('`bank-1`.health.initialized()');
    expect(print(scala.call('TopologyStoreId.Authorized'))).toBe('TopologyStoreId.Authorized');
  });

  test('a condition is asked again and again, so it stands in braces', () => {
    expect(print(scala.call('utils.retry_until_true', { condition: node.call('health.initialized') }))).toBe(
      'utils.retry_until_true { `bank-1`.health.initialized() }',
    );
    expect(print(scala.call('utils.retry_until_true', { timeout: ref('limit'), condition: ref('done') }))).toBe(
      'utils.retry_until_true(limit) { done }',
    );
  });

  test('many required arguments need their names', () => {
    expect(
      print(
        scala.call('bootstrap.synchronizer', {
          synchronizerName: 'da',
          sequencers: seq(ref('sequencer1')),
          mediators: seq(ref('mediator1')),
          synchronizerOwners: seq(ref('sequencer1')),
          synchronizerThreshold: scala.call('PositiveInt.one'),
          staticSynchronizerParameters: ref('parameters'),
        }),
      ),
    ).toBe(`\
bootstrap.synchronizer(
  "da",
  sequencers = Seq(sequencer1),
  mediators = Seq(mediator1),
  synchronizerOwners = Seq(sequencer1),
  synchronizerThreshold = PositiveInt.one,
  staticSynchronizerParameters = parameters,
)`);
  });

  test('a node in the own process has what every node has, and can be started', () => {
    const local = nodeOn(release, 'sequencer.local', ref('node'));
    expect(print([local.call('start'), local.call('health.is_running')])).toBe(
      'node.start()\nnode.health.is_running()',
    );
  });

  test('forms that differ are told apart by the line', () => {
    const call =
      release === '3.3'
        ? nodeOn(release, 'mediator', ref('node')).call('topology.owner_to_key_mappings.propose', {
            proposedMapping: other,
          })
        : nodeOn(release, 'mediator', ref('node')).call('topology.owner_to_key_mappings.propose', {
            member,
            keys: seq(key),
            serial: some(1),
          });
    expect(print(call)).toBe(
      release === '3.3'
        ? 'node.topology.owner_to_key_mappings.propose(other)'
        : 'node.topology.owner_to_key_mappings.propose(member, Seq(key), serial = Some(1))',
    );
  });
});

test('overloads are told apart by what is given', () => {
  const node = nodeOn('3.5', 'participant', ref('node'));
  expect(print(node.call('synchronizers.connect', { synchronizerAlias: 'da', connection: 'http://x' }))).toBe(
    'node.synchronizers.connect("da", "http://x")',
  );
  expect(print(node.call('synchronizers.connect', { instance: other, synchronizerAlias: 'da' }))).toBe(
    'node.synchronizers.connect(other, "da")',
  );
});

describe('what the data does not have neither compiles nor is printed:', () => {
  type AnyNode = NodeReference<Release, NodeKind>;
  const scalaOf = ({ release }: AnyNode) => consoleOn(release);
  const participantOf = ({ release }: AnyNode) => nodeOn(release, 'participant', ref('node'));

  test.each<[why: string, release: Release, kind: NodeKind, call: (node: AnyNode) => unknown]>([
    // @ts-expect-error
    ['a path', '3.5', 'participant', (node) => node.call('keys.secret.lisst')],
    // @ts-expect-error
    ['a parameter', '3.5', 'participant', (node) => node.call('keys.secret.list', { filter: 'x' })],
    // @ts-expect-error
    ['a missing argument', '3.5', 'mediator', (node) => node.call('keys.secret.rotate_node_key', { name: 'x' })],
    // @ts-expect-error
    ['missing arguments', '3.5', 'mediator', (node) => node.call('keys.secret.rotate_node_key')],
    // @ts-expect-error
    ['a command of participants', '3.5', 'sequencer', (node) => node.call('health.ping', { participantId: node })],
    // @ts-expect-error
    ['a command of the own process', '3.5', 'participant', (node) => participantOf(node).call('start')],
    // @ts-expect-error
    ['a parameter that has gone', '3.6', 'participant', (node) => node.call(mappings, { protocolVersion: other })],
    // @ts-expect-error
    ['the old form', '3.4', 'participant', (node) => node.call(propose, { proposedMapping: other })],
    // @ts-expect-error
    ['the new form', '3.3', 'participant', (node) => node.call(propose, { member, keys: seq(key) })],
    // @ts-expect-error
    ['a value of another line', '3.5', 'participant', (node) => scalaOf(node).call('SigningKeySpec.MlDsa65')],
    // @ts-expect-error
    ['two overloads in one', '3.5', 'participant', (node) => participantOf(node).call(connect, bothOverloads)],
  ])('%s', (_, release, kind, call) => {
    expect(() => call(nodeOn(release, kind, ref('node')))).toThrow(`Canton ${release} has no`);
  });
});

test('a reference to one of several kinds, or lines, is not taken for one of them', () => {
  const participant = nodeOn<Release, 'participant'>('3.5', 'participant', ref('node'));
  const any = nodeOn<Release, NodeKind>('3.5', 'participant', ref('node'));
  // @ts-expect-error not every node is a participant
  const narrower: NodeReference<Release, 'participant'> = any;
  // @ts-expect-error not every line is 3.3
  const older: NodeReference<'3.3', 'participant'> = participant;
  expect([narrower.kind, older.release]).toEqual(['participant', '3.5']);
});
