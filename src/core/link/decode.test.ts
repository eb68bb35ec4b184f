import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newPlan } from '../plan/defaults';
import type { Plan } from '../plan/plan';
import { toBase64url } from './base64url';
import { checksum } from './checksum';
import { decodeLink } from './decode';
import type { Decoded } from './decoded';
import { deflate } from './deflate';
import { encodeLink } from './encode';

/** A link as an attacker would make one: any content, and a checksum that fits. */
async function linkTo(content: string): Promise<string> {
  const body = `v2.${toBase64url(await deflate(new TextEncoder().encode(content)))}`;
  return `${body}.${checksum(body)}`;
}

function reason(decoded: Decoded): string {
  return decoded.type === 'failure' ? decoded.failure.reason : decoded.type;
}

/** The plan and what was said, of a link that opened. */
async function opened(difference: unknown): Promise<{ plan: Plan; said: string[] }> {
  const decoded = await decodeLink(await linkTo(JSON.stringify(difference)));
  if (decoded.type === 'failure') throw new Error(decoded.failure.message);
  return { plan: decoded.plan, said: decoded.notices.map((notice) => notice.message) };
}

describe('a link that cannot be opened', () => {
  test('cut at any place, or with any character changed, was damaged on its way', async () => {
    const link = await encodeLink(newPlan());
    for (let index = 3; index < link.length; index++) {
      expect(reason(await decodeLink(link.slice(0, index)))).toBe('damaged');
      const other = link[index] === 'A' ? 'B' : 'A';
      expect(reason(await decodeLink(link.slice(0, index) + other + link.slice(index + 1)))).toBe('damaged');
    }
  });

  test('says what is wrong with it', async () => {
    const link = await encodeLink(newPlan());
    expect(await decodeLink(link.slice(0, -10))).toEqual({
      type: 'failure',
      failure: {
        reason: 'damaged',
        message: 'The link was cut or damaged on its way. Ask the sender for it again, or for the plan.json.',
      },
    });
    expect(await decodeLink(link.replace('v2.', 'v3.'))).toEqual({
      type: 'failure',
      failure: {
        reason: 'newer',
        message: 'The link was made with a newer wizard. Open it there, or ask for one made with this one.',
      },
    });
  });

  test.each([
    ['nothing', '', 'not-ours'],
    ['other text', 'release=3.5', 'not-ours'],
    ['only a version', 'v1.', 'damaged'],
    ['a version 0', 'v0.abc', 'not-ours'],
    ['a long text', `v1.${'A'.repeat(20_000)}`, 'too-long'],
    ['lines in between', 'v1.ab\ncd.ef', 'damaged'],
  ])('%s', async (_name, text, expected) => {
    expect(reason(await decodeLink(text))).toBe(expected);
  });

  test.each([
    ['no JSON', '{"release":'],
    ['a list', '[]'],
    ['a number', '5'],
    ['null', 'null'],
    ['endless nesting', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['a million values', `{"nodes":[${'0,'.repeat(500_000)}0]}`],
    ['more than a megabyte', JSON.stringify({ name: 'a'.repeat(1_100_000) })],
    ['a version of tomorrow inside', '{"version":3,"release":"3.5"}'],
    ['another version inside than outside', '{"version":1,"release":"3.5"}'],
  ])('packed %s is unreadable', async (_name, content) => {
    const link = await linkTo(content);
    expect(link.length).toBeLessThan(16_384);
    expect(reason(await decodeLink(link))).toBe('unreadable');
  });

  test.each([
    ['a payload that is not deflated data', 'v1.AAAA'],
    ['an empty payload', 'v1.'],
    ['a payload in another alphabet', 'v1.####'],
  ])('%s is unreadable', async (_name, body) => {
    expect(reason(await decodeLink(`${body}.${checksum(body)}`))).toBe('unreadable');
  });

  test('a bomb is put out at the limit, however much would follow', async () => {
    const zeros = await deflate(new Uint8Array(20_000_000));
    const body = `v2.${toBase64url(zeros.slice(0, 12_000))}`;
    expect(reason(await decodeLink(`${body}.${checksum(body)}`))).toBe('unreadable');
  });
});

describe('a link with something wrong inside', () => {
  test('keeps what is good and names what it replaced', async () => {
    const { plan, said } = await opened({
      release: '9.9',
      name: 'Bank',
      kms: [{ region: 'eu-central-1', auditLogging: 'yes' }],
      nodes: [{ name: 'bank1', storage: 'mongo' }, 5, { name: 'bank2', custody: { type: 'vault', kms: 'kms1' } }],
    });
    const [aws] = newPlan().kms;
    const [node] = newPlan().nodes;
    expect(plan).toEqual({
      ...newPlan(),
      name: 'Bank',
      kms: [{ ...aws, region: 'eu-central-1' }],
      nodes: [
        { ...node, name: 'bank1' },
        { ...node, name: 'bank2' },
      ],
    });
    expect(said).toEqual([
      `Node 2: 5 can't be used and was left out.`,
      `Release: "9.9" can't be used; "3.5" was taken instead.`,
      `KMS 1, audit logging: "yes" can't be used; false was taken instead.`,
      `Node 1, storage: "mongo" can't be used; "postgres" was taken instead.`,
      `Node 2, custody: "vault" can't be used; "external" was taken instead.`,
    ]);
  });

  test('says at which field', async () => {
    const decoded = await decodeLink(await linkTo('{"release":"3.5","nodes":[{"storage":"mongo"}]}'));
    expect(decoded).toMatchObject({ notices: [{ path: 'nodes.0.storage' }] });
  });

  test('never guesses the release line without a word', async () => {
    const { plan, said } = await opened({});
    expect(plan).toEqual(newPlan());
    expect(said).toEqual([`Release: nothing was said; "3.5" was taken instead.`]);
  });

  test('drops keys nobody knows, whatever they are called', async () => {
    const { plan, said } = await opened(
      JSON.parse('{"release":"3.5","__proto__":{"name":"x"},"constructor":1,"nodes":[{"pin":"1234"}]}'),
    );
    expect(plan).toEqual(newPlan());
    expect(Object.getPrototypeOf(plan)).toBe(Object.prototype);
    expect(said).toEqual([
      `Node 1: "pin" is not known here and was left out.`,
      `Plan: "__proto__" is not known here and was left out.`,
      `Plan: "constructor" is not known here and was left out.`,
    ]);
  });

  test('keeps a KMS whose type nobody knows as far as the first type goes', async () => {
    const { plan, said } = await opened({
      release: '3.5',
      kms: [{ type: 'azure', id: 'a', name: 'Vault', vault: 'x' }],
      nodes: [{ custody: { type: 'external', kms: 'a' } }],
    });
    expect(plan.kms).toEqual([{ ...newPlan().kms[0], id: 'a', name: 'Vault' }]);
    expect(said).toEqual([
      `KMS 1: "azure" can't be used; "aws" was taken instead.`,
      `KMS 1: "vault" is not known here and was left out.`,
    ]);
  });

  test('mends references', async () => {
    const { plan, said } = await opened({
      release: '3.5',
      kms: [{ region: 'a' }, { region: 'b' }],
      nodes: [{ custody: { kms: 'gone' } }],
    });
    expect(plan.kms.map((kms) => kms.id)).toEqual(['kms1', 'kms2']);
    expect(plan.nodes[0]?.custody).toEqual({ type: 'external', kms: 'kms1', keys: { type: 'generated' } });
    expect(said).toEqual([
      'KMS 2: has the id of another one; nodes that name "kms1" use the first.',
      'Node 1, custody, KMS: there is no KMS "gone"; the first KMS of the plan was taken instead.',
    ]);
  });

  test('keeps the first of too many, and starts anew where none is left', async () => {
    const { plan, said } = await opened({ release: '3.5', kms: [], nodes: Array(2_500).fill({}) });
    expect(plan.nodes).toHaveLength(2_000);
    expect(plan.kms).toEqual(newPlan().kms);
    expect(said).toEqual([
      `KMS: an empty list can't be used; the defaults were taken instead.`,
      'Nodes: only the first 2000 were kept.',
    ]);
  });

  test('with more faults than anybody would mend is no plan', async () => {
    const items = Array(200).fill(0);
    const config = Array(180).fill({ key: 'a', value: { type: 'list', items } });
    const kms = Array(4).fill({ type: 'driver', config });
    const link = await linkTo(JSON.stringify({ release: '3.5', kms }));
    expect(link.length).toBeLessThan(16_384);
    expect(reason(await decodeLink(link))).toBe('unreadable');
  });

  test('shows a strange value short and harmless', async () => {
    const { said } = await opened({
      release: `\u202e<img src=x>${'a'.repeat(100)}`,
      name: 'a'.repeat(121),
      kmsLog: { file: 'a'.repeat(2_001) },
      nodes: [{ kind: { a: 1 } }],
    });
    expect(said).toEqual([
      `Name: "${'a'.repeat(60)}…" can't be used; it was left empty.`,
      `Release: "\\u{202e}<img src=x>${'a'.repeat(48)}…" can't be used; "3.5" was taken instead.`,
      `Node 1, kind: a group of values can't be used; "participant" was taken instead.`,
      'KMS log, file: the text is longer than any answer may be; it was left empty.',
    ]);
  });

  test('does not bury the reader in notices', async () => {
    const { plan, said } = await opened({ release: '3.5', nodes: Array(2_000).fill({ storage: 1, kind: 1 }) });
    expect(plan.nodes).toHaveLength(2_000);
    expect(said).toHaveLength(51);
    expect(said.at(-1)).toBe('3950 more answers were left out or replaced.');
  });
});

test('no content makes the decoder throw, and what opens is opened without a notice the next time', async () => {
  const key = fc.constantFrom('release', 'name', 'kms', 'nodes', 'type', 'id', 'custody', 'config', 'value', 'items');
  const { content } = fc.letrec((tie) => ({
    content: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(null, 0, true, '', 'aws', 'driver', 'group', 'list', 'kms1', '3.5'),
      fc.array(tie('content'), { maxLength: 4 }),
      fc.dictionary(key, tie('content'), { maxKeys: 6 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(content, async (value) => {
      const decoded = await decodeLink(await linkTo(JSON.stringify(value)));
      if (decoded.type === 'failure') return;
      const { plan } = decoded;
      expect(await decodeLink(await encodeLink(plan))).toEqual({ type: 'plan', plan, notices: [] });
    }),
    { numRuns: 300 },
  );
});
