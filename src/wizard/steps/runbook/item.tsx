import { useId, useState } from 'react';
import { namesOf } from '../../../core/emit/runbook/boxes';
import type { RunbookStep } from '../../../core/emit/runbook/runbook';
import type { Node } from '../../../core/plan/node';
import { tickOf } from '../../../core/plan/ticks';
import { useTicks } from '../../use-plan';
import { Blocks, Words } from './blocks';
import { Changes } from './changes';

/** More nodes than this are folded away: their ticks would push the next step off the screen. */
const mostShown = 24;

/**
 * One step of the runbook, with a box to tick for each of its nodes. What can't be undone is shown when somebody says that
 * they know it: that is asked again each time, and stands in no plan and no link. On paper all of it stands.
 */
export function RunbookItem({ step, number, nodes }: { step: RunbookStep; number: number; nodes: readonly Node[] }) {
  const id = useId();
  const [known, setKnown] = useState(false);
  const { irreversible, changes, does, sees, otherwise } = step;
  const shown = irreversible === undefined || known;
  return (
    <li aria-labelledby={id} className="grid gap-3 rounded-card border border-line bg-surface p-4 break-inside-avoid">
      <h2 id={id} className="text-large font-semibold">
        {number}. {step.title}
      </h2>
      {irreversible !== undefined && (
        <div className="grid gap-2 border-l-3 border-warning bg-warning-soft px-3.5 py-2 text-mid">
          <p>
            <b>Can't be undone.</b> <Words text={irreversible} />
          </p>
          <label className="flex items-center gap-2 print:hidden">
            <input
              type="checkbox"
              aria-describedby={id}
              aria-controls={`${id}-does`}
              checked={known}
              onChange={({ target }) => setKnown(target.checked)}
            />
            I know that this can't be undone: show the step
          </label>
        </div>
      )}
      <div id={`${id}-does`} className={shown ? 'grid gap-3' : 'hidden gap-3 print:grid'}>
        <Blocks blocks={does} />
        {changes !== undefined && step.nodes !== 'once' && (
          <Changes changes={changes} indices={step.nodes} nodes={nodes} />
        )}
      </div>
      <div className="grid gap-1 text-mid">
        <p>
          <b>You should see: </b>
          <Words text={sees} />
        </p>
        {otherwise.length > 0 && (
          <>
            <p className="font-semibold">If it is not that</p>
            <Blocks blocks={[{ kind: 'list', ordered: false, items: otherwise }]} />
          </>
        )}
      </div>
      <Ticks step={step} names={namesOf(step, nodes)} number={number} shown={shown} />
    </li>
  );
}

function Ticks(props: {
  step: RunbookStep;
  names: readonly (string | undefined)[];
  number: number;
  /** Whether it can be seen what is ticked off. */
  shown: boolean;
}) {
  const { step, names, number, shown } = props;
  const { ticks } = useTicks();
  const done = names.filter((name) => ticks.has(tickOf(step.id, name))).length;
  const boxes = (
    <div className="flex flex-wrap gap-x-5 gap-y-2">
      {names.map((name) => (
        <Tick key={name ?? ''} step={step} name={name} shown={shown} />
      ))}
    </div>
  );
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="sr-only">Done: step {number}</legend>
      {names.length <= mostShown ? (
        boxes
      ) : (
        <details>
          <summary>
            {done} of {names.length} nodes done
          </summary>
          <div className="mt-2">{boxes}</div>
        </details>
      )}
    </fieldset>
  );
}

/** Nobody ticks off what they haven't seen; what is ticked off already can be taken back. */
function Tick({ step, name, shown }: { step: RunbookStep; name: string | undefined; shown: boolean }) {
  const { ticks, tick } = useTicks();
  const own = tickOf(step.id, name);
  const done = ticks.has(own);
  return (
    <label className="flex items-center gap-2 has-disabled:text-muted">
      <input
        type="checkbox"
        disabled={!shown && !done}
        checked={done}
        onChange={({ target }) => tick(own, target.checked)}
      />
      {name === undefined ? 'Done' : <span className="font-mono text-code">{name}</span>}
    </label>
  );
}
