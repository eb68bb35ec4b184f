import { differences, type Mode } from '../../../core/canton/modes';
import { classNames } from '../../../ui/class-names';

/** What the modes differ in, in plain sight; the chosen one stands out. */
export function Comparison({ chosen }: { chosen: Mode | undefined }) {
  const column = (mode: Mode) => classNames('px-3 py-2 align-top', chosen === mode && 'bg-accent-soft');
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full text-small">
        <caption className="sr-only">The two modes compared</caption>
        <thead>
          <tr className="text-left max-[35rem]:grid max-[35rem]:grid-cols-2">
            <td className="w-[22%] px-3 py-2 max-[35rem]:hidden" />
            <th scope="col" className={column('envelope')}>
              Envelope encryption
            </th>
            <th scope="col" className={column('external')}>
              External keys
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.id} className="border-t border-line max-[35rem]:grid max-[35rem]:grid-cols-2">
              <th
                scope="row"
                className="px-3 py-2 text-left align-top font-semibold max-[35rem]:col-span-2 max-[35rem]:pb-0"
              >
                {difference.about}{' '}
                <a
                  className="font-normal whitespace-nowrap"
                  href={difference.source.url}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`Source of: ${difference.about}`}
                >
                  source
                </a>
              </th>
              <td className={column('envelope')}>{difference.envelope}</td>
              <td className={column('external')}>{difference.external}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
