import { memo, useState } from 'react';
import { editNodes, withCustody, withKms } from '../../../core/plan/edit';
import type { Kms } from '../../../core/plan/kms';
import type { Node } from '../../../core/plan/node';
import type { Plan } from '../../../core/plan/plan';
import type { Finding } from '../../../core/rules/finding';
import { Choice } from '../../../ui/choice';
import { classNames } from '../../../ui/class-names';
import { stepOf } from '../../steps';
import { useEdit, usePlanPart } from '../../use-plan';
import { nodeWords } from '../../words';
import { custodyOptions, kindOptions, kmsOptions, storageOptions } from './node-options';
import { ProblemsButton } from './problems-button';
import { RowFindings } from './row-findings';

/** What the table does for a row; the same object for all rows and all renders. */
export type RowActions = {
  readonly select: (key: number, range: boolean) => void;
  readonly move: (key: number, by: -1 | 1) => void;
  /** Enter in a name: on to the next one. */
  readonly next: (key: number) => void;
  readonly paste: (text: string) => void;
};

const cell = 'px-0.5 py-0.5 align-middle';
const select = 'w-full min-h-8 rounded-control bg-transparent pointer-coarse:min-h-11 hover:bg-sunken';

/** One node: its answers in a line, and what is wrong with them beneath. */
export const NodeRow = memo(function NodeRow(props: {
  rowKey: number;
  index: number;
  node: Node;
  findings: readonly Finding[];
  /** Line of the table, counted with the heading and with rows that are not on the page. */
  line: number;
  selected: boolean;
  kms: readonly Kms[];
  columns: number;
  actions: RowActions;
}) {
  const { rowKey: key, index, node, findings, line, selected, kms, columns, actions } = props;
  const edit = useEdit();
  const task = usePlanPart((plan) => plan.task);
  const [open, setOpen] = useState(false);
  const who = nodeWords(node, index);
  const path = `nodes.${index}`;
  const errors = findings.filter(
    (finding) => finding.severity === 'error' && stepOf(finding.path, { task }) === 'nodes',
  );
  const nameErrors = errors.filter((finding) => finding.path === `${path}.name`);
  const told = open ? findings : errors;

  function change(answer: string, next: (node: Node, plan: Plan) => Node) {
    edit((plan) => editNodes(plan, [index], (before) => next(before, plan)), `${path}.${answer}`);
  }

  return (
    <>
      <tr
        data-row={key}
        aria-rowindex={line}
        // The bar over the table stays in view: what gets the focus must not end beneath it.
        className={classNames('border-t border-line [&_input,&_select]:scroll-mt-24', selected && 'bg-accent-soft')}
        onKeyDown={(event) => {
          const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
          if (by === undefined) return;
          event.preventDefault();
          actions.move(key, by);
        }}
      >
        <td className="pl-2 align-middle">
          <input
            type="checkbox"
            className="block"
            aria-label={`Select ${who}`}
            checked={selected}
            onChange={({ nativeEvent }) =>
              actions.select(key, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
          />
        </td>
        <td className={cell} data-path={`${path}.name`}>
          <input
            type="text"
            data-column="name"
            aria-label={`Name of node ${index + 1}`}
            aria-invalid={nameErrors.length > 0 || undefined}
            aria-describedby={told.length > 0 ? `${path}.told` : undefined}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="w-full min-h-8 rounded-control border border-edge bg-surface px-2 font-mono text-code pointer-coarse:min-h-11 aria-invalid:border-error aria-invalid:ring-1 aria-invalid:ring-error"
            value={node.name}
            onChange={({ target }) => change('name', (before) => ({ ...before, name: target.value }))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              actions.next(key);
            }}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text');
              if (!/[\r\n]./.test(text.trim())) return;
              event.preventDefault();
              actions.paste(text);
            }}
          />
        </td>
        <td className={cell} data-path={`${path}.kind`}>
          <Choice
            data-column="kind"
            aria-label={`Kind of ${who}`}
            className={select}
            options={kindOptions}
            value={node.kind}
            onChoose={(kind) => change('kind', (before) => ({ ...before, kind }))}
          />
        </td>
        <td className={cell} data-path={`${path}.custody`}>
          <Choice
            data-column="custody"
            aria-label={`Custody of ${who}`}
            className={select}
            options={custodyOptions}
            value={node.custody.type}
            onChoose={(type) => change('custody', (before, plan) => withCustody(before, type, plan))}
          />
        </td>
        {kms.length > 1 && (
          <td className={cell} data-path={`${path}.custody.kms`}>
            {node.custody.type === 'none' ? (
              <span className="pl-1 text-muted">–</span>
            ) : (
              <Choice
                data-column="kms"
                aria-label={`KMS of ${who}`}
                className={select}
                options={kmsOptions(kms)}
                value={node.custody.kms}
                onChoose={(id) => change('custody.kms', (before) => withKms(before, id))}
              />
            )}
          </td>
        )}
        <td className={cell} data-path={`${path}.storage`}>
          <Choice
            data-column="storage"
            aria-label={`Storage of ${who}`}
            className={select}
            options={storageOptions}
            value={node.storage}
            onChoose={(storage) => change('storage', (before) => ({ ...before, storage }))}
          />
        </td>
        <td className="text-center align-middle" data-path={`${path}.replicas`}>
          <input
            type="checkbox"
            data-column="replicas"
            aria-label={`${who} runs with replicas`}
            className="mx-auto block"
            checked={node.replicas}
            onChange={({ target }) => change('replicas', (before) => ({ ...before, replicas: target.checked }))}
          />
        </td>
        <td className="pr-1 text-right align-middle">
          <ProblemsButton findings={findings} who={who} open={open} onToggle={() => setOpen(!open)} />
        </td>
      </tr>
      {told.length > 0 && <RowFindings id={`${path}.told`} findings={told} columns={columns} whole={open} />}
    </>
  );
});
