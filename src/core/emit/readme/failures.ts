import { exitStatus, exitStatusSource } from '../../canton/command-line';
import { hoconSource } from '../../canton/hocon-source';
import {
  driverLoaderSource,
  encryptedKeysSource,
  memoryStorageSource,
  refusedCallSource,
} from '../../canton/operation-sources';
import { type Block, said, type Text } from '../markdown/printer';
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
      [said(`Exit status ${exitStatus.configuration}`, exitStatusSource)],
      'The configuration cannot be read or is refused; the message names the path. Nothing was started.',
    ],
    [
      true,
      [said(`Exit status ${exitStatus.node}, `, exitStatusSource), { code: 'Fatal error occurred, crashing the node' }],
      'A node could not start, and the whole process ended with it, other nodes included. The cause stands above the thread dump.',
    ],
    [
      cloud && groups.some(({ creates }) => creates),
      [{ code: 'KmsCreateKeyError' }, ', within about 20 seconds'],
      [
        said(
          'The KMS refused the connection or the call: wrong region or endpoint, no credentials, or a permission is missing.',
          refusedCallSource,
        ),
      ],
    ],
    [
      cloud && envelope.some(({ creates }) => !creates),
      [{ code: 'KmsCannotFindKeyError' }, ' or ', { code: 'KmsKeyDisabledError' }],
      [
        said(
          'The wrapper key is not in this region, account, project or ring, or it is disabled.',
          encryptedKeysSource,
        ),
      ],
    ],
    [
      drivers,
      [{ code: 'Driver ... not found. Found drivers:' }],
      [
        said(
          'The jar of the driver is not on the class path (nothing is listed), or its name is another one (it is listed).',
          driverLoaderSource,
        ),
      ],
    ],
    [
      envelope.length > 0 && settings.release !== '3.3' && settings.release !== '3.4',
      [{ code: 'encryption is only supported for database-backed stores' }],
      [said('The node keeps its data in memory.', memoryStorageSource(settings.release))],
    ],
    [
      shared,
      ['The name of a shared file and exit status ', String(exitStatus.configuration)],
      [said('It is not beside the file of the node, or that was given without a path.', hoconSource('includes'))],
    ],
    [
      secrets,
      [{ code: 'Could not resolve substitution to a value' }],
      [said('A variable of .env is not set in the environment of the process.', hoconSource('substitutions'))],
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
