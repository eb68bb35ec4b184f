import { expect, test } from 'vitest';
import { external, newKms, newNode, newPlan } from '../plan/defaults';
import { examples } from '../plan/examples';
import { nodeKinds } from '../plan/node';
import type { Plan } from '../plan/plan';
import { encodeLink, longestAddress } from './encode';

const sites = ['zurich', 'geneva', 'frankfurt', 'london', 'new-york'];

/** A fleet with the names that people give, and keys that Canton generates. */
function fleet(count: number): Plan {
  const nodes = Array.from({ length: count }, (_, index) => {
    const kind = nodeKinds[index % nodeKinds.length] ?? 'participant';
    const number = String(index + 1).padStart(4, '0');
    return newNode(kind, `acme-${sites[index % sites.length]}-${kind}-${number}`, external('kms1'));
  });
  return { ...newPlan(), name: 'ACME production', kms: [newKms('aws', 'kms1')], nodes };
}

// The platform's DEFLATE may change a little between versions, so these are limits and not lengths.
test('a new plan is a word', async () => {
  expect((await encodeLink(newPlan())).length).toBeLessThan(60);
});

test.each(examples.filter((example) => example.plan().nodes.length === 1))(
  'the one-node example "$title" stays under 300 characters',
  async ({ plan }) => {
    expect((await encodeLink(plan())).length).toBeLessThan(300);
  },
);

test('an AWS participant with tags and every switch set stays under 300', async () => {
  const aws: Plan['kms'][number] = {
    ...newKms('aws', 'kms1'),
    region: 'eu-central-1',
    multiRegionKey: true,
    auditLogging: true,
    customTags: [{ name: 'team', value: 'ledger-operations' }],
    credentials: { type: 'irsa' },
  };
  const plan = { ...fleet(1), kms: [aws], kmsLog: { ...newPlan().kmsLog, file: 'log/kms.log' } };
  expect((await encodeLink(plan)).length).toBeLessThan(300);
});

test('50 nodes with generated keys stay far under the 8,000 that an address takes', async () => {
  expect((await encodeLink(fleet(50))).length).toBeLessThan(1_000);
});

test('a thousand nodes still fit an address, two thousand no longer', async () => {
  expect((await encodeLink(fleet(1_000))).length).toBeLessThan(longestAddress);
  expect((await encodeLink(fleet(2_000))).length).toBeGreaterThan(longestAddress);
});
