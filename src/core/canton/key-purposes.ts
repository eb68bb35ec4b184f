import { code, type Source } from './sources';

/**
 * What a node's keys are for, spelled as Canton ends the names of the keys that it makes itself: `bank1-sequencer-auth`.
 * The order is that in which a node is set up with them.
 */
export const keyPurposes = ['namespace', 'sequencer-auth', 'signing', 'encryption'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** Where it stands which keys a node has, and what they are called. */
export const keyPurposesSource: Source = code('common', 'environment/CantonNodeBootstrap.scala');

const keysOfSynchronizerNode = ['namespace', 'sequencer-auth', 'signing'] as const satisfies readonly KeyPurpose[];

const purposes = {
  participant: keyPurposes,
  sequencer: keysOfSynchronizerNode,
  mediator: keysOfSynchronizerNode,
} as const;

/** The keys that a node of a kind needs: only participants decrypt. */
export function purposesOf(kind: keyof typeof purposes): readonly KeyPurpose[] {
  return purposes[kind];
}
