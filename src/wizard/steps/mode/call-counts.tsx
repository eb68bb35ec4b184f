import { code } from '../../../core/canton/sources';

/** Calls to sign that were counted on a running Canton 3.5, by kind of node. */
const counted = [
  { what: 'Five pings', without: [50, 180, 20], withKeys: [0, 0, 0] },
  { what: 'A start with bootstrap and two pings', without: [30, 129, 13], withKeys: [10, 45, 6] },
] as const;

const source = code('crypto', 'signer/SyncCryptoSignerWithSessionKeys.scala');

/** What session signing keys save. */
export function CallCounts() {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-96 text-small">
        <caption className="pb-1 text-left text-muted">
          Signatures asked of the KMS, counted on a running Canton 3.5 (participant / sequencer / mediator);{' '}
          <a href={source.url} target="_blank" rel="noreferrer">
            what asks
          </a>
        </caption>
        <thead>
          <tr className="text-left [&>th]:py-1 [&>th]:pr-3">
            <td />
            <th scope="col">Without</th>
            <th scope="col">With session keys</th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ what, without, withKeys }) => (
            <tr key={what} className="border-t border-line [&>*]:py-1 [&>*]:pr-3">
              <th scope="row" className="text-left font-normal">
                {what}
              </th>
              <td>{without.join(' / ')}</td>
              <td>{withKeys.join(' / ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
