import { describe, expect, test } from 'vitest';
import type { Release } from '../canton/releases';
import { envelope, external, newKms, newNode, newPlan, sessionSigningKeysOn } from '../plan/defaults';
import type { Kms } from '../plan/kms';
import type { Node } from '../plan/node';
import type { Plan } from '../plan/plan';
import { isStopped, textOf } from './artefact';
import { emit, emitOne, outline } from './emit';

const aws: Kms = { ...newKms('aws', 'kms1'), region: 'eu-central-1' };
const bank1 = newNode('participant', 'bank1', external('kms1'));

function plan(change: Partial<Plan> = {}): Plan {
  return { ...newPlan(), kms: [aws], nodes: [bank1], ...change };
}

/** The text of a file without what it says about itself. */
function body(of: Plan, id = 'node-0'): string {
  const artefact = emitOne({ ...of, output: { ...of.output, comments: false } }, id);
  if (artefact === undefined) throw new Error(`No file ${id}`);
  return textOf(artefact).replace(/^(# .*\n)+\n?/, '');
}

const explicit = { ...newPlan().output, explicitDefaults: true };

describe('what a release line reads', () => {
  const sessionKeys: Node = { ...bank1, sessionSigningKeys: sessionSigningKeysOn() };

  test.each([
    ['3.3', 'parameters.session-signing-keys {\n    enabled = true'],
    [
      '3.4',
      'kms {\n      type = aws\n      region = "eu-central-1"\n      session-signing-keys {\n        enabled = true',
    ],
    ['3.5', '    session-signing-keys {\n      enabled = true'],
    ['3.6', '    session-signing-keys {\n      enabled = true'],
  ] as const)('%s has session signing keys at its own place', (release, text) => {
    expect(body(plan({ release, nodes: [sessionKeys] }))).toContain(text);
  });

  test.each([
    ['3.3', []],
    ['3.4', []],
    ['3.5', ['signature-verification-parallelism']],
    [
      '3.6',
      [
        'custom-tags',
        'encryption-parallelism',
        'signature-verification-parallelism',
        'enable-experimental',
        'ml-dsa-65',
      ],
    ],
  ] as const)('%s gets only what it knows', (release, known) => {
    const node: Node = {
      ...bank1,
      parallelism: { signatureVerification: '4', encryption: '4' },
      schemes: { ...bank1.schemes, signingKeys: { default: 'ml-dsa-65', allowed: [] } },
    };
    const text = body(
      plan({
        release,
        nodes: [node],
        enableExperimental: true,
        kms: [{ ...newKms('aws', 'kms1'), region: 'eu-central-1', customTags: [{ name: 'team', value: 'ledger' }] }],
      }),
    );
    const newer = [
      'custom-tags',
      'encryption-parallelism',
      'signature-verification-parallelism',
      'enable-experimental',
      'ml-dsa-65',
    ];
    expect(newer.filter((key) => text.includes(key))).toEqual(newer.filter((key) => known.some((one) => one === key)));
  });

  test('a shared KMS carries no session signing keys: they are added where it is used', () => {
    const nodes = [sessionKeys, newNode('mediator', 'm', external('kms1'))];
    expect(body(plan({ release: '3.4', nodes }))).toContain(
      'kms = ${_shared.kms-1} {\n      session-signing-keys {\n        enabled = true\n      }\n    }\n',
    );
  });
});

describe("Canton's defaults", () => {
  test('are not written', () => {
    expect(body(plan())).toBe(
      'canton.participants.bank1 {\n  crypto {\n    provider = kms\n    kms {\n      type = aws\n      region = "eu-central-1"\n    }\n  }\n}\n',
    );
  });

  test('are not written in other words either', () => {
    const node: Node = {
      ...bank1,
      sessionSigningKeys: {
        ...sessionSigningKeysOn(),
        type: 'on',
        keyValidityDuration: '300s',
        toleranceShiftDuration: '120000ms',
        cutOffDuration: '61 s',
        keyEvictionPeriod: '10m',
        signingAlgorithm: 'ed-25519',
        signingKey: null,
        disableBoundChecks: false,
      },
      parallelism: { signatureVerification: '10', encryption: '' },
      schemes: { ...bank1.schemes, signingKeys: { default: 'ec-p-256', allowed: [] } },
    };
    const text = body(plan({ nodes: [node] }));
    expect(text).toContain('session-signing-keys {\n      enabled = true\n      cut-off-duration = 61s\n    }\n');
    expect(text).not.toContain('parallelism');
    expect(text).not.toContain('signing.keys');
  });

  test('are all written for whoever asks for them', () => {
    const text = body(plan({ output: explicit }));
    for (const line of [
      'multi-region-key = false',
      'audit-logging = false',
      'disable-ssl-verification = false',
      'initial-delay = 500ms',
      'max-retries = 2147483647',
      'max-retries = 20',
      'signing.algorithms.default = ec-dsa-sha-256',
      'encryption.keys.default = rsa-2048',
      'signature-verification-parallelism = 10',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    expect(text).toContain('session-signing-keys {\n      enabled = false\n    }');
    expect(body(plan({ output: explicit, nodes: [newNode('mediator', 'm', envelope('kms1'))] }))).toContain(
      'provider = jce',
    );
  });
});

describe('retries', () => {
  const withRetries = (maxRetries: string, maxDelay = '') =>
    body(
      plan({
        kms: [
          {
            ...newKms('aws', 'kms1'),
            region: 'eu-central-1',
            retries: {
              failures: { initialDelay: '', maxDelay, maxRetries },
              createKeyCheck: { initialDelay: '100ms', maxDelay: '', maxRetries: '' },
            },
          },
        ],
      }),
    );

  test('all three keys are there once one differs', () => {
    expect(withRetries('5')).toContain(
      'retries {\n        failures {\n          initial-delay = 500ms\n          max-delay = 10s\n          max-retries = 5\n        }\n      }\n',
    );
  });

  test('none is there when nothing differs', () => {
    expect(withRetries('2147483647', '10000ms')).not.toContain('retries');
  });
});

describe('a node without a KMS', () => {
  const mediator = newNode('mediator', 'm', { type: 'none' });
  const schemesOf = (nodes: Node[], release: Release = '3.5') =>
    body(plan({ nodes, release }), `node-${nodes.length - 1}`);

  test('lines up with nodes that have their keys in one', () => {
    expect(schemesOf([bank1, mediator])).toBe(
      [
        'canton.mediators.m {',
        '  crypto {',
        '    signing.algorithms.default = ec-dsa-sha-256',
        '    signing.keys.default = ec-p-256',
        '    encryption.algorithms.default = rsa-oaep-sha-256',
        '    encryption.keys.default = rsa-2048',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('lines up with what was chosen for those', () => {
    const chosen: Node = {
      ...bank1,
      schemes: {
        ...bank1.schemes,
        signingAlgorithms: { default: 'ec-dsa-sha-384', allowed: [] },
        signingKeys: { default: 'ec-p-384', allowed: [] },
      },
    };
    expect(schemesOf([chosen, mediator])).toContain(
      'signing.algorithms.default = ec-dsa-sha-384\n    signing.keys.default = ec-p-384\n',
    );
  });

  test('keeps what was chosen for itself', () => {
    const own: Node = {
      ...mediator,
      schemes: { ...mediator.schemes, signingKeys: { default: null, allowed: ['ec-curve-25519', 'ec-p-256'] } },
    };
    expect(schemesOf([bank1, own])).toBe(
      [
        'canton.mediators.m {',
        '  crypto {',
        '    signing.keys.allowed = [ec-curve-25519, ec-p-256]',
        '    encryption.algorithms.default = rsa-oaep-sha-256',
        '    encryption.keys.default = rsa-2048',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('needs nothing where no node has its keys in a KMS', () => {
    expect(schemesOf([newNode('participant', 'bank1', envelope('kms1')), mediator])).toBe('canton.mediators.m = {}\n');
  });
});

describe('a driver', () => {
  const driver = (config: (Kms & { type: 'driver' })['config']): Plan =>
    plan({ kms: [{ ...newKms('driver', 'kms1'), driverName: 'acme "hsm"', config }] });

  test('gets an empty section where it needs none', () => {
    expect(body(driver([]))).toContain('name = "acme \\"hsm\\""\n      config = {}\n');
  });

  test('gets its values typed, and secrets by the name of their variable', () => {
    const text = body(
      driver([
        { key: 'slot', value: { type: 'number', value: '007' } },
        { key: 'token.label', value: { type: 'text', value: '012' } },
        { key: 'pin', value: { type: 'secret', variable: 'HSM_PIN' } },
        {
          key: 'hosts',
          value: {
            type: 'list',
            items: [
              { type: 'text', value: 'a' },
              { type: 'flag', value: true },
            ],
          },
        },
        { key: 'tls', value: { type: 'group', entries: [{ key: 'port', value: { type: 'number', value: '1e3' } }] } },
      ]),
    );
    expect(text).toContain(
      [
        'config {',
        '        slot = "007"',
        '        "token.label" = "012"',
        '        pin = ${HSM_PIN}',
        '        hosts = ["a", true]',
        '        tls {',
        '          port = 1e3',
        '        }',
        '      }',
      ].join('\n'),
    );
  });
});

describe('files', () => {
  const second: Kms = { ...newKms('gcp', 'kms2'), name: 'backup', locationId: 'l', projectId: 'p', keyRingId: 'r' };
  const node = (name: string, kms = 'kms1') => newNode('participant', name, external(kms));
  const paths = (of: Plan) => outline(of).map(({ path }) => path);

  test('one node needs no shared file', () => {
    expect(paths(plan())).toEqual([
      'bank1-kms.conf',
      'start.sh',
      '.env.example',
      'inventory.sc',
      'remote.conf',
      'README.md',
    ]);
  });

  test('several nodes share what they have in common', () => {
    const of = plan({ nodes: [node('a'), node('b'), newNode('mediator', 'm', { type: 'none' })] });
    expect(paths(of).slice(0, 4)).toEqual(['shared.conf', 'a-kms.conf', 'b-kms.conf', 'm-kms.conf']);
    expect(body(of)).toMatch(/^include required\("shared.conf"\)\n/);
    expect(body(of, 'node-2')).not.toContain('include');
  });

  test('each shared KMS has a file of its own, so that nobody needs the secrets of another', () => {
    const of = plan({ kms: [aws, second], nodes: [node('a'), node('b'), node('c', 'kms2'), node('d', 'kms2')] });
    expect(paths(of).slice(0, 2)).toEqual(['kms-1.shared.conf', 'backup.shared.conf']);
    expect(body(of, 'node-3')).toContain('include required("backup.shared.conf")');
  });

  test('no shared file can pass for the file of a node, whatever the KMS and the nodes are called', () => {
    const kms = [
      { ...aws, name: 'aws-kms' },
      { ...second, name: 'gcp-kms' },
    ];
    const nodes = [node('shared-aws'), node('b'), node('aws', 'kms2'), node('d', 'kms2')];
    const all = paths(plan({ kms, nodes }));
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((path) => path.endsWith('-kms.conf'))).toEqual(nodes.map(({ name }) => `${name}-kms.conf`));
  });

  test('one file holds everything, where that is asked for', () => {
    const of = plan({ nodes: [node('a'), node('b')], output: { ...newPlan().output, layout: 'one-file' } });
    expect(paths(of)[0]).toBe('canton-kms.conf');
    expect(body(of, 'config')).toMatch(/^_shared\.kms-1 \{.*canton\.participants\.a \{.*canton\.participants\.b \{/s);
  });

  test('a KMS that nobody uses leaves no trace', () => {
    const of = plan({ kms: [aws, { ...second, credentials: { type: 'key-file', path: '/secret/key.json' } }] });
    const text = emit(of).map(textOf).join('');
    expect(text).not.toContain('key.json');
    expect(text).not.toContain('gcp');
  });

  test('an error in one node stops its file and leaves the others', () => {
    const of = plan({ nodes: [node('a'), node('b')] });
    const left = (...touched: number[]) =>
      outline(of)
        .filter((file) => !isStopped(file, new Set(touched)))
        .map(({ id }) => id);
    const others = ['shared-0', 'node-1', 'start', 'environment', 'inventory', 'remote-console', 'readme'];
    expect(left(0)).toEqual(others);
    // It names no node, so nothing can be wrong with it.
    expect(left(0, 1)).toEqual(['inventory']);
  });

  test('the same plan gives the same bytes, one at a time or all at once', () => {
    const of = plan({ nodes: [node('a'), node('b')] });
    const all = emit(of);
    expect(emit(structuredClone(of))).toEqual(all);
    expect(outline(of).map(({ id }) => emitOne(of, id))).toEqual(all);
    expect(emitOne(of, 'node-7')).toBeUndefined();
  });

  test('non-standard-config is there only when the operator says so', () => {
    expect(body(plan())).not.toContain('non-standard-config');
    expect(body(plan({ nonStandardConfig: true }))).toMatch(/^canton\.parameters\.non-standard-config = yes\n/);
  });
});

describe('a line', () => {
  const lines = (of: Plan) => emit(of).flatMap((artefact) => artefact.lines);

  test('knows the answer it comes from and the key that explains it', () => {
    const region = lines(plan())
      .flat()
      .find(({ text }) => text === 'region');
    expect(region).toEqual({ kind: 'key', text: 'region', from: 'kms.0.region', key: 'crypto.kms.region' });
    const value = lines(plan())
      .flat()
      .find(({ text }) => text === '"eu-central-1"');
    expect(value).toEqual({ kind: 'text', text: '"eu-central-1"', from: 'kms.0.region' });
  });

  test('is never broken by what was typed', () => {
    const name = 'a\nb\u2028`"\'';
    const of = plan({
      name,
      kmsLog: { file: name, immediateFlush: 'on', rollingPattern: name, rollingHistory: name },
      kms: [{ ...aws, name, region: name }],
      nodes: [{ ...bank1, name }],
    });
    expect(
      lines(of)
        .flat()
        .filter(({ text }) => /[\n\r\u2028]/.test(text)),
    ).toEqual([]);
  });

  test('says what is still to be answered', () => {
    const artefact = emitOne(plan({ kms: [newKms('aws', 'kms1')] }), 'node-0');
    expect(artefact?.lines.flat()).toContainEqual({
      kind: 'comment',
      text: '# region: not answered yet',
      from: 'kms.0.region',
      key: 'crypto.kms.region',
    });
  });

  test('explains what matters, unless comments are switched off', () => {
    const file = (comments: boolean) =>
      textOf({ lines: emitOne(plan({ output: { ...newPlan().output, comments } }), 'node-0')?.lines ?? [] });
    expect(file(true)).toMatch(/ {4}# Where private keys live: .*\n(.*\n)? {4}provider = kms/);
    expect(file(false).match(/#/g)).toHaveLength(3);
  });
});
