import { signingCalls, signingCallsSource } from '../../../core/canton/modes';
import { nodeKinds } from '../../../core/plan/node';
import { kindWords } from '../../words';

const ways = ['without', 'with'] as const;

/** How many calls session signing keys save, as counted on running nodes. */
export function CallCounts() {
  return (
    <table className="w-full text-small [&_td]:text-right [&_td]:tabular-nums [&_th,&_td]:px-1.5 [&_th,&_td]:py-1">
      <caption className="pb-1 text-left text-muted">
        Calls to the KMS for signatures, without session signing keys and with them. Counted on Canton 3.5 with protocol
        version 35;{' '}
        <a href={signingCallsSource.url} target="_blank" rel="noreferrer">
          what calls
        </a>
      </caption>
      <thead>
        <tr>
          <td />
          {signingCalls.map(({ what }) => (
            <th key={what} scope="colgroup" colSpan={2} className="text-right align-bottom">
              {what}
            </th>
          ))}
        </tr>
        <tr className="border-b border-line">
          <td />
          {signingCalls.flatMap(({ what }) =>
            ways.map((way) => (
              <th key={`${what} ${way}`} scope="col" className="text-right font-normal">
                {way}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {nodeKinds.map((kind) => (
          <tr key={kind} className="border-b border-line">
            <th scope="row" className="text-left font-normal">
              {kindWords[kind]}
            </th>
            {signingCalls.flatMap((count) =>
              ways.map((way) => (
                <td key={`${count.what} ${way}`} className={way === 'with' ? 'font-semibold' : undefined}>
                  {count[way][kind]}
                </td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
