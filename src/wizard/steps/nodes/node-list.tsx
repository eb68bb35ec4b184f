import { useState } from 'react';
import type { Kms } from '../../../core/plan/kms';
import { custodyWords, kindWords, kmsWordsOf, nodeWords, storageWords } from '../../words';
import { isProblem } from './node-findings';
import { NodePanel } from './node-panel';
import type { Row } from './use-nodes';

/** For a narrow page: the nodes as a list, and the one that is opened in a panel of its own. */
export function NodeList(props: { rows: readonly Row[]; kms: readonly Kms[]; wanted: number | undefined }) {
  const { rows, kms, wanted } = props;
  const [open, setOpen] = useState<number>();
  const [seen, setSeen] = useState<number>();
  if (wanted !== seen) {
    setSeen(wanted);
    if (wanted !== undefined) setOpen(rows.find((row) => row.index === wanted)?.key);
  }
  const place = rows.findIndex((row) => row.key === open);
  const row = rows[place];
  if (row !== undefined) {
    return (
      <NodePanel
        key={row.key}
        row={row}
        kms={kms}
        onClose={() => setOpen(undefined)}
        onPrevious={rows[place - 1] && (() => setOpen(rows[place - 1]?.key))}
        onNext={rows[place + 1] && (() => setOpen(rows[place + 1]?.key))}
      />
    );
  }
  return (
    <ul aria-label="Nodes" className="divide-y divide-line rounded-card border border-line bg-surface empty:hidden">
      {rows.map(({ key, index, node, findings }) => {
        const problems = findings.filter(isProblem).length;
        const answers: string[] = [kindWords[node.kind], custodyWords[node.custody.type], storageWords[node.storage]];
        if (kms.length > 1) answers.push(kmsWordsOf(kms, node));
        if (node.replicas) answers.push('replicas');
        return (
          <li key={key} className="[contain-intrinsic-size:auto_4rem] [content-visibility:auto]">
            <button
              type="button"
              onClick={() => setOpen(key)}
              className="flex min-h-14 w-full items-center gap-3 px-3 py-2 text-left"
            >
              <span className="min-w-0 grow">
                <span className="block truncate font-mono text-mid">{nodeWords(node, index)}</span>
                <span className="block text-small text-muted">{answers.filter(Boolean).join(' · ')}</span>
              </span>
              {problems > 0 && (
                <span className="rounded-control bg-error-soft px-1.5 text-small text-error">
                  ⚠ {problems}
                  <span className="sr-only">{problems === 1 ? ' problem' : ' problems'}</span>
                </span>
              )}
              <span aria-hidden="true">›</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
