import type { Plan } from '../../../core/plan/plan';
import type { Rotate } from '../../../core/plan/task';
import { counted } from '../../counted';
import { Section } from '../../section';
import { useFiles } from '../../use-findings';
import { ChangedConfiguration } from './changed-configuration';

/** How many files are listed here; Review has them all. */
const shown = 12;

/** What follows from the choices: in a sentence, and the files in the order in which they are run. */
export function Outcome({ plan, task }: { plan: Plan; task: Rotate }) {
  const { files } = useFiles();
  const scripts = files.filter(({ id, path }) => path.endsWith('.sc') && id !== 'inventory');
  return (
    <Section title="What comes out">
      <p role="status">{inWords(task)}</p>
      {scripts.length > 0 && (
        <ol className="grid gap-1.5 text-mid">
          {scripts.slice(0, shown).map(({ id, path, purpose }) => (
            <li key={id} className="grid grid-cols-1">
              <code>{path}</code>
              <span className="text-small text-muted">{purpose}</span>
            </li>
          ))}
          {scripts.length > shown && (
            <li className="text-muted">and {scripts.length - shown} more, all of them in Review</li>
          )}
        </ol>
      )}
      <ChangedConfiguration plan={plan} />
    </Section>
  );
}

/** "2 wrapper keys and 5 keys of 3 nodes are rotated, with a pause for a backup. ..." */
function inWords({ wrappers, keys, pause, deletions }: Rotate): string {
  if (wrappers.length + keys.length + deletions.length === 0) return 'Nothing yet: no key is chosen.';
  const rotated = [
    ...(wrappers.length > 0 ? [counted(wrappers.length, 'wrapper key')] : []),
    ...(keys.length > 0
      ? [`${counted(keys.length, 'key')} of ${counted(new Set(keys.map(({ node }) => node)).size, 'node')}`]
      : []),
  ];
  const count = wrappers.length + keys.length;
  const sentences = [
    ...(rotated.length > 0 ? [`${rotated.join(' and ')} ${count === 1 ? 'is' : 'are'} replaced.`] : []),
    ...(keys.length > 0
      ? [
          pause
            ? 'For each node: announce the new keys, back up its database, remove the old ones.'
            : 'For each node one file, without a pause for a backup.',
        ]
      : []),
    ...(deletions.length > 0
      ? [`${counted(deletions.length, 'retired key')} ${deletions.length === 1 ? 'is' : 'are'} deleted for good.`]
      : []),
  ];
  return sentences.join(' ');
}
