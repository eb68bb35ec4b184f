import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { longestAddress } from '../../core/link/encode';
import { planFileName, writePlanFile } from '../../core/plan/plan-file';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextArea } from '../../ui/text-input';
import { saveFile } from '../download';
import { useGuard } from '../guard';
import { usePlan, useTicks } from '../use-plan';
import { doneOf, type Shared, share } from './shared';

/** The plan as a link, or as a file where it is too long for one. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const plan = usePlan();
  const { ticks } = useTicks();
  const guard = useGuard();
  const [withTicks, setWithTicks] = useState(false);
  const [shared, setShared] = useState<Shared>();
  const done = useMemo(() => doneOf(plan, ticks), [plan, ticks]);
  useEffect(() => {
    let current = true;
    share(plan, withTicks ? done : []).then((next) => {
      if (current) setShared(next);
    });
    return () => {
      current = false;
    };
  }, [plan, done, withTicks]);
  return (
    <Dialog title="Share this plan" onClose={onClose}>
      <p>
        The plan holds no credentials, but it names your accounts, keys and nodes: share it inside. It stands in the
        part of the address that browsers never send to a server.
      </p>
      {done.length > 0 && (
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={withTicks} onChange={({ target }) => setWithTicks(target.checked)} />
          Take what is ticked off in the runbook along in the link
        </label>
      )}
      {shared !== undefined &&
        (shared.link.length > longestAddress ? <TooLong length={shared.link.length} /> : <Link {...shared} />)}
      <div className="flex flex-wrap items-center gap-2.5">
        <Button
          onClick={() => guard(() => saveFile(planFileName, writePlanFile(plan, [...ticks]), 'application/json'))}
        >
          Save plan.json
        </Button>
        <span className="text-small text-muted">
          Opens on the start page{ticks.size > 0 && ', with what is ticked off in the runbook'}.
        </span>
      </div>
    </Dialog>
  );
}

function TooLong({ length }: { length: number }) {
  return (
    <p>
      As a link this plan would have {length.toLocaleString('en')} characters, more than mail and chat programs keep
      whole. Share plan.json instead.
    </p>
  );
}

function Link({ link, step }: Shared) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const guard = useGuard();
  const address = `${location.href.replace(/#.*/, '')}#/${step}/${link}`;
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">
        Link <small className="font-normal text-muted">{address.length.toLocaleString('en')} characters</small>
      </label>
      <TextArea id={id} ref={field} mono readOnly rows={4} value={address} onFocus={(event) => event.target.select()} />
      <p className="flex items-center gap-2.5">
        <Button
          look="primary"
          onClick={() =>
            guard(() => {
              navigator.clipboard.writeText(address).then(
                () => setSaid('Copied'),
                () => {
                  field.current?.focus();
                  setSaid('The browser refused; the link is selected, copy it from there');
                },
              );
            })
          }
        >
          Copy the link
        </Button>
        <span role="status" className="text-small text-muted">
          {said}
        </span>
      </p>
    </div>
  );
}
