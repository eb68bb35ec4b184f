import type { KeyPurpose } from '../../../core/canton/key-purposes';

/** What keys are for, where it is plain that keys are meant. */
export const purposeWords = {
  namespace: 'Namespace',
  'sequencer-auth': 'Sequencer authentication',
  signing: 'Protocol signing',
  encryption: 'Encryption',
} as const satisfies Record<KeyPurpose, string>;
