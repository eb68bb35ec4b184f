import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/core/canton/console/command';
import { values } from '../../src/core/canton/console/values';
import { releases } from '../../src/core/canton/releases';
import { unplaced } from './console/command-tree';
import { checkScripts } from './console/compile';
import { inConsole, type Result } from './console/run';
import { fingerprint, kmsKey, newNode, runningNode, world } from './console/scenarios';
import type { ConsoleScript } from './console/script-scala';
import type { World } from './console/world';
import { missingJvmTools } from './jvm/read-with-jvm';

/** The stand-in of Canton's console is itself held to what is known of the console. */

const missing = missingJvmTools();
if (missing.length > 0) console.error(`Canton's console is not stood in for here: ${missing.join(', ')} missing`);

test('every command stands on a type of reference', () => {
  expect(unplaced()).toEqual([]);
});

describe.skipIf(missing.length > 0).each(releases)('on %s', (release) => {
  test('values and constructors are there, with the types that the data says', () => {
    const known = values.filter(({ at }: Command) => at[release] !== undefined);
    const text = [
      'import com.digitalasset.canton.data.CantonTimestamp',
      'import com.google.protobuf.ByteString',
      `import com.${release === '3.6' ? 'digitalasset' : 'daml'}.nonempty.NonEmpty`,
      ...known.map(useOf),
    ].join('\n');
    expect(checkScripts(release, [{ id: 'values', text, nodes: [] }])).toEqual([]);
  });
});

function useOf({ path, params, parens, returns }: Command, index: number): string {
  if (parens === false) return `val value${index}: ${returns} = ${path}`;
  const required = params.filter((parameter) => parameter.default === undefined);
  const names = required.map(({ name }) => `${name} = ${name}`);
  return `def value${index}(${required.map(({ name, type }) => `${name}: ${type}`).join(', ')}): ${returns} = ${path}(${names.join(', ')})`;
}

const bank = runningNode({ name: 'bank-1', kind: 'participant', custody: 'external' });
const vault = runningNode({ name: 'env-1', kind: 'participant', custody: 'envelope' });
const sequencer = runningNode({ name: 'seq-1', kind: 'sequencer', custody: 'external' });
const fresh = newNode({ name: 'new-1', kind: 'participant', custody: 'external' });
const more = [
  kmsKey('spare', 'signing'),
  kmsKey('spare-rsa', 'encryption'),
  kmsKey('spare-wrapper', 'symmetric', 'symmetric'),
  { ...kmsKey('disabled', 'signing'), state: 'disabled' as const },
  { ...kmsKey('aliased', 'signing'), aliases: ['alias/spare'] },
];
const network = world([sequencer, bank, vault, fresh], more);
const nodes = network.nodes.map(({ name, kind, remote }) => ({ name, kind, remote }));

