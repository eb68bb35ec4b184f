import { releases } from '../canton/releases';
import { Answer, Kms } from './kms';
import { Node } from './node';
import { Task } from './task';
import { z } from './z';

export const Output = z.strictObject({
  layout: z.enum(['one-file', 'file-per-node']),
  comments: z.boolean(),
  explicitDefaults: z.boolean(),
});
export type Output = z.infer<typeof Output>;

/** Where the audit lines of the KMS go; given to Canton on the start line. */
export const KmsLog = z.strictObject({
  /** Empty: they go to the main log. */
  file: Answer,
  immediateFlush: z.enum(['default', 'on', 'off']),
  /** When a new file begins, as a date pattern of Logback. */
  rollingPattern: Answer,
  /** How many earlier files are kept. */
  rollingHistory: Answer,
});
export type KmsLog = z.infer<typeof KmsLog>;

/** Highest number of nodes a plan may hold. */
export const maxNodes = 2_000;

/**
 * Everything an operator has decided. Choices are discriminated unions, so a state that makes no sense can't be written
 * down; texts stand as typed ({@link Answer}), and what is wrong with them is a finding.
 */
export const Plan = z
  .strictObject({
    version: z.literal(2),
    name: z.string().check(z.maxLength(120)),
    release: z.enum(releases),
    task: Task,
    /** The first one is used unless a node names another. */
    kms: z.array(Kms).check(z.minLength(1), z.maxLength(20)),
    nodes: z.array(Node).check(z.maxLength(maxNodes)),
    /** `canton.parameters.non-standard-config`: the operator's consent to settings that Canton guards with it. */
    nonStandardConfig: z.boolean(),
    /** `crypto.enable-experimental` (3.6): for all nodes of the plan or none, since one alone would shut out the rest. */
    enableExperimental: z.boolean(),
    kmsLog: KmsLog,
    /** What the bring-up of a new synchronizer needs to know about it. */
    synchronizer: z.strictObject({
      /** Empty: `defaultSynchronizerAlias`. */
      alias: Answer,
      /** Where participants reach its sequencer, such as `https://sequencer1.example.com:5001`. */
      sequencerUrl: Answer,
    }),
    output: Output,
  })
  .check(({ value: plan, issues }) => {
    const ids = plan.kms.map((kms) => kms.id);
    if (new Set(ids).size < ids.length) {
      issues.push({ code: 'custom', input: plan.kms, path: ['kms'], message: 'Two KMS have the same id.' });
    }
    plan.nodes.forEach(({ custody }, index) => {
      if (custody.type === 'none' || ids.includes(custody.kms)) return;
      const path = ['nodes', index, 'custody', 'kms'];
      const message = 'The node names a KMS that the plan does not have.';
      issues.push({ code: 'custom', input: custody.kms, path, message });
    });
  });
export type Plan = z.infer<typeof Plan>;

/**
 * The place of an answer in a plan, as a dotted path: `kms.0.region`, `nodes.2.custody.wrapperKey.id`. Fields, findings
 * and lines of files meet through it.
 */
export type Path = string;

/** The KMS that holds or wraps a node's keys; none for a node without one. */
export function kmsOf(plan: Plan, node: Node): Kms | undefined {
  const { custody } = node;
  return custody.type === 'none' ? undefined : plan.kms.find((kms) => kms.id === custody.kms);
}
