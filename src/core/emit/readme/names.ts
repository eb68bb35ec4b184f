import type { Kms } from '../../plan/kms';
import type { Node } from '../../plan/node';
import type { Inline } from '../markdown/printer';

/** How many names stand in a sentence before they are counted instead. */
const most = 4;

/** `bank1`, or `bank1`, `bank2` and 998 more. */
export function nodeNames(nodes: readonly Node[]): readonly Inline[] {
  const shown = nodes.length > most ? nodes.slice(0, most - 1) : nodes;
  const rest = nodes.length - shown.length;
  return shown
    .flatMap((node, at): readonly Inline[] => {
      const last = rest === 0 && at > 0 && at === shown.length - 1;
      return [at === 0 ? '' : last ? ' and ' : ', ', { code: node.name }];
    })
    .concat(rest === 0 ? [] : [` and ${rest} more`]);
}

/** Which KMS it is, as a person would look for it. */
export function kmsName(kms: Kms, path: string): readonly Inline[] {
  switch (kms.type) {
    case 'aws':
      return ['AWS KMS in ', { code: kms.region, from: `${path}.region` }];
    case 'gcp':
      return [
        'the key ring ',
        { code: kms.keyRingId, from: `${path}.keyRingId` },
        ' of Google Cloud KMS (project ',
        { code: kms.projectId, from: `${path}.projectId` },
        ', ',
        { code: kms.locationId, from: `${path}.locationId` },
        ')',
      ];
    case 'driver':
      return ['the KMS behind the driver ', { code: kms.driverName, from: `${path}.driverName` }];
  }
}

/** A verb as one or several nodes need it. */
export function verb(nodes: readonly Node[], one: string, several: string): string {
  return nodes.length === 1 ? one : several;
}
