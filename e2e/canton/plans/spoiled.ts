import fc from 'fast-check';
import { releases } from '../../../src/core/canton/releases';
import { encryptionAlgorithms, encryptionKeys, signingAlgorithms, signingKeys } from '../../../src/core/canton/schemes';
import { Plan } from '../../../src/core/plan/plan';
import { plan } from './plan';

/** What a person might answer anywhere, rightly or wrongly. */
const answers = [
  ...['', 'a', ' a', 'a b', '"', '${x}', '\n', '\u200b', 'x'.repeat(31), 'x'.repeat(301), 'participants', 'bank1'],
  ...['0s', '1ms', '1500ms', '30s', '1m', '2m', '3m', '5m', '10m', '60000d', '106752d', '5m30s', 'Inf', '300'],
  ...['0', '-1', '1', '1.5', '007', '2147483647', '2147483648'],
  ...['eu-central-1', 'https://kms.example', 'http://kms.example:1', 'kms.example:443', 'https://a:b@kms.example'],
  ...[...signingAlgorithms, ...signingKeys, ...encryptionAlgorithms, ...encryptionKeys, ...releases],
  ...['memory', 'h2', 'mediator', 'one-file', 'kms1', 'kms2'],
  true,
  false,
  null,
];

const change = fc.record({ place: fc.nat(), answer: fc.constantFrom(...answers) });

/** Plans that would load, with a few answers changed at random: most of them would load no longer. */
export const spoiledPlan: fc.Arbitrary<Plan> = fc
  .tuple(plan, fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([valid, changes]) => changes.reduce((before, { place, answer }) => spoil(before, place, answer), valid));

type Answer = (typeof answers)[number];

/** The plan with another answer at a place, where one can be written down there. */
function spoil(before: Plan, place: number, answer: Answer): Plan {
  const size = leaves(before);
  let left = place % size;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      // A list may also get one item more: schemes that are allowed.
      const items = value.map(walk);
      return left-- === 0 ? [...items, answer] : items;
    }
    if (typeof value !== 'object' || value === null) return left-- === 0 ? answer : value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]));
  };
  const after = Plan.safeParse(walk(before));
  return after.success ? after.data : before;
}

function leaves(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + leaves(item), 1);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, item) => sum + leaves(item), 0);
}
