import {
  createdInKmsSources,
  encryptedKeysSource,
  keyIdListSource,
  wrappedRowsSource,
} from '../../canton/operation-sources';
import { type Block, list, said, type Text } from '../markdown/printer';
import type { Settings } from '../settings';
import { groupsOf } from './groups';

/** What holds from the first start on. */
export function afterwards(settings: Settings): Block {
  const groups = groupsOf(settings);
  const envelope = groups.some(({ mode }) => mode === 'envelope');
  const given = groups.some(({ mode, creates }) => mode === 'envelope' && !creates);
  const external = groups.some(({ mode }) => mode === 'external');
  const multiRegion = settings.used.some(({ kms }) => kms.type === 'aws' && kms.multiRegionKey);
  const items: readonly Text[] = [
    ...(external
      ? [
          [
            said(
              'A backup of the database holds the ids of the keys, never the keys. Losing a key in the KMS, the namespace key above all, loses the node.',
              keyIdListSource,
            ),
          ] as const,
        ]
      : []),
    ...(envelope
      ? [
          [
            said(
              'A backup of the database is worth nothing without the wrapper key of its time: keep that key as long as the backup.',
              wrappedRowsSource,
            ),
          ] as const,
          [
            said('To switch encryption off, the sections stay and ', encryptedKeysSource),
            { code: 'reverted = true' },
            ' is added. Taking them away makes the next start fail.',
          ] as const,
        ]
      : []),
    ...(given
      ? [
          [
            said('Never change ', encryptedKeysSource),
            { code: 'wrapper-key-id' },
            ' on a running node: old keys stay with the old wrapper key, new ones get the new one, and a later start fails. Rotate with the console command, then update or remove the line.',
          ] as const,
        ]
      : []),
    ...(multiRegion
      ? [
          [
            said(
              'Canton creates multi-region keys but replicates none of them: that is for you to do in AWS.',
              createdInKmsSources.aws,
            ),
          ] as const,
        ]
      : []),
  ];
  return list(items);
}
