import { hoconSource } from '../../canton/hocon-source';
import { firstKeysSource } from '../../canton/key-care';
import { encryptedKeysSource, otherProviderSource, wrappedRowsSource } from '../../canton/operation-sources';
import { startReasons } from '../../canton/start-reasons';
import { type Block, codeBlock, type Inline, list, paragraph, said, type Text } from '../markdown/printer';
import { isShared, type Settings } from '../settings';
import { asksForNode, startScriptName } from '../targets/start-script';
import { nodeNames, verb } from './names';

/** The start line, and what goes wrong when part of it is missing. */
export function start(settings: Settings): readonly Block[] {
  const { nodes } = settings.plan;
  const first = settings.stems[0] ?? 'NODE';
  const asks = asksForNode(settings);
  const drivers = settings.used.some(({ kms }) => kms.type === 'driver');
  const replicated = nodes.filter((node) => node.replicas);
  const given = nodes.filter(({ custody }) => custody.type === 'external' && custody.keys.type === 'given');
  const shared = settings.plan.output.layout === 'file-per-node' && settings.used.some(isShared);
  const line = `./${startScriptName} ${asks ? `${first} ` : ''}-c own.conf`;
  const items: readonly Text[] = [
    [
      { code: 'own.conf' },
      ' stands for your own configuration: storage, ports and everything else that is not in these files.',
    ],
    ...(drivers
      ? [[said('Set ', startReasons.classPath.source), { code: 'CANTON_JAR' }, ' to the jar of Canton first.'] as const]
      : []),
    ...(asks && nodes.length > 1
      ? [
          [
            'Several nodes in one process: add the other files by hand, ',
            { code: `./${startScriptName} ${first} -c own.conf -c ./${settings.stems[1]}-kms.conf` },
            '.',
          ] as const,
        ]
      : []),
    ...(shared
      ? [
          [
            'Keep the shared file beside the files of the nodes and give those with a path (',
            { code: './' },
            said(
              ' is enough): without it Canton refuses to start rather than start without a KMS.',
              hoconSource('includes'),
            ),
          ] as const,
        ]
      : []),
    ...(given.length > 0
      ? [
          [
            ...nodeNames(given),
            said(
              verb(
                given,
                ': after its first start it waits, without an identity, until its identity script has run. That is no fault. Start it, then go on below.',
                ': after their first start they wait, without an identity, until their identity scripts have run. That is no fault. Start them all, then go on below.',
              ),
              firstKeysSource,
            ),
          ] as const,
        ]
      : []),
    ...(replicated.length > 0
      ? [
          [
            'Every replica of ',
            ...nodeNames(replicated),
            said(
              ' gets the same file and the same permissions. Only the active one creates or converts keys; the others wait for it.',
              wrappedRowsSource,
            ),
          ] as const,
        ]
      : []),
  ];
  const command = { said: line, reason: startReasons.files };
  return [codeBlock('sh', [command]), list(items), ...forgotten(settings)];
}

/** What a start without these files does, which nobody is warned of. */
export function forgotten(settings: Settings): readonly Block[] {
  const external = settings.plan.nodes.filter((node) => node.custody.type === 'external');
  const envelope = settings.plan.nodes.filter((node) => node.custody.type === 'envelope');
  const items: Inline[][] = [];
  if (external.length > 0) {
    items.push([
      ...nodeNames(external),
      said(
        `: a new node makes keys of its own, in the clear in its database, and with them an identity that can't be changed any more. The way out is an empty database and a first start with the file. A later start finds none of the keys (`,
        otherProviderSource,
      ),
      { code: 'TOPOLOGY_NO_APPROPRIATE_SIGNING_KEY_IN_STORE' },
      '); the next start with the file is in order again.',
    ]);
  }
  if (envelope.length > 0) {
    items.push([
      ...nodeNames(envelope),
      said(
        `: a new node stores its keys in the clear; the next start with the file encrypts them, but backups made until then keep them in the clear. A later start can't read the keys and ends (`,
        encryptedKeysSource,
      ),
      { code: 'FailedToReadKey' },
      '); with the file the node starts again.',
    ]);
  }
  if (items.length === 0) return [];
  return [
    paragraph(
      'If the ',
      { code: '-c' },
      said(' of these files is forgotten, nothing warns: Canton starts the node without a KMS.', otherProviderSource),
    ),
    list(items),
  ];
}
