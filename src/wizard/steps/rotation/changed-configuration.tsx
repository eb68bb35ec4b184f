import { leftBehind } from '../../../core/plan/left-behind';
import type { Plan } from '../../../core/plan/plan';
import { counted } from '../../counted';

const shown = 5;

/** What the configuration must no longer say once a wrapper key is rotated: the setting that names the old one. */
export function ChangedConfiguration({ plan }: { plan: Plan }) {
  const nodes = [...leftBehind(plan)].flatMap((index) => plan.nodes[index] ?? []);
  if (nodes.length === 0) return null;
  return (
    <div className="grid gap-1.5 text-mid">
      <p>
        The configuration of {counted(nodes.length, 'node')} names the old wrapper key and comes out without it, to be
        put in place before the next start:
      </p>
      <ul className="grid gap-1">
        {nodes.slice(0, shown).map(({ name, custody }) => (
          <li key={name} className="grid grid-cols-1">
            <span className="font-mono text-code">{name}</span>
            <del className="rounded-control bg-error-soft px-2 font-mono text-code wrap-anywhere no-underline">
              − wrapper-key-id = "
              {custody.type === 'envelope' && custody.wrapperKey.type === 'given' && custody.wrapperKey.id}"
            </del>
          </li>
        ))}
        {nodes.length > shown && <li className="text-muted">and {nodes.length - shown} more</li>}
      </ul>
    </div>
  );
}