/** What was seen on a node: a line of a script, how it ends, and what the console or the node's log says of it. */
const seen: readonly (readonly [
  what: string,
  line: string,
  outcome: Result['outcome'],
  said?: string,
  world?: World,
])[] = [
  ['a second identity', '`bank-1`.topology.init_id_from_uid(`bank-1`.uid)', 'hang'],
  ['a deletion without force', '`bank-1`.keys.secret.delete(`bank-1`.namespace.fingerprint)', 'hang'],
  [
    'a change before the identity',
    '`new-1`.topology.owner_to_key_mappings.list()',
    'refused',
    'UNIMPLEMENTED/Method not found',
  ],
  [
    'registering a disabled key',
    '`bank-1`.keys.secret.register_kms_signing_key("disabled", SigningKeyUsage.ProtocolOnly, "p")',
    'done',
  ],
  ['rotating to a disabled key', rotate('disabled'), 'refused', 'disabled is disabled'],
  [
    'an encryption key for signing',
    '`bank-1`.keys.secret.register_kms_signing_key("spare-rsa", SigningKeyUsage.ProtocolOnly)',
    'refused',
    'defined for encryption and not for signing',
  ],
  [
    'a symmetric key for signing',
    '`bank-1`.keys.secret.register_kms_signing_key("spare-wrapper", SigningKeyUsage.ProtocolOnly)',
    'refused',
    'An error occurred',
  ],
  [
    'a known key under another name',
    '`bank-1`.keys.secret.register_kms_signing_key("bank-1-signing", SigningKeyUsage.ProtocolOnly, "other")',
    'refused',
    'is different than inserted key',
  ],
  [
    'a known key for another use',
    '`bank-1`.keys.secret.register_kms_signing_key("bank-1-signing", SigningKeyUsage.NamespaceOnly, "bank-1-signing")',
    'refused',
    'is different than inserted key',
  ],
  [
    'a known key by another id',
    '`bank-1`.keys.secret.register_kms_signing_key("aliased", SigningKeyUsage.ProtocolOnly, "p"); `bank-1`.keys.secret.register_kms_signing_key("alias/spare", SigningKeyUsage.ProtocolOnly, "p")',
    'done',
    'has existing kms_key_id aliased',
  ],
  [
    'a key in a KMS on a node that has none',
    '`env-1`.keys.secret.register_kms_signing_key("spare", SigningKeyUsage.ProtocolOnly)',
    'refused',
    'REGISTER_KMS_KEY_INTERNAL_ERROR',
  ],
  [
    'a rotation by a part of the fingerprint',
    '`bank-1`.keys.secret.rotate_kms_node_key("1220", "spare")',
    'refused',
    'does not exist',
  ],
  [
    'a rotation of the root',
    '`bank-1`.keys.secret.rotate_kms_node_key(`bank-1`.namespace.fingerprint.unwrap, "spare")',
    'refused',
    'does not exist',
  ],
  [
    'a rotation to a key for another use',
    '`bank-1`.keys.secret.register_kms_signing_key("spare", SigningKeyUsage.SequencerAuthenticationOnly, "wrong use"); val keys = `bank-1`.topology.owner_to_key_mappings.list(Some(TopologyStoreId.Authorized)).head.item.keys; `bank-1`.topology.owner_to_key_mappings.rotate_key(`bank-1`.id.member, keys(1), `bank-1`.keys.secret.list(filterName = "wrong use").head.publicKey); `bank-1`.health.ping(`bank-1`)',
    'refused',
    'ping timed out',
  ],
  [
    'a key of the namespace announced',
    '`bank-1`.topology.owner_to_key_mappings.add_key(`bank-1`.namespace.fingerprint, KeyPurpose.Signing)',
    'refused',
    'InvalidKeyUsage',
  ],
  [
    'a key announced twice',
    `\`bank-1\`.topology.owner_to_key_mappings.add_key("${fingerprint('bank-1-signing')}", KeyPurpose.Signing)`,
    'refused',
    'already contains the specified keys to add',
  ],
  [
    'the wrapper of an external node',
    '`bank-1`.keys.secret.rotate_wrapper_key()',
    'refused',
    'NO_ENCRYPTED_PRIVATE_KEY_STORE_ERROR',
  ],
  [
    'an RSA key as wrapper',
    '`env-1`.keys.secret.rotate_wrapper_key("spare-rsa")',
    'refused',
    'WRAPPER_KEY_ROTATION_INTERNAL_ERROR',
  ],
  [
    'the same wrapper again',
    '`env-1`.keys.secret.rotate_wrapper_key("env-1-wrapper")',
    'refused',
    'WRAPPER_KEY_ALREADY_IN_USE_ERROR',
  ],
  [
    'a wrapper that is nowhere',
    '`env-1`.keys.secret.rotate_wrapper_key("nowhere")',
    'refused',
    'WRAPPER_KEY_NOT_EXIST_ERROR',
  ],
  [
    'the wrapper that the configuration names',
    'println(`env-1`.keys.secret.get_wrapper_key_id()); `env-1`.keys.secret.list().foreach(k => println(k.wrapperKeyId.map(_.unwrap)))',
    'done',
    'left-behind\nSome(env-1-wrapper)',
    having('env-1', { configuredWrapper: 'left-behind' }),
  ],
  [
    'a node that does not run',
    'println(`bank-1`.health.has_identity()); `bank-1`.health.initialized()',
    'refused',
    'false\nERROR Request failed',
    having('bank-1', { running: false }),
  ],
  [
    'a new key without the right to make one',
    '`bank-1`.keys.secret.generate_signing_key("p", SigningKeyUsage.ProtocolOnly)',
    'refused',
    'not authorized',
    { ...network, kms: { ...network.kms, mayCreate: false } },
  ],
  ['a condition that never comes', 'utils.retry_until_true(false)', 'crashed', 'Condition never became true'],
  [
    'a change on a list that is older than the synchronizer',
    `${behind()}println(\`bank-1\`.topology.owner_to_key_mappings.list(filterKeyOwnerUid = "bank-1").map(_.item.keys.size))`,
    'done',
    'List(3, 4)',
    older(),
  ],
  ['a rotation on a list that is older', rotate('spare'), 'refused', 'does not show', older()],
];

