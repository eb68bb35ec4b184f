import { useId } from 'react';
import { nodesWithKms } from '../../../core/plan/edit';
import { Select } from '../../../ui/text-input';
import { usePlan } from '../../use-plan';
import type { Scope } from './scope';

/** Whom the answers are for. With one node there is nothing to choose. */
export function ScopeSelect({ scope }: { scope: Scope }) {
  const id = useId();
  const plan = usePlan();
  const { nodes } = plan;
  const withKms = nodesWithKms(plan);
  if (withKms.length < 2) return null;
  const count = (type: 'envelope' | 'external') => withKms.filter((at) => nodes[at]?.custody.type === type).length;
  const [envelopes, externals] = [count('envelope'), count('external')];
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        These answers are for
      </label>
      <Select
        id={id}
        value={String(scope.chosen)}
        onChange={({ target }) => scope.choose(target.value === 'all' ? 'all' : Number(target.value))}
      >
        <option value="all">All {withKms.length} nodes with a KMS</option>
        {withKms.map((at) => (
          <option key={at} value={at}>
            {nodes[at]?.name || `Node ${at + 1}`}
          </option>
        ))}
      </Select>
      {envelopes > 0 && externals > 0 && (
        <p className="text-small text-muted">
          They differ today: {envelopes} with envelope encryption, {externals} with external keys.
          {scope.chosen === 'all' && ' What you choose here holds for all of them.'}
        </p>
      )}
    </div>
  );
}
