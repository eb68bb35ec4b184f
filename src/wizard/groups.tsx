import { FindingBlock } from './finding';
import { type Group, textOf } from './grouped';
import { someNames } from './scope';

/** Findings under the names of the nodes they are about; without names where there is but one node. */
export function Groups({ groups, nameless = false }: { groups: readonly Group[]; nameless?: boolean }) {
  return groups.map(({ names, finding }) => (
    <div key={textOf(finding)}>
      {!nameless && <p className="mb-1 text-small font-semibold">{someNames(names)}:</p>}
      <FindingBlock finding={finding} />
    </div>
  ));
}
