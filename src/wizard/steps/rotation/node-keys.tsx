import { chooseKeys, type KeyAt } from '../../../core/plan/edit-rotation';
import { purposeOf } from '../../../core/plan/observed';
import { LockIcon } from '../../../ui/icons';
import { modeOf } from '../../observed-words';
import { FindingsAt } from '../../plan-field';
import { Shortened } from '../../shortened';
import { useEdit } from '../../use-plan';
import { kindWords } from '../../words';
import { AllOf } from './all-of';
import { NewKey } from './new-key';
import { purposeWords } from './purpose-words';
import { type KeyLine, keysIn, type NodeLines } from './rows';

/** A node's keys: those that can be replaced, each with what replaces it, and the root, which never is. */
export function NodeKeys({ entry }: { entry: NodeLines }) {
  const { node, lines, root } = entry;
  const edit = useEdit();
  const keys = keysIn([entry]);
  const choose = (chosen: boolean, which: readonly KeyAt[]) => edit((plan) => chooseKeys(plan, which, chosen));
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0">
          <span className="font-mono text-mid font-semibold">{node.name}</span>{' '}
          <span className="text-small text-muted">
            {kindWords[node.kind]}, {modeOf(node)}
          </span>
        </h3>
        {lines.length > 1 && (
          <AllOf
            className="text-small!"
            label={
              <>
                All {lines.length}
                <span className="sr-only"> keys of {node.name}</span>
              </>
            }
            all={keys.length}
            chosen={keys.filter(({ isChosen }) => isChosen).length}
            onChoose={(chosen) =>
              choose(
                chosen,
                keys.map(({ at }) => at),
              )
            }
          />
        )}
      </div>
      {lines.length === 0 ? (
        <p className="text-small text-muted">It has announced no key that could be replaced.</p>
      ) : (
        <ul aria-label={`Keys of ${node.name}`} className="mt-1 grid gap-1.5">
          {lines.map((line) => (
            <KeyItem
              key={line.key.fingerprint}
              node={node.name}
              line={line}
              onChoose={(chosen) => choose(chosen, [{ node: node.name, fingerprint: line.key.fingerprint }])}
            />
          ))}
        </ul>
      )}
      {root !== undefined && (
        <div className="mt-1.5 text-muted">
          <p className="flex items-center gap-2 text-mid">
            <span className="flex w-4 justify-center">
              <LockIcon />
            </span>
            Root of the namespace: never rotated, it is the node's identity
          </p>
          <p className="ml-6 text-small">
            <Shortened text={root.fingerprint} what={`root key of ${node.name}`} />
          </p>
        </div>
      )}
    </>
  );
}

function KeyItem(props: { node: string; line: KeyLine; onChoose: (chosen: boolean) => void }) {
  const { node, line, onChoose } = props;
  const { key, chosen } = line;
  const purpose = purposeWords[purposeOf(key)];
  const whose = `${purpose} of ${node}`;
  const path = chosen === undefined ? undefined : `task.keys.${chosen.place}`;
  return (
    <li className="grid gap-1.5" data-path={path && `${path}.fingerprint`}>
      <div>
        <label className="flex items-center gap-2 text-mid">
          <input type="checkbox" checked={chosen !== undefined} onChange={({ target }) => onChoose(target.checked)} />
          <span className="min-w-0">
            {purpose}
            <span className="sr-only"> of {node}, </span> <span className="text-small text-muted">{key.name}</span>
          </span>
        </label>
        <p className="ml-6 flex flex-wrap items-center gap-x-2 text-small text-muted">
          <Shortened text={key.fingerprint} what={`fingerprint of ${whose}`} />
          {key.spec}
        </p>
      </div>
      {chosen !== undefined && (
        <div className="ml-[0.45rem] border-l border-line pb-1 pl-4">
          <FindingsAt paths={[`${path}.node`, `${path}.fingerprint`]} errors />
          <NewKey place={chosen.place} rotation={chosen.rotation} old={key} whose={whose} />
        </div>
      )}
    </li>
  );
}
