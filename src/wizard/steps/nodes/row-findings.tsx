import type { Finding } from '../../../core/rules/finding';
import { ErrorLine, FindingBlock } from '../../finding';
import { stepOf, titleOf } from '../../steps';
import { useGoTo } from '../../use-field-focus';
import { usePlanPart } from '../../use-plan';

/** What is wrong with a node, in a line of the table of its own: the errors in short, or everything in whole. */
export function RowFindings(props: { id: string; findings: readonly Finding[]; columns: number; whole: boolean }) {
  const { id, findings, columns, whole } = props;
  return (
    <tr>
      <td id={id} colSpan={columns} className="px-2 pb-2">
        {whole ? (
          <div className="grid gap-2">
            {findings.map((finding) => (
              <WithWay key={keyOf(finding)} finding={finding} />
            ))}
          </div>
        ) : (
          <ul className="text-small text-error">
            {findings.map((finding) => (
              <li key={keyOf(finding)} className="flex gap-1.5">
                <span aria-hidden="true">⚠</span>
                <span>
                  <ErrorLine finding={finding} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

/** A finding about an answer of another step leads there. */
function WithWay({ finding }: { finding: Finding }) {
  const goTo = useGoTo();
  const task = usePlanPart((plan) => plan.task);
  const step = stepOf(finding.path, { task });
  return (
    <div>
      <FindingBlock finding={finding} />
      {step !== 'nodes' && (
        <button type="button" className="mt-1 text-small text-accent underline" onClick={() => goTo(finding.path)}>
          Go to this answer in {titleOf(step)}
        </button>
      )}
    </div>
  );
}

function keyOf(finding: Finding): string {
  return `${finding.id} ${finding.path} ${finding.message}`;
}
