import { describe, expect, test } from 'vitest';
import { givenKeys, migrate, newKms, newNode, newPlan, rotate } from '../../plan/defaults';
import type { Custody, NodeKind } from '../../plan/node';
import type { Plan } from '../../plan/plan';
import type { MigrationWay, ObservedKey, ObservedNode, Rotate } from '../../plan/task';
import { textOf } from '../artefact';
import { emit } from '../emit';
import { ownNames } from './subject';

const given: Custody = {
  type: 'external',
  kms: 'kms1',
  keys: { ...givenKeys(), namespace: 'ns', sequencerAuth: 'auth' },
};
const generated: Custody = { type: 'external', kms: 'kms1', keys: { type: 'generated' } };
const node = (kind: NodeKind, name: string, custody: Custody = given) => newNode(kind, name, custody);
const plan = (part: Partial<Plan>): Plan => ({
  ...newPlan(),
  kms: [{ ...newKms('aws', 'kms1'), region: 'r' }],
  ...part,
});
const exported: MigrationWay = {
  ...{ type: 'export', importJob: '', protectionLevel: 'hsm' },
  moves: [{ from: 'bank', to: 'bank-kms' }],
};
const scripts = (of: Plan) => emit(of).filter(({ path }) => path.endsWith('.sc'));
const paths = (of: Plan) => scripts(of).map(({ path }) => path);
const script = (of: Plan, id: string) => {
  const found = scripts(of).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no script ${id}`);
  return textOf(found);
};

describe('a new plan', () => {
  test('brings the nodes of the synchronizer up before those that connect to it', () => {
    const nodes = [node('participant', 'bank-1'), node('mediator', 'med'), node('sequencer', 'seq')];
    expect(paths(plan({ nodes }))).toEqual([
      'inventory.sc',
      '01-identity-seq.sc',
      '02-identity-med.sc',
      '03-identity-bank-1.sc',
      '04-bring-up.sc',
    ]);
  });

  test('without keys that exist already needs nothing but the inventory', () => {
    expect(paths(plan({ nodes: [node('participant', 'bank', generated)] }))).toEqual(['inventory.sc']);
    expect(paths(plan({ nodes: [node('participant', 'bank', { type: 'none' })] }))).toEqual([]);
  });

  test('delegates where an intermediate key is wanted, made by the node or given', () => {
    const delegated = (keyId: string) => {
      const intermediate = { type: 'on', keyId, restriction: 'all-but-namespace-delegations' } as const;
      return plan({ nodes: [{ ...node('participant', 'bank', generated), intermediate }] });
    };
    expect(script(delegated(''), 'delegate-0')).toContain('generate_signing_key');
    expect(script(delegated('int'), 'delegate-0')).toContain('register_kms_signing_key(kmsKeyId');
  });

  test('delegates on a node without a KMS, too', () => {
    const intermediate = { type: 'on', keyId: '', restriction: 'all-mappings' } as const;
    const of = plan({ nodes: [{ ...node('participant', 'bank', { type: 'none' }), intermediate }] });
    expect(paths(of)).toEqual(['inventory.sc', '01-delegate-bank.sc']);
  });

  test('asks the environment for ports that are not known, each node by a name of its own', () => {
    const nodes = ['bank-1', 'bank_1', '0a'].map((name) => node('mediator', name, generated));
    const remote = emit(plan({ nodes })).find(({ id }) => id === 'remote-console');
    const text = textOf({ lines: remote?.lines ?? [] });
    const names = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(names).toEqual(['NODE_BANK_1_ADMIN_PORT', 'NODE_BANK_1_2_ADMIN_PORT', 'NODE_0A_ADMIN_PORT']);
  });

  test('calls a node as the console does', () => {
    const first = (name: string) => script(plan({ nodes: [node('participant', name)] }), 'identity-0');
    expect(first('bank-1')).toContain('val node = `bank-1`\n');
    expect(first('type')).toContain('val node = `type`\n');
    expect(first('bank1')).toContain('val node = bank1\n');
  });

  test('looks a node up where the script has a use for its name', () => {
    const first = (of: Plan) => script(of, 'identity-0');
    expect(first(plan({ nodes: [node('participant', 'held')] }))).toContain(
      'val node = participants.all.find(_.name == "held").get\n',
    );
    const nodes = [node('sequencer', 'alias'), node('mediator', 'med'), node('participant', 'bank')];
    expect(script(plan({ nodes }), 'bring-up')).toContain('Seq(sequencers.all.find(_.name == "alias").get)');
  });

  test('stops where two nodes have one key, which their ids in the KMS need not show', () => {
    const nodes = [node('sequencer', 'seq'), node('mediator', 'med'), node('participant', 'bank')];
    expect(script(plan({ nodes }), 'bring-up')).toContain('STOP: two of the nodes have the same key');
  });

  test('says of each command where it is declared, on its line', () => {
    const declared = (release: '3.3' | '3.5') =>
      scripts(plan({ release, nodes: [node('participant', 'bank')] }))
        .flatMap(({ lines }) => lines.flat())
        .find(({ text }) => text === 'register_kms_signing_key')?.reason?.source.url;
    expect(declared('3.3')).toMatch(/VaultAdministration\.scala#L126$/);
    expect(declared('3.5')).toMatch(/VaultAdministration\.scala#L153$/);
  });

  test('waits for nothing without a limit', () => {
    const nodes = [node('participant', 'bank-1'), node('mediator', 'med'), node('sequencer', 'seq')];
    for (const each of scripts(plan({ nodes }))) expect(textOf(each)).not.toMatch(/wait_for/);
  });

  test('gives sequencers and mediators no encryption key', () => {
    const of = plan({ nodes: [node('sequencer', 'seq'), node('participant', 'bank')] });
    expect(script(of, 'identity-0')).not.toContain('register_kms_encryption_key');
    expect(script(of, 'identity-1')).toContain('register_kms_encryption_key');
  });
});

const fingerprint = (digit: string) => `1220${digit.repeat(64)}`;
const key = (digit: string, more: Partial<ObservedKey> = {}): ObservedKey => ({
  fingerprint: fingerprint(digit),
  purpose: 'signing',
  usage: ['signing'],
  name: `key-${digit}`,
  kmsKeyId: `kms-${digit}`,
  wrapperKeyId: '',
  mapped: true,
  root: false,
  spec: 'EC-P256',
  ...more,
});
const observed = (keys: readonly ObservedKey[]): ObservedNode => ({
  kind: 'participant',
  name: 'bank',
  uid: `bank::${fingerprint('0')}`,
  namespace: fingerprint('0'),
  keys: [...keys],
  lost: [],
});
const rotation = (part: Partial<Rotate>, custody: Custody = generated): Plan =>
  plan({
    nodes: [node('participant', 'bank', custody)],
    task: { ...rotate(), inventory: [observed([key('a'), key('b', { mapped: false })])], ...part },
  });
const replaced = { node: 'bank', fingerprint: fingerprint('a'), name: 'signing-2' } as const;

describe('a rotation', () => {
  test('begins with the inventory alone', () => {
    expect(emit(plan({ nodes: [], task: rotate() })).map(({ path }) => path)).toEqual(['inventory.sc', 'README.md']);
  });

  test('pauses for a backup at a file boundary, or runs in one go', () => {
    const keys = [{ ...replaced, to: { type: 'given', kmsKeyId: 'new' } as const }];
    expect(paths(rotation({ keys }))).toEqual(['inventory.sc', '01-announce-bank.sc', '02-withdraw-bank.sc']);
    expect(paths(rotation({ keys, pause: false }))).toEqual(['inventory.sc', '01-rotate-bank.sc']);
  });

  test('names the kind of a new key only where it differs', () => {
    const to = (spec: 'ec-p-384' | null) => [{ ...replaced, to: { type: 'generated', spec } as const }];
    expect(script(rotation({ keys: to(null), pause: false }), 'rotate-0')).not.toContain('signingSpecs');
    expect(script(rotation({ keys: to('ec-p-384'), pause: false }), 'rotate-0')).toContain(
      'Map("signing-2" -> SigningKeySpec.EcP384)',
    );
  });

  test('asks a participant, and nobody else, which synchronizers it is connected to', () => {
    const keys = [{ ...replaced, to: { type: 'generated', spec: null } as const }];
    const of = (kind: NodeKind): Plan => ({
      ...rotation({ keys, inventory: [{ ...observed([key('a')]), kind }] }),
      nodes: [node(kind, 'bank', generated)],
    });
    expect(script(of('participant'), 'announce-0')).toContain('if (!connected.exists(_.contains(m.context.storeId)))');
    expect(script(of('participant'), 'announce-0')).toContain('val left: Set[String] = Set()');
    expect(script(of('mediator'), 'announce-0')).not.toContain('left');
    expect(script(of('mediator'), 'announce-0')).not.toContain('list_connected');
    expect(script(of('mediator'), 'announce-0')).toContain('if (onSynchronizers.isEmpty)');
  });

  test('takes the inventory for the node it was of, and no other', () => {
    const deletions = [{ node: 'bank', fingerprint: fingerprint('b'), retiredBefore: '2026-11-01T00:00:00Z' }];
    const of = rotation({ deletions, restore: true });
    for (const id of ['delete-0', 'register-again-0']) {
      expect(script(of, id)).toContain(`if (node.uid.toProtoPrimitive != "bank::${fingerprint('0')}")`);
    }
  });

  test('defines no name at its top that a node could have without being looked up', () => {
    const deletions = [{ node: 'bank', fingerprint: fingerprint('b'), retiredBefore: '2026-11-01T00:00:00Z' }];
    const keys = [
      { ...replaced, to: { type: 'generated', spec: 'ec-p-384' } as const },
      { ...replaced, fingerprint: fingerprint('c'), to: { type: 'generated', spec: 'rsa-2048' } as const },
    ];
    const inventory = [
      observed([key('a'), key('b', { mapped: false }), key('c', { purpose: 'encryption', usage: [] })]),
    ];
    const wrappers = [{ node: 'bank', from: 'w', to: { type: 'given', id: 'v' } as const }];
    const intermediate = { type: 'on', keyId: 'int', restriction: 'all-mappings' } as const;
    const kinds = ['sequencer', 'mediator', 'participant'] as const;
    const texts = [
      rotation({ deletions, keys, inventory, wrappers, restore: true }),
      rotation({ keys, inventory, pause: false }),
      plan({ nodes: kinds.map((kind) => ({ ...node(kind, kind), intermediate })) }),
      plan({
        nodes: [node('participant', 'bank', { type: 'none' }), node('participant', 'bank-kms')],
        task: { ...migrate(), way: exported },
      }),
      plan({
        nodes: [node('participant', 'bank', { type: 'none' }), node('participant', 'bank-kms')],
        task: { ...migrate(), way: { type: 'transfer', moves: [{ from: 'bank', to: 'bank-kms' }] } },
      }),
    ].flatMap((of) => scripts(of).map(({ id }) => script(of, id)));
    const defined = texts.flatMap((text) => [...text.matchAll(/^(?:val|def) (\w+)/gm)].map(([, name]) => name));
    // The inventory names no node: it goes through all that the console knows.
    expect([...new Set(defined)].sort()).toEqual([...ownNames].sort());
  });

  test('deletes only what is asked for, by its whole fingerprint', () => {
    const deletions = [{ node: 'bank', fingerprint: fingerprint('b'), retiredBefore: '2026-11-01T00:00:00Z' }];
    expect(paths(rotation({}))).toEqual(['inventory.sc']);
    expect(paths(rotation({ deletions }))).toEqual(['inventory.sc', '01-delete-bank.sc']);
    const cut = deletions.map((each) => ({ ...each, fingerprint: fingerprint('b').slice(0, 20) }));
    expect(paths(rotation({ deletions: cut }))).toEqual(['inventory.sc']);
  });

  test('keeps scripts for a restore, also of retired keys', () => {
    const of = rotation({ restore: true });
    expect(paths(of)).toEqual(['inventory.sc', 'restore-1-register-again-bank.sc', 'restore-2-align-bank.sc']);
    expect(script(of, 'register-again-0')).toContain('"kms-b"');
  });

  test('repeats a list of keys as its release line takes it', () => {
    const of = rotation({ restore: true });
    expect(script({ ...of, release: '3.3' }, 'align-0')).toContain('propose(m.item, serial');
    expect(script({ ...of, release: '3.4' }, 'align-0')).toContain('propose(node.id.member, m.item.keys, serial');
  });

  test('replaces every wrapper key that a mixed store has', () => {
    const custody: Custody = { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'generated' } };
    const keys = [key('a', { kmsKeyId: '', wrapperKeyId: 'w1' }), key('b', { kmsKeyId: '', wrapperKeyId: 'w2' })];
    const to = (id: string) => [{ node: 'bank', from: 'w1', to: { type: 'given', id } as const }];
    const of = (id: string) =>
      script(rotation({ inventory: [observed(keys)], wrappers: to(id) }, custody), 'wrapper-0');
    expect(of('w3')).toContain('val oldWrappers = Set("w1", "w2")');
    expect(of('w2')).toContain('val oldWrappers = Set("w1")');
  });

  test('takes a wrapper key that is rotated away out of the configuration', () => {
    const custody: Custody = { type: 'envelope', kms: 'kms1', wrapperKey: { type: 'given', id: 'w1' } };
    const wrappers = [{ node: 'bank', from: 'w1', to: { type: 'generated' } as const }];
    const files = emit(rotation({ wrappers }, custody));
    expect(files.map(({ path }) => path)).toEqual([
      'bank-kms.conf',
      'inventory.sc',
      '01-rotate-wrapper-bank.sc',
      'remote.conf',
      'README.md',
    ]);
    expect(textOf({ lines: files[0]?.lines ?? [] })).not.toContain('wrapper-key-id');
    expect(textOf({ lines: files.at(-1)?.lines ?? [] })).toContain('`w1`');
  });
});
