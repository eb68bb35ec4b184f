import type { Reason } from '../../core/canton/reason';
import { Prose } from '../../ui/prose';

/** Why a line is there, or what it rests on, and where that is written. */
export function Explanation({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <div className="grid gap-1 leading-normal">
      {reasons.map((reason) => (
        <Said key={`${reason.about} ${reason.source.url}`} {...reason} />
      ))}
    </div>
  );
}

function Said({ about, source }: Reason) {
  return (
    <p>
      {about === undefined ? 'Where that is written: ' : <Prose text={`${about} `} />}
      <a href={source.url} target="_blank" rel="noreferrer">
        {source.label}
      </a>
      {source.kind === 'seen' && <span className="text-muted"> · seen on a running node</span>}
      {source.kind === 'concluded' && <span className="text-muted"> · concluded, not tried</span>}
    </p>
  );
}
