import { exitStatus } from '../../canton/command-line';
import type { Block, Text } from '../markdown/printer';
import { isShared, type Settings } from '../settings';
import { driverSecrets } from '../targets/environment';
import { groupsOf } from './groups';

/** What an operator of these nodes would see, and what it means; as seen on running nodes of Canton 3.5. */
export function failures(settings: Settings): Block {
  const groups = groupsOf(settings);
  const cloud = settings.used.some(({ kms }) => kms.type !== 'driver');
  const drivers = settings.used.some(({ kms }) => kms.type === 'driver');
  const secrets = settings.used.some((used) => driverSecrets(used).length > 0);
  const envelope = groups.filter(({ mode }) => mode === 'envelope');
  const shared = settings.plan.output.layout === 'file-per-node' && settings.used.some(isShared);
  const perLine: readonly (readonly [boolean, Text, Text])[] = [
    [
      true,
      `Exit status ${exitStatus.configuration}`,
      'The configuration cannot be read or is refused; the message names the path. Nothing was started.',
    ],
    [
      true,
      [`Exit status ${exitStatus.node}, `, { code: 'Fatal error occurred, crashing the node' }],
      'A node could not start, and the whole process ended with it, other nodes included. The cause stands above the thread dump.',
    ],
    [
      cloud && groups.some(({ creates }) => creates),
      [{ code: 'KmsCreateKeyError' }, ', within about 20 seconds'],
      'The KMS refused the connection or the call: wrong region or endpoint, no credentials, or a permission is missing.',
    ],
    [
      cloud && envelope.some(({ creates }) => !creates),
      [{ code: 'KmsCannotFindKeyError' }, ' or ', { code: 'KmsKeyDisabledError' }],
      'The wrapper key is not in this region, account, project or ring, or it is disabled.',
    ],
    [
      drivers,
      [{ code: 'Driver ... not found. Found drivers:' }],
      'The jar of the driver is not on the class path (nothing is listed), or its name is another one (it is listed).',
    ],
    [
      envelope.length > 0 && settings.release !== '3.3' && settings.release !== '3.4',
      [{ code: 'encryption is only supported for database-backed stores' }],
      'The node keeps its data in memory.',
    ],
    [
      shared,
      ['The name of a shared file and exit status ', String(exitStatus.configuration)],
      'It is not beside the file of the node, or that was given without a path.',
    ],
    [
      secrets,
      [{ code: 'Could not resolve substitution to a value' }],
      'A variable of .env is not set in the environment of the process.',
    ],
    [
      true,
      ['In the console only ', { code: 'A security-sensitive error has been received' }],
      "The cause is in the node's own log.",
    ],
  ];
  const rows = perLine.filter(([concerns]) => concerns).map(([, what, why]) => [what, why]);
  return { kind: 'table', head: ['What is seen', 'What it means'], rows };
}
