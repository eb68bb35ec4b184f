import { Fragment } from 'react';
import { type KeyNeed, keyNeedWords } from '../../../core/canton/key-specs';
import { kmsSupportSource } from '../../../core/canton/schemes';
import { type Placed, someNames } from '../../scope';
import { usePlan } from '../../use-plan';
import { type NeedGroup, needGroups } from './needs';

/** What each key must be when it is made in the KMS: once for all nodes whose keys must be alike. */
export function KeyNeeds({ nodes }: { nodes: readonly Placed[] }) {
  const plan = usePlan();
  const groups = needGroups(plan, nodes);
  const [first] = groups;
  if (first === undefined) return null;
  const source = kmsSupportSource(first.type, plan.release);
  return (
    <div className="grid gap-2 text-small">
      {groups.map((group) => (
        <NeedTable key={group.names[0]} group={group} named={groups.length > 1} />
      ))}
      <p className="text-muted">
        By the default schemes of the nodes. A key of another kind is taken as well, as long as its node allows the kind
        and the KMS has it; any other is refused when the script registers it.{' '}
        <a href={source.url} target="_blank" rel="noreferrer">
          {source.label}
        </a>
      </p>
    </div>
  );
}

function NeedTable({ group, named }: { group: NeedGroup; named: boolean }) {
  const { type, signing, encryption, decrypts, names } = group;
  const words = keyNeedWords[type];
  return (
    <table className="w-full [&_td]:py-1 [&_td]:pr-2 [&_th]:py-1 [&_th]:pr-2">
      <caption className="pb-0.5 text-left font-semibold">Make the keys as{named && ` (${someNames(names)})`}</caption>
      <thead>
        <tr className="text-left text-muted">
          <th scope="col" className="w-[38%] font-normal">
            Key
          </th>
          <th scope="col" className="font-normal">
            {words.spec}
          </th>
          <th scope="col" className="font-normal">
            {words.use}
          </th>
        </tr>
      </thead>
      <tbody>
        <NeedRow label="namespace, sequencer authentication, protocol signing" need={signing} />
        {decrypts && <NeedRow label="encryption, of participants" need={encryption} />}
      </tbody>
    </table>
  );
}

function NeedRow({ label, need }: { label: string; need: KeyNeed | undefined }) {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="text-left font-normal">
        {label}
      </th>
      {need === undefined ? (
        <td colSpan={2}>the KMS has no key of the kind that Mode names as default</td>
      ) : (
        <>
          <td className="font-mono text-code">{breakable(need.spec)}</td>
          <td className="font-mono text-code">{breakable(need.use)}</td>
        </>
      )}
    </tr>
  );
}

/** The clouds' words are long and have no blanks: they may break behind an underscore. */
function breakable(word: string) {
  return word.split(/(?<=_)/).map((part, at) => (
    <Fragment key={part}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
