import { useMemo, useState } from 'react';
import type { Node } from '../../../core/plan/node';
import type { Plan } from '../../../core/plan/plan';
import type { Finding } from '../../../core/rules/finding';
import { useFindings } from '../../use-findings';
import { usePlanPart } from '../../use-plan';
import { kmsWordsOf } from '../../words';
import { type Filter, isOpen, passes } from './filter';
import { findingsByNode, isProblem, type NodeFindings } from './node-findings';
import { noRows, type Rows, withKeys } from './row-keys';

/** A node as the table shows it. */
export type Row = {
  /** Its own for as long as the step is open, wherever it moves. */
  readonly key: number;
  /** Its place in the plan. */
  readonly index: number;
  readonly node: Node;
  readonly findings: readonly Finding[];
};

const nothing: readonly Finding[] = [];
const nodesOf = (plan: Plan) => plan.nodes;
const kmsIn = (plan: Plan) => plan.kms;

/** The nodes of the plan as rows, and which of them a filter shows. */
export function useNodes(filter: Filter): { all: readonly Row[]; shown: readonly Row[] } {
  const nodes = usePlanPart(nodesOf);
  const kms = usePlanPart(kmsIn);
  const { keys } = useRows(nodes);
  const findings = useNodeFindings();
  const all = useMemo(
    () =>
      nodes.map((node, index) => ({
        key: keys[index] ?? index,
        index,
        node,
        findings: findings.get(index) ?? nothing,
      })),
    [nodes, keys, findings],
  );
  const shown = useMemo(() => {
    if (isOpen(filter)) return all;
    return all.filter(({ node, findings }) => passes(filter, node, kmsWordsOf(kms, node), findings.some(isProblem)));
  }, [all, filter, kms]);
  return { all, shown };
}

/** State that follows from earlier state, set while rendering, so that no render sees the old one. */
function useRows(nodes: readonly Node[]): Rows {
  const [rows, setRows] = useState(() => withKeys(noRows, nodes));
  if (rows.nodes === nodes) return rows;
  const next = withKeys(rows, nodes);
  setRows(next);
  return next;
}

function useNodeFindings(): NodeFindings {
  const findings = useFindings();
  const [seen, setSeen] = useState(() => ({ findings, byNode: findingsByNode(findings, new Map()) }));
  if (seen.findings === findings) return seen.byNode;
  const byNode = findingsByNode(findings, seen.byNode);
  setSeen({ findings, byNode });
  return byNode;
}
