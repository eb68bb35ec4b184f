import { useEffect, useRef } from 'react';
import { duplicateNodes, editNodes, moveNodes, removeNodes, withCustody, withKms } from '../../../core/plan/edit';
import type { Kms } from '../../../core/plan/kms';
import type { Node } from '../../../core/plan/node';
import type { Plan } from '../../../core/plan/plan';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { Choice } from '../../../ui/choice';
import { TextInput } from '../../../ui/text-input';
import { FindingsAt, PlanField, useErrorsAt } from '../../plan-field';
import { useEdit } from '../../use-plan';
import { nodeWords } from '../../words';
import { custodyOptions, kindOptions, kmsOptions, storageOptions } from './node-options';
import type { Row } from './use-nodes';

const select = 'block w-full min-h-11 rounded-control border border-edge bg-surface px-2.5';

/** The answers of one node beneath each other, and what can be done with it. */
export function NodePanel(props: {
  row: Row;
  kms: readonly Kms[];
  onClose: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}) {
  const { row, kms, onClose, onPrevious, onNext } = props;
  const { node, index } = row;
  const path = `nodes.${index}`;
  const edit = useEdit();
  const replicasErrors = useErrorsAt(`${path}.replicas`);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const change = (answer: string, next: (node: Node, plan: Plan) => Node) =>
    edit((plan) => editNodes(plan, [index], (before) => next(before, plan)), `${path}.${answer}`);

  return (
    <section aria-label={nodeWords(node, index)} className="grid gap-4">
      <div className="flex items-center gap-2">
        <Button onClick={onClose}>‹ All nodes</Button>
        <h2 ref={heading} tabIndex={-1} className="min-w-0 grow truncate text-center font-semibold">
          {nodeWords(node, index)}
        </h2>
        <Button aria-label="Previous node" disabled={onPrevious === undefined} onClick={onPrevious}>
          ↑
        </Button>
        <Button aria-label="Next node" disabled={onNext === undefined} onClick={onNext}>
          ↓
        </Button>
      </div>
      <PlanField path={`${path}.name`} label="Name">
        {(wiring) => (
          <TextInput
            mono
            {...wiring}
            value={node.name}
            onChange={({ target }) => change('name', (before) => ({ ...before, name: target.value }))}
          />
        )}
      </PlanField>
      <PlanField path={`${path}.kind`} label="Kind">
        {(wiring) => (
          <Choice
            {...wiring}
            className={select}
            options={kindOptions}
            value={node.kind}
            onChoose={(kind) => change('kind', (before) => ({ ...before, kind }))}
          />
        )}
      </PlanField>
      <PlanField path={`${path}.custody`} label="Custody">
        {(wiring) => (
          <Choice
            {...wiring}
            className={select}
            options={custodyOptions}
            value={node.custody.type}
            onChoose={(type) => change('custody', (before, plan) => withCustody(before, type, plan))}
          />
        )}
      </PlanField>
      {kms.length > 1 && node.custody.type !== 'none' && (
        <PlanField path={`${path}.custody.kms`} label="KMS">
          {(wiring) => (
            <Choice
              {...wiring}
              className={select}
              options={kmsOptions(kms)}
              value={node.custody.type === 'none' ? undefined : node.custody.kms}
              onChoose={(id) => change('custody.kms', (before) => withKms(before, id))}
            />
          )}
        </PlanField>
      )}
      <PlanField path={`${path}.storage`} label="Storage">
        {(wiring) => (
          <Choice
            {...wiring}
            className={select}
            options={storageOptions}
            value={node.storage}
            onChoose={(storage) => change('storage', (before) => ({ ...before, storage }))}
          />
        )}
      </PlanField>
      <Checkbox
        path={`${path}.replicas`}
        label="Runs with replicas"
        errors={replicasErrors}
        checked={node.replicas}
        onChange={({ target }) => change('replicas', (before) => ({ ...before, replicas: target.checked }))}
      />
      <FindingsAt paths={[`${path}.replicas`, path]} errors />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => edit((plan) => moveNodes(plan, [index], -1).plan)}>Move up</Button>
        <Button onClick={() => edit((plan) => moveNodes(plan, [index], 1).plan)}>Move down</Button>
        <Button onClick={() => edit((plan) => duplicateNodes(plan, [index]))}>Duplicate</Button>
        <Button
          onClick={() => {
            edit((plan) => removeNodes(plan, [index]));
            onClose();
          }}
        >
          Remove
        </Button>
      </div>
    </section>
  );
}
