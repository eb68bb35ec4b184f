import type { ReactNode } from 'react';
import type { DriverEntry, DriverValue } from '../../../core/plan/kms';
import type { Path } from '../../../core/plan/plan';
import { Button } from '../../../ui/button';
import { TextInput } from '../../../ui/text-input';
import { FindingsAt, PlanField } from '../../plan-field';
import { emptyValue, shapedByName } from './driver-tree';
import { TypeSelect, Value } from './driver-value';

/** Where a part of the tree stands, and what its values need to know. */
export type Place = {
  readonly path: Path;
  /** Name of the driver, from which names of variables are made. */
  readonly driver: string;
  readonly depth: number;
};

/** Puts a changed part back; `answer` groups keystrokes in one field into one step of undo. */
export type Put<T> = (next: T, answer?: Path) => void;

/** Named settings, each with a typed value; groups and lists hold more of them. */
export function Entries({
  entries,
  onChange,
  ...at
}: Place & { entries: readonly DriverEntry[]; onChange: Put<DriverEntry[]> }) {
  return (
    <div className="grid gap-2">
      {entries.map((entry, place) => {
        // A setting is what stands at its place; it has no other identity.
        const path = `${at.path}.${place}`;
        const put: Put<DriverEntry> = (next, answer) => onChange(entries.with(place, next), answer);
        return (
          <Row
            key={path}
            {...{ ...at, path: `${path}.value` }}
            name={entry.key === '' ? `setting ${place + 1}` : entry.key}
            value={entry.value}
            onValue={(value, answer) => put({ ...entry, value }, answer)}
            order={<Order what={entry.key} list={entries} place={place} onChange={onChange} />}
          >
            <PlanField path={`${path}.key`} label="Name of the setting" quiet>
              {(wiring) => (
                <TextInput
                  mono
                  placeholder="name"
                  {...wiring}
                  value={entry.key}
                  onChange={({ target }) => put({ ...entry, key: target.value }, `${path}.key`)}
                  onBlur={() => {
                    const value = shapedByName(entry, at.driver);
                    if (value !== entry.value) put({ ...entry, value });
                  }}
                />
              )}
            </PlanField>
          </Row>
        );
      })}
      <div>
        <Button onClick={() => onChange([...entries, { key: '', value: emptyValue('text') }])}>Add a setting</Button>
      </div>
    </div>
  );
}

/** The values of a list; they have places and no names. */
export function Items({
  items,
  onChange,
  ...at
}: Place & { items: readonly DriverValue[]; onChange: Put<DriverValue[]> }) {
  return (
    <div className="grid gap-2">
      {items.map((item, place) => {
        const path = `${at.path}.${place}`;
        const name = `entry ${place + 1}`;
        return (
          <Row
            key={path}
            {...{ ...at, path, name }}
            value={item}
            onValue={(value, answer) => onChange(items.with(place, value), answer)}
            order={<Order what={name} list={items} place={place} onChange={onChange} />}
          />
        );
      })}
      <div>
        <Button onClick={() => onChange([...items, emptyValue(items.at(-1)?.type ?? 'text')])}>Add an entry</Button>
      </div>
    </div>
  );
}

/** One line of the tree: the name where there is one, the type, the value, its order. What nests stands below it. */
function Row(
  props: Place & {
    name: string;
    value: DriverValue;
    onValue: Put<DriverValue>;
    order: ReactNode;
    children?: ReactNode;
  },
) {
  const { order, children, value, onValue, ...at } = props;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start gap-2">
        {children !== undefined && <div className="min-w-28 grow basis-0">{children}</div>}
        <TypeSelect value={value} depth={at.depth} onChange={onValue} />
        <Value {...at} value={value} onChange={onValue} />
        {order}
      </div>
      <FindingsAt paths={[at.path]} errors />
    </div>
  );
}

function Order<T>(props: { what: string; list: readonly T[]; place: number; onChange: (list: T[]) => void }) {
  const { what, list, place, onChange } = props;
  const moveTo = (to: number) => {
    const item = list[place];
    if (item !== undefined) onChange(list.toSpliced(place, 1).toSpliced(to, 0, item));
  };
  const look = { look: 'quiet', className: 'px-1.5' } as const;
  return (
    <span className="flex">
      <Button {...look} aria-label={`Move ${what} up`} disabled={place === 0} onClick={() => moveTo(place - 1)}>
        ↑
      </Button>
      <Button
        {...look}
        aria-label={`Move ${what} down`}
        disabled={place === list.length - 1}
        onClick={() => moveTo(place + 1)}
      >
        ↓
      </Button>
      <Button {...look} aria-label={`Remove ${what}`} onClick={() => onChange(list.toSpliced(place, 1))}>
        ✕
      </Button>
    </span>
  );
}
