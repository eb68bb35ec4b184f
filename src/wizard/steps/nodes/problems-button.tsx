import type { Finding, Severity } from '../../../core/rules/finding';
import { severities } from '../../../core/rules/finding';
import { severityWords } from '../../finding';

const looks = {
  error: 'bg-error-soft text-error',
  security: 'bg-security-soft text-security',
  warning: 'bg-warning-soft text-warning',
  note: 'bg-note-soft text-note',
} as const satisfies Record<Severity, string>;

/** How many findings a node has, in the colour of the gravest, and the way to read them. */
export function ProblemsButton(props: {
  findings: readonly Finding[];
  who: string;
  open: boolean;
  onToggle: () => void;
}) {
  const { findings, who, open, onToggle } = props;
  const gravest = severities.find((severity) => findings.some((finding) => finding.severity === severity));
  if (gravest === undefined) return null;
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${severityWords[severity]}: ${count}`];
  });
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={`Findings for ${who}. ${counts.join(', ')}`}
      title={counts.join(', ')}
      onClick={onToggle}
      className={`min-h-6 rounded-control px-1.5 text-small whitespace-nowrap pointer-coarse:min-h-11 ${looks[gravest]}`}
    >
      <span aria-hidden="true">
        {gravest === 'note' ? 'ⓘ' : '⚠'} {findings.length} {open ? '▴' : '▾'}
      </span>
    </button>
  );
}
