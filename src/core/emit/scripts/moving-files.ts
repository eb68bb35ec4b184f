import { consoleOn } from '../scala/console';
import { concat, defWith, type Expression, fn, it, ref, type Step, val, when } from '../scala/expression';
import { stop, stopIf, stopUnless } from '../scala/phrases';
import { inFolder } from './files';
import type { Ends, Since34 } from './moving';

/**
 * The scripts of a move hand over to each other by files in the folder that the console was started in; a person hands
 * over by files there, too.
 */

/** `list`: the file that names the parties to move. */
export function listVal({ old }: Ends): Step {
  return val('list', inFolder(`parties-${old.stem}.txt`));
}

/** `parties`, those of the file, and `fileOf`, what the files of a party are called after. */
export function listedParties({ release }: Ends): readonly Step[] {
  const { call } = consoleOn<Since34>(release);
  const lines = ref('Files').dot('readAllLines', ref('list')).dot('asScala.toSeq').dot('map', it.dot('trim'));
  const party = fn('uid', (uid) => call('PartyId.tryFromProtoPrimitive', { str: uid }));
  const names = ref('parties').dot(
    'map',
    fn('p', (p) => ref('fileOf').of(p).dot('toLowerCase')),
  );
  return [
    stopUnless(
      ref('Files').dot('isRegularFile', ref('list')),
      'there is no file ',
      ref('list'),
      ': run the script that lists the parties, in this folder',
    ),
    val('parties', lines.dot('filter', it.dot('nonEmpty')).dot('distinct').dot('map', party)),
    stopIf(ref('parties').dot('isEmpty'), ref('list'), ' names no party'),
    // Letters that every file system takes, and not too many of them: two parties may end up with the same.
    defWith('fileOf', { name: 'party', type: 'PartyId' }, (each) =>
      concat(
        each.dot('uid.identifier.unwrap').dot('replaceAll', '[^A-Za-z0-9_-]', '_').dot('take', 100),
        '--',
        each.dot('namespace.toProtoPrimitive'),
      ),
    ),
    stopIf(
      names.dot('distinct.size').ne(ref('parties').dot('size')),
      ref('list'),
      ' names parties whose files would be called the same: move one of them in a later round',
    ),
  ];
}

/** A party as it is written; what it prints by itself is cut. */
export const shown = (party: Expression): Expression => party.dot('toProtoPrimitive');

/** What a party signs and has signed, by its ending; and what it has. Needs `fileOf`. */
export const hostingFile = (party: Expression, ending: string): Expression =>
  concat('hosting-', ref('fileOf').of(party), ending);
export const contractsFile = (party: Expression, ending = ''): Expression =>
  concat('party-', ref('fileOf').of(party), `.acs.gz${ending}`);

/** Where the ledger of the old node ended before the first party agreed. */
export const offsetName = ({ old }: Ends): string => `hosting-${old.stem}.offset`;

/** `proposalOf`: the offer to host a party, from its file. */
export function defProposal({ release }: Ends): Step {
  const { call } = consoleOn<Since34>(release);
  return defWith('proposalOf', { name: 'party', type: 'PartyId' }, (party) =>
    call('SignedTopologyTransaction.readFromTrustedFilePVV', { inputFile: hostingFile(party, '.proposal') }).match(
      when({ made: 'Right', of: ['proposal'] }, ref('proposal')),
      when({ made: 'Left', of: ['why'] }, stop(hostingFile(party, '.proposal'), ' can not be read: ', ref('why'))),
    ),
  );
}
