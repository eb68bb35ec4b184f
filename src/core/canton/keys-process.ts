import type { Key, Keys } from './keys-model';
import { sessionSigningKeys33 } from './keys-session';
import { code } from './sources';

/** The keys beside the nodes, directly under `canton`: they hold for the whole process. */

const source = code('appConfig', 'CantonConfig.scala');
const elsewhere = { type: { kind: 'opaque' }, about: 'Not judged here.', source } as const satisfies Key;

const commands = (which: string) =>
  ({
    type: { kind: 'flag' },
    default: false,
    about: `Makes ${which} commands available in the console.`,
    source,
  }) as const satisfies Key;

const parameters = {
  'non-standard-config': {
    type: { kind: 'flag' },
    default: false,
    about:
      'Lets the whole process load settings that Canton otherwise refuses as unsafe. It holds for every node in it, and for more than the setting it was written for.',
    source,
  },
  'fail-on-unknown-config-keys': {
    type: { kind: 'flag' },
    default: true,
    since: '3.5',
    about:
      'Off, together with non-standard-config: keys that Canton does not know are dropped without stopping the start, so a misspelt one has no effect and nobody is told.',
    source,
  },
  'session-signing-keys': {
    type: { kind: 'object', keys: sessionSigningKeys33 },
    until: '3.3',
    about: 'Read and then used by nothing. In 3.3 session signing keys stand under the parameters of each node.',
    source: code('appConfig', 'CantonConfig.scala', '3.3'),
  },
  clock: elsewhere,
  'enable-additional-consistency-checks': elsewhere,
  'manual-start': elsewhere,
  'startup-parallelism': elsewhere,
  'alpha-version-support': elsewhere,
  'beta-version-support': elsewhere,
  'ports-file': elsewhere,
  timeouts: elsewhere,
  'retention-period-defaults': elsewhere,
  console: elsewhere,
  'exit-on-fatal-failures': elsewhere,
  'startup-memory-check-config': elsewhere,
  'enable-alpha-state-via-config': elsewhere,
  'state-refresh-interval': elsewhere,
} as const satisfies Keys;

export const processKeys = {
  parameters: { type: { kind: 'object', keys: parameters }, about: 'Settings of the whole process.', source },
  features: {
    type: {
      kind: 'object',
      keys: {
        'enable-preview-commands': commands('preview'),
        'enable-testing-commands': commands('testing'),
        'enable-repair-commands': commands('repair'),
      },
    },
    about: 'Which console commands there are.',
    source,
  },
  monitoring: elsewhere,
  'remote-participants': elsewhere,
  'remote-sequencers': elsewhere,
  'remote-mediators': elsewhere,
} as const satisfies Keys;
