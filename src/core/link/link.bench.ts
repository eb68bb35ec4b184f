import { bench, describe } from 'vitest';
import { external, newKms, newNode, newPlan } from '../plan/defaults';
import type { Plan } from '../plan/plan';
import { decodeLink } from './decode';
import { encodeLink } from './encode';

function fleet(count: number): Plan {
  return {
    ...newPlan(),
    kms: [{ ...newKms('aws', 'kms1'), region: 'eu-central-1' }],
    nodes: Array.from({ length: count }, (_, index) => newNode('participant', `node${index}`, external('kms1'))),
  };
}

describe.each([1, 100, 1_000])('%i nodes', (count) => {
  const plan = fleet(count);
  let link = '';

  bench('plan to link', async () => {
    link = await encodeLink(plan);
  });

  bench(
    'link to plan',
    async () => {
      await decodeLink(link);
    },
    {
      setup: async () => {
        link = await encodeLink(plan);
      },
    },
  );
});
