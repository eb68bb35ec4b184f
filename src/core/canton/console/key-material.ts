import { anyNode, type Command } from './command';

/** Private keys as bytes: only of a node that keeps them itself. */

const vaultAdministration = ['console', 'commands/VaultAdministration.scala'] as const;

export const keyMaterialCommands = [
  {
    path: 'keys.secret.download',
    on: anyNode,
    params: [
      { name: 'fingerprint', type: 'Fingerprint' },
      { name: 'protocolVersion', type: 'ProtocolVersion', default: 'ProtocolVersion.latest' },
      { name: 'password', type: 'Option[String]', default: 'None' },
    ],
    returns: 'ByteString',
    needs: 'preview',
    file: vaultAdministration,
    at: { '3.3': 357, '3.4': 373, '3.5': 420, '3.6': 454 },
  },
] as const satisfies readonly Command[];