function rotate(to: string): string {
  return `\`bank-1\`.keys.secret.rotate_kms_node_key("${fingerprint('bank-1-signing')}", "${to}", "p")`;
}

function behind(): string {
  return (
    '`bank-1`.keys.secret.register_kms_signing_key("spare", SigningKeyUsage.ProtocolOnly, "q"); `bank-1`.topology.owner_to_key_mappings.add_key("' +
    fingerprint('spare') +
    '", KeyPurpose.Signing); '
  );
}

function having(name: string, changed: Partial<World['nodes'][number]>): World {
  return { ...network, nodes: network.nodes.map((node) => (node.name === name ? { ...node, ...changed } : node)) };
}

/** The synchronizer is a version ahead of the node. */
function older(): World {
  const { synchronizer } = network;
  if (synchronizer === null) throw new Error('there is a synchronizer');
  const mappings = synchronizer.mappings.flatMap((mapping) =>
    mapping.member.startsWith('PAR::bank-1')
      ? [
          { ...mapping, until: network.now },
          { ...mapping, serial: 2, from: network.now },
        ]
      : [mapping],
  );
  return { ...network, synchronizer: { ...synchronizer, mappings } };
}

test.skipIf(missing.length > 0)('commands behave as they were seen to', () => {
  const scripts: ConsoleScript[] = seen.map(([id, text]) => ({ id, text, nodes }));
  const runs = seen.map(([script, , , , changed]) => ({ world: changed ?? network, scripts: [{ script }] }));
  const results = inConsole('3.5', scripts, (runAll) => runAll(runs).map(({ results: [result] }) => result));
  const expected = seen.map(([what, , outcome, said = '']) => ({ what, outcome, text: expect.stringContaining(said) }));
  expect(
    results.map((result, at) => ({
      what: seen[at]?.[0],
      outcome: result?.outcome,
      text: [result?.output, result?.message, ...(result?.nodeLog ?? [])].join('\n'),
    })),
  ).toEqual(expected);
});

test.skipIf(missing.length > 0)(
  'a command that a line or a reference has not is refused, by name, type, order or import',
  () => {
    const wrong: Readonly<Record<string, string>> = {
      name: '`bank-1`.keys.secret.lists()',
      parameter: '`bank-1`.keys.secret.list(filterFingerprints = "")',
      type: '`bank-1`.keys.secret.delete(true)',
      order: '`bank-1`.keys.secret.register_kms_signing_key(SigningKeyUsage.ProtocolOnly, "id")',
      missing: '`bank-1`.keys.secret.generate_signing_key("name")',
      import: 'val file: File = null',
      conversion: 'val id: SynchronizerId = "da::1220"',
      kind: '`seq-1`.synchronizers.list_connected()',
      remote: '`bank-1`.start()',
      private: 'OwnerToKeyMapping(`bank-1`.id.member, NonEmpty(Seq, `bank-1`.keys.secret.list().head.publicKey))',
      escape: 'println("\\q")',
    };
    const scripts = Object.entries(wrong).map(([id, text]) => ({ id, text: `// one\n${text}`, nodes }));
    const errors = checkScripts('3.5', [...scripts, { id: 'right', text: '`bank-1`.keys.secret.list()', nodes }]);
    expect([...new Set(errors.map(({ script, line }) => `${script} ${line}`))].sort()).toEqual(
      Object.keys(wrong)
        .map((id) => `${id} 2`)
        .sort(),
    );
  },
);
