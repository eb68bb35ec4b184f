import { diffLines } from 'diff';
import { useId, useState } from 'react';
import { textOf } from '../../../core/emit/artefact';
import type { RunbookStep } from '../../../core/emit/runbook/runbook';
import type { Node } from '../../../core/plan/node';
import { Fold } from '../../../ui/fold';
import { Select } from '../../../ui/text-input';

/** What a step changes in the configuration of a node, before and after, line by line. */
export function Changes(props: {
  changes: NonNullable<RunbookStep['changes']>;
  indices: readonly number[];
  nodes: readonly Node[];
}) {
  const { changes, indices, nodes } = props;
  const label = useId();
  const [chosen, setChosen] = useState<number>();
  const index = chosen !== undefined && indices.includes(chosen) ? chosen : indices[0];
  if (index === undefined) return null;
  return (
    <Fold title="What changes in the configuration">
      {indices.length > 1 && (
        <p className="flex items-center gap-2 text-mid">
          <span id={label}>Node</span>
          <Select
            aria-labelledby={label}
            value={String(index)}
            onChange={({ target }) => setChosen(Number(target.value))}
          >
            {indices.map((at) => (
              <option key={at} value={at}>
                {nodes[at]?.name}
              </option>
            ))}
          </Select>
        </p>
      )}
      <Difference before={textOf({ lines: changes(index).before })} after={textOf({ lines: changes(index).after })} />
    </Fold>
  );
}

const look = {
  added: { mark: '+', className: 'bg-accent-soft' },
  removed: { mark: '−', className: 'bg-error-soft' },
  same: { mark: ' ', className: '' },
} as const;

function Difference({ before, after }: { before: string; after: string }) {
  const lines = diffLines(before, after).flatMap(({ added, removed, value }) => {
    const kind: keyof typeof look = added ? 'added' : removed ? 'removed' : 'same';
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => ({ kind, text }));
  });
  return (
    <pre className="overflow-x-auto rounded-control border border-line bg-surface py-2 font-mono text-code">
      {lines.map(({ kind, text }, at) => {
        const { mark, className } = look[kind];
        const key = `${at} ${text}`;
        return (
          <span key={key} className={`block px-3 ${className}`}>
            {kind !== 'same' && <span className="sr-only">{kind === 'added' ? 'added: ' : 'taken out: '}</span>}
            <span aria-hidden="true">{mark} </span>
            {text}
            {'\n'}
          </span>
        );
      })}
    </pre>
  );
}
