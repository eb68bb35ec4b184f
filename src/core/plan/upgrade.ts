import { isObject, type JsonObject } from './json-object';

/** Turns a plan of one version into the next: pure, and as small as the change it follows. */
export type Step = (plan: JsonObject) => JsonObject;

/** The first step leads from version 1 to 2, and so on. Steps are only ever appended. */
const steps: readonly Step[] = [
  // 2: more is known of the log of the KMS; nodes have an identity, a delegation and a place for a remote console.
  ({ kmsLogFile, ...plan }) => ({
    ...plan,
    kmsLog: { file: kmsLogFile, immediateFlush: 'default', rollingPattern: '', rollingHistory: '' },
    synchronizer: { alias: '', sequencerUrl: '' },
    nodes: Array.isArray(plan.nodes) ? plan.nodes.map(withIdentity) : plan.nodes,
  }),
];

function withIdentity(node: unknown): unknown {
  if (!isObject(node)) return node;
  return { ...node, identifier: '', intermediate: { type: 'off' }, adminApi: { address: '', port: '' }, apiPort: '' };
}

export type Upgraded =
  | { readonly type: 'upgraded'; readonly from: number; readonly plan: JsonObject }
  | { readonly type: 'newer' }
  | { readonly type: 'no-plan' };

/**
 * Brings a plan of any version to today's. Looks at nothing but the version number: what else is wrong with the plan is
 * for the schema to say.
 */
export function upgrade(plan: unknown, path: readonly Step[] = steps): Upgraded {
  const today = path.length + 1;
  if (!isObject(plan)) return { type: 'no-plan' };
  const { version } = plan;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return { type: 'no-plan' };
  if (version > today) return { type: 'newer' };
  const upgraded = path.slice(version - 1).reduce((older, step) => step(older), plan);
  return { type: 'upgraded', from: version, plan: { ...upgraded, version: today } };
}
