import { type ReactNode, useState } from 'react';
import type { Notice } from '../core/link/decoded';
import { readPlanFile } from '../core/link/read-plan-file';
import type { Ticks } from '../core/plan/ticks';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { comparePlans } from '../wizard/guest';
import { usePlan, useTicks } from '../wizard/use-plan';
import { type Elsewhere, elsewhereNow } from './elsewhere';
import type { StoredDraft } from './stored-drafts';

function Banner({ children, label }: { children: ReactNode; label: string }) {
  return (
    <section aria-label={label} className="mb-4 grid gap-2 rounded-card border border-note bg-note-soft px-4 py-3">
      {children}
    </section>
  );
}

/** What had to be replaced when the plan was opened. */
export function Notices({ notices, onClose }: { notices: readonly Notice[]; onClose: () => void }) {
  return (
    <Banner label="What was changed while opening">
      <p className="font-semibold">Not everything in it could be taken as it was</p>
      <ul className="list-disc pl-5">
        {notices.slice(0, 20).map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
      {notices.length > 20 && <p>And {notices.length - 20} more.</p>}
      <div>
        <Button onClick={onClose}>I have seen it</Button>
      </div>
    </Banner>
  );
}

/** What somebody else has done of the visitor's own runbook: ticked off here only where they ask for it. */
export function ElsewhereBanner(props: { elsewhere: Elsewhere; onTake: (ticks: Ticks) => void; onClose: () => void }) {
  const { elsewhere, onTake, onClose } = props;
  const { joined } = elsewhere;
  const now = elsewhereNow(elsewhere, usePlan(), useTicks().ticks);
  if (now === undefined) return null;
  const joinedWords = `${now.ticks.length === 1 ? 'It is' : 'They are'} ticked off here now, too.`;
  return (
    <Banner label="Done elsewhere">
      <p>
        <b>{now.message}</b> {joined ? joinedWords : 'Your own ticks are as you left them.'}
      </p>
      <div className="flex flex-wrap gap-2.5">
        {!joined && <Button onClick={() => onTake(now.ticks)}>Tick them off here, too</Button>}
        <Button onClick={onClose}>{joined ? 'I have seen it' : 'Leave it as it is'}</Button>
      </div>
    </Banner>
  );
}

/** A plan from a link, beside the visitor's own. */
export function GuestBanner(props: {
  draft: StoredDraft | undefined;
  /** What was ticked off in its runbook when it was opened, as a sentence. */
  ticked: string | undefined;
  onKeep: () => void;
  onLeave: () => void;
}) {
  const { draft, ticked, onKeep, onLeave } = props;
  const [comparing, setComparing] = useState(false);
  return (
    <Banner label="A plan from a link">
      <p>
        <b>This plan came with a link.</b> Nothing of yours was changed
        {draft === undefined ? '.' : `: your draft ${draft.name === '' ? '' : `“${draft.name}” `}is where you left it.`}
      </p>
      {ticked !== undefined && <p>{ticked}</p>}
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={onKeep}>Keep it as my draft</Button>
        {draft !== undefined && <Button onClick={() => setComparing(true)}>Compare with my draft</Button>}
        <Button onClick={onLeave}>{draft === undefined ? 'Leave it' : 'Back to my draft'}</Button>
      </div>
      {comparing && draft !== undefined && <CompareDialog draft={draft} onClose={() => setComparing(false)} />}
    </Banner>
  );
}

function CompareDialog({ draft, onClose }: { draft: StoredDraft; onClose: () => void }) {
  const theirs = usePlan();
  const mine = readPlanFile(draft.plan);
  const differences = mine.type === 'plan' ? comparePlans(mine.plan, theirs) : [];
  return (
    <Dialog title="My draft and this plan" onClose={onClose} wide>
      {mine.type === 'failure' && <p>{mine.failure.message}</p>}
      {mine.type === 'plan' && differences.length === 0 && <p>They say the same.</p>}
      {differences.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full table-fixed text-small">
            <thead>
              <tr className="text-left text-muted">
                <th scope="col">Answer</th>
                <th scope="col">My draft</th>
                <th scope="col">This plan</th>
              </tr>
            </thead>
            <tbody className="[&_td]:border-t [&_td]:border-line [&_td]:py-1 [&_td]:pr-3 [&_td]:align-top [&_td]:break-words">
              {differences.slice(0, 300).map(({ path, mine, theirs }) => (
                <tr key={path}>
                  <td className="font-mono text-code break-all">{path}</td>
                  <td>{mine}</td>
                  <td>{theirs}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {differences.length > 300 && <p>And {differences.length - 300} more.</p>}
    </Dialog>
  );
}

/** Another tab changed the draft that this one shows. */
export function ConflictBanner({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) {
  return (
    <Banner label="Changed in another tab">
      <p>
        <b>Another tab changed this draft.</b> What you change here isn't kept until you say which of the two goes on.
      </p>
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={onTheirs}>Take the other tab's plan</Button>
        <Button onClick={onMine}>Keep this one</Button>
      </div>
    </Banner>
  );
}

/** The browser keeps nothing: the plan lives as long as this tab. */
export function UnkeptBanner() {
  return (
    <Banner label="Draft not kept">
      <p>
        <b>This browser keeps no draft for this page</b> (its storage is switched off or full). Share or download the
        plan before you close the tab.
      </p>
    </Banner>
  );
}
