import { keyExportSource, keyExportTestSource } from '../../canton/migration';
import { concluded } from '../../canton/sources';
import { said } from '../markdown/printer';
import type { Settings } from '../settings';
import { finish } from './export-finish';
import { handOver } from './export-hand-over';
import { intoKms } from './export-into-kms';
import { type ExportWay, placesOf } from './moves';
import type { Runbook } from './runbook';

/** The keys of a node into a KMS, and a new node in the same namespace that hosts its parties. */
export function takeKeysAlong(settings: Settings, way: ExportWay): Runbook {
  const ends = placesOf(settings, way.moves);
  return {
    title: 'Take the keys along into the KMS',
    tried: [
      said(
        'Exporting keys this way ran on Canton 3.5. The scripts ran on a stand-in for its console; wrapping and importing were tried with the command lines of the clouds against an endpoint of ours, which is weaker than the clouds themselves. Everything else was read, not tried. ',
        concluded(keyExportSource),
      ),
      said(
        'Canton’s own test of this way moves the parties to another synchronizer; here they stay on theirs, with one more host. ',
        keyExportTestSource,
      ),
      'Walk through all of it with a node that matters to nobody first.',
    ],
    back: [
      'The old node runs until its contracts are exported, and stays a host of its parties: until it is given up it can come back, and catches up with what it has missed. After that there is none but the exported keys: ',
      said('no KMS gives a private key back. ', keyExportSource),
      'Keep an encrypted copy offline, of the root key above all.',
    ],
    steps: [...intoKms(settings, way, ends), ...handOver(settings, way, ends), ...finish(settings, way, ends)],
  };
}
