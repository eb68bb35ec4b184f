import { TextInput } from '../../../ui/text-input';
import type { Filter } from './filter';
import { isProblem } from './node-findings';
import type { Row } from './use-nodes';

/** Shows some of many nodes: those with a word in name or answers, those with problems. */
export function FilterBar(props: {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  all: readonly Row[];
  shown: readonly Row[];
}) {
  const { filter, onFilter, all, shown } = props;
  const troubled = all.filter((row) => row.findings.some(isProblem)).length;
  return (
    <search aria-label="Filter of the nodes" className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <TextInput
        type="search"
        className="w-auto! grow basis-48"
        aria-label="Show nodes with"
        placeholder="Name, kind, custody ..."
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
      <label className="flex items-center gap-2 text-mid">
        <input
          type="checkbox"
          checked={filter.onlyProblems}
          onChange={({ target }) => onFilter({ ...filter, onlyProblems: target.checked })}
        />
        Only with problems ({troubled})
      </label>
      <span role="status" className="text-small text-muted">
        {shown.length === all.length ? `${all.length} nodes` : `${shown.length} of ${all.length} nodes`}
      </span>
    </search>
  );
}
