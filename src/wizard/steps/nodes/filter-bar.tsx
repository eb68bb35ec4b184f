import { FilterBox } from '../../filter-box';
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
    <FilterBox
      title="Filter of the nodes"
      label="Show nodes with"
      placeholder="Name, kind, custody ..."
      text={filter.text}
      onText={(text) => onFilter({ ...filter, text })}
      said={shown.length === all.length ? `${all.length} nodes` : `${shown.length} of ${all.length} nodes`}
    >
      <label className="flex items-center gap-2 text-mid">
        <input
          type="checkbox"
          checked={filter.onlyProblems}
          onChange={({ target }) => onFilter({ ...filter, onlyProblems: target.checked })}
        />
        Only with problems ({troubled})
      </label>
    </FilterBox>
  );
}
