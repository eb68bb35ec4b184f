import fc from 'fast-check';
import { external, migrate, newKms, newNode, newPlan } from '../../../src/core/plan/defaults';
import type { AwsKms, GcpKms } from '../../../src/core/plan/kms';
import type { Plan } from '../../../src/core/plan/plan';
import { protectionLevels } from '../../../src/core/plan/task';
import { text } from '../plans/texts';

/** Plans that take keys along, with whatever a person, a paste or a damaged file puts into their answers. */

const inTheShell = fc.string({ unit: fc.constantFrom(...'\'"\\$`!;&|#*~-=(){}<> \n\t\u202eaé'), maxLength: 20 });

const anything = fc.oneof(text, inTheShell, fc.string({ unit: 'binary', maxLength: 12 }));

export const hostileAws: fc.Arbitrary<AwsKms> = fc
  .record({
    ...{ name: anything, region: anything, endpointOverride: anything, multiRegionKey: fc.boolean() },
    customTags: fc.array(fc.record({ name: anything, value: anything }), { maxLength: 3 }),
    credentials: fc.record({ type: fc.constant('profile' as const), profile: anything }),
  })
  .map((answers) => ({ ...newKms('aws', 'kms1'), ...answers }));

export const hostileGcp: fc.Arbitrary<GcpKms> = fc
  .record({ name: anything, projectId: anything, locationId: anything, keyRingId: anything })
  .map((answers) => ({ ...newKms('gcp', 'kms1'), ...answers }));

/** One move, from the first node to the second. */
export function hostilePlan(kms: fc.Arbitrary<AwsKms | GcpKms>): fc.Arbitrary<Plan> {
  return fc
    .record({
      ...{ name: anything, old: anything, next: anything, importJob: anything, kms },
      protectionLevel: fc.constantFrom(...protectionLevels),
    })
    .filter(({ old, next }) => old !== next)
    .map(({ name, old, next, kms: used, importJob, protectionLevel }): Plan => {
      const moves = [{ from: old, to: next }];
      return {
        ...{ ...newPlan(), name, kms: [used] },
        nodes: [newNode('participant', old, { type: 'none' }), newNode('participant', next, external(used.id))],
        task: { ...migrate(), way: { type: 'export', moves, importJob, protectionLevel } },
      };
    });
}
