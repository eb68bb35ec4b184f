import type { ClipboardEvent } from 'react';
import { editWrapper } from '../../../core/plan/edit-rotation';
import type { WrapperInUse } from '../../../core/plan/observed';
import type { WrapperRotation } from '../../../core/plan/task';
import { Choice } from '../../../ui/choice';
import { TextInput } from '../../../ui/text-input';
import { counted } from '../../counted';
import { FindingsAt, PlanField } from '../../plan-field';
import { Shortened } from '../../shortened';
import { useEdit } from '../../use-plan';
import { kindWords } from '../../words';
import { Label, selectClass } from './new-key';
import type { WrapperLine } from './wrapper-lines';

/** A node, the wrapper key its keys are under today, and the one that comes after. */
export function WrapperItem(props: {
  line: WrapperLine;
  onChoose: (chosen: boolean) => void;
  onPaste: (event: ClipboardEvent) => void;
}) {
  const { line, onChoose, onPaste } = props;
  const { node, inUse, chosen } = line;
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 text-mid">
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={chosen !== undefined} onChange={({ target }) => onChoose(target.checked)} />
          <span className="sr-only">Wrapper key of </span>
          <span className="font-mono">{node.name}</span>
          <span className="text-small text-muted">{kindWords[node.kind]}</span>
        </label>
        {inUse.map(({ id, keys }) => (
          <span key={id} className="flex min-w-0 items-center gap-1 text-small text-muted">
            <Shortened text={id} what={`wrapper key of ${node.name}`} /> of {counted(keys, 'key')}
          </span>
        ))}
      </div>
      {chosen !== undefined && (
        <div className="ml-[0.45rem] border-l border-line pb-1 pl-4">
          <NewWrapper place={chosen.place} rotation={chosen.rotation} inUse={inUse} onPaste={onPaste} />
        </div>
      )}
    </div>
  );
}

const makers = [
  { value: 'generated', label: 'Made by the node in the KMS' },
  { value: 'given', label: 'A KMS key that exists' },
] as const;

export function NewWrapper(props: {
  place: number;
  rotation: WrapperRotation;
  inUse: readonly WrapperInUse[];
  onPaste?: (event: ClipboardEvent) => void;
}) {
  const { place, rotation, inUse, onPaste } = props;
  const { node, from, to } = rotation;
  const edit = useEdit();
  const path = `task.wrappers.${place}`;
  const change = (answer: string, next: (before: WrapperRotation) => WrapperRotation) =>
    edit((plan) => editWrapper(plan, place, next), `${path}.${answer}`);
  const isKnown = inUse.some(({ id }) => id === from);

  return (
    <div className="@container grid gap-2" data-path={path}>
      <div className="grid items-start gap-2 @md:grid-cols-2">
        {(inUse.length !== 1 || !isKnown) && (
          <PlanField
            path={`${path}.from`}
            className="@md:col-span-2"
            label={<Label whose={node}>Old wrapper key</Label>}
          >
            {(wiring) =>
              inUse.length > 1 && isKnown ? (
                <Choice
                  {...wiring}
                  className={selectClass}
                  options={inUse.map(({ id, keys }) => ({ value: id, label: `${id} (${keys} keys)` }))}
                  value={from}
                  onChoose={(id) => change('from', (before) => ({ ...before, from: id }))}
                />
              ) : (
                <TextInput
                  mono
                  {...wiring}
                  value={from}
                  onChange={({ target }) => change('from', (before) => ({ ...before, from: target.value }))}
                />
              )
            }
          </PlanField>
        )}
        <PlanField path={`${path}.to`} label={<Label whose={node}>New wrapper key</Label>}>
          {(wiring) => (
            <Choice
              {...wiring}
              className={selectClass}
              options={makers}
              value={to.type}
              onChoose={(type) =>
                change('to', (before) => ({ ...before, to: type === 'given' ? { type, id: '' } : { type } }))
              }
            />
          )}
        </PlanField>
        {to.type === 'given' && (
          <PlanField path={`${path}.to.id`} label={<Label whose={node}>KMS key id</Label>}>
            {(wiring) => (
              <TextInput
                mono
                {...wiring}
                value={to.id}
                onPaste={onPaste}
                onChange={({ target }) =>
                  change('to.id', (before) => ({ ...before, to: { type: 'given', id: target.value } }))
                }
              />
            )}
          </PlanField>
        )}
      </div>
      <FindingsAt paths={[path, `${path}.node`, ...(inUse.length === 1 && isKnown ? [`${path}.from`] : [])]} errors />
    </div>
  );
}
