import { isolatingBy, isolatingSource, isolations } from '../../../core/canton/delegations';
import { kmsOf } from '../../../core/plan/plan';
import type { Placed } from '../../scope';
import { usePlan } from '../../use-plan';

/** How the root key is put away once it is delegated, and what stops when more than the root key is. */
export function PutAway({ nodes }: { nodes: readonly Placed[] }) {
  const plan = usePlan();
  const inKms = nodes.filter(({ node }) => node.custody.type === 'external');
  const types = [...new Set(inKms.flatMap(({ node }) => kmsOf(plan, node)?.type ?? []))];
  return (
    <div className="grid gap-2 text-small">
      {types.length > 0 && (
        <p>
          <b>Putting the root key away.</b> When the script has shown that the delegation is in force:{' '}
          {types.map((type) => isolatingBy[type]).join('; or ')}. Never delete it: it is the node's identity.{' '}
          <a href={isolatingSource.url} target="_blank" rel="noreferrer">
            {isolatingSource.label}
          </a>
        </p>
      )}
      {inKms.length < nodes.length && (
        <p>
          With envelope encryption the root key lies in the node's own database, with all the others: the delegation
          alone takes nothing out of the node's reach.
        </p>
      )}
      {types.length > 0 && (
        <table className="w-full [&_td]:py-1 [&_td]:pr-2 [&_th]:py-1 [&_th]:pr-2">
          <caption className="sr-only">What goes on and what stops without a key</caption>
          <thead>
            <tr className="text-left text-muted">
              <th scope="col" className="font-normal">
                Out of reach
              </th>
              <th scope="col" className="font-normal">
                Goes on
              </th>
              <th scope="col" className="font-normal">
                Stops
              </th>
            </tr>
          </thead>
          <tbody>
            {isolations.map(({ away, goesOn, stops, source }) => (
              <tr key={away} className="border-t border-line align-top">
                <th scope="row" className="text-left font-semibold">
                  {away}{' '}
                  <a
                    className="font-normal"
                    href={source.url}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={`Source of: ${away} out of reach`}
                  >
                    source
                  </a>
                </th>
                <td>{goesOn}</td>
                <td>{stops}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
