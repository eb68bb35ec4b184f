import { type DriverEntry, type DriverValue, driverConfigDepth } from '../../../core/plan/kms';
import { Button } from '../../../ui/button';
import { Select, TextInput } from '../../../ui/text-input';
import { FindingsAt } from '../../plan-field';
import { emptyValue, soundsSecret, type ValueType, valueWords, variableFor } from './driver-tree';

type Common = { path: string; driver: string; depth: number };

/** Named settings, each with a typed value; groups and lists hold more of them. */
export function Entries(
  props: Common & { entries: readonly DriverEntry[]; onChange: (entries: DriverEntry[], answer?: string) => void },
) {
  const { entries, onChange, path, driver, depth } = props;
  return (
    <div className="grid gap-2">
      {entries.map((entry, place) => {
        const at = `${path}.${place}`;
        const put = (next: DriverEntry, answer?: string) => onChange(entries.with(place, next), answer);
        const shape = (key: string): DriverValue =>
          entry.key === '' || !soundsSecret(entry.key)
            ? soundsSecret(key) && entry.value.type === 'text' && entry.value.value === ''
              ? { type: 'secret', variable: variableFor(driver, key) }
              : entry.value
            : entry.value;
        return (
          // A setting is what stands at its place; it has no other identity.
          <div key={at} className="grid gap-2 rounded-card border border-line p-2.5">
            <div className="flex flex-wrap items-center gap-2">
              <span data-path={`${at}.key`} className="min-w-32 grow basis-0">
                <TextInput
                  mono
                  aria-label="Name of the setting"
                  placeholder="name"
                  value={entry.key}
                  onChange={({ target }) => put({ key: target.value, value: entry.value }, `${place}.key`)}
                  onBlur={({ target }) => {
                    const value = shape(target.value);
                    if (value !== entry.value) put({ key: target.value, value });
                  }}
                />
              </span>
              <TypeSelect value={entry.value} depth={depth} onChange={(value) => put({ ...entry, value })} />
              <Order
                what={entry.key}
                place={place}
                count={entries.length}
                onMove={(to) => onChange(entries.toSpliced(place, 1).toSpliced(to, 0, entry))}
                onRemove={() => onChange(entries.toSpliced(place, 1))}
              />
            </div>
            <Value
              {...{ driver, depth }}
              name={entry.key}
              path={`${at}.value`}
              value={entry.value}
              onChange={(value, answer) => put({ ...entry, value }, answer && `${place}.value.${answer}`)}
            />
            <FindingsAt paths={[at, `${at}.key`, `${at}.value`]} errors />
          </div>
        );
      })}
      <div>
        <Button onClick={() => onChange([...entries, { key: '', value: { type: 'text', value: '' } }])}>
          Add a setting
        </Button>
      </div>
    </div>
  );
}

function Items(
  props: Common & { items: readonly DriverValue[]; onChange: (items: DriverValue[], answer?: string) => void },
) {
  const { items, onChange, path, driver, depth } = props;
  return (
    <div className="grid gap-2">
      {items.map((item, place) => {
        const at = `${path}.${place}`;
        const put = (value: DriverValue, answer?: string) => onChange(items.with(place, value), answer);
        return (
          <div key={at} className="grid gap-2 border-l-2 border-line pl-2.5">
            <div className="flex flex-wrap items-center gap-2">
              <span className="grow text-small text-muted">Entry {place + 1}</span>
              <TypeSelect value={item} depth={depth} onChange={put} />
              <Order
                what={`entry ${place + 1}`}
                place={place}
                count={items.length}
                onMove={(to) => onChange(items.toSpliced(place, 1).toSpliced(to, 0, item))}
                onRemove={() => onChange(items.toSpliced(place, 1))}
              />
            </div>
            <Value
              {...{ driver, depth }}
              name={`entry ${place + 1}`}
              path={at}
              value={item}
              onChange={(value, answer) => put(value, answer && `${place}.${answer}`)}
            />
            <FindingsAt paths={[at]} errors />
          </div>
        );
      })}
      <div>
        <Button onClick={() => onChange([...items, { type: 'text', value: '' }])}>Add an entry</Button>
      </div>
    </div>
  );
}

function Value(
  props: Common & { name: string; value: DriverValue; onChange: (value: DriverValue, answer?: string) => void },
) {
  const { name, value, onChange, path, driver, depth } = props;
  switch (value.type) {
    case 'text':
    case 'number':
      return (
        <span data-path={`${path}.value`}>
          <TextInput
            mono
            aria-label={`Value of ${name}`}
            placeholder="value"
            value={value.value}
            onChange={({ target }) => onChange({ type: value.type, value: target.value }, 'value')}
          />
          <FindingsAt paths={[`${path}.value`]} errors />
        </span>
      );
    case 'flag':
      return (
        <label data-path={`${path}.value`} className="flex items-center gap-2">
          <input
            type="checkbox"
            aria-label={`Value of ${name}`}
            checked={value.value}
            onChange={({ target }) => onChange({ type: 'flag', value: target.checked })}
          />
          {value.value ? 'yes' : 'no'}
        </label>
      );
    case 'secret':
      return (
        <span data-path={`${path}.variable`} className="grid gap-1">
          <TextInput
            mono
            aria-label={`Environment variable for ${name}`}
            placeholder={variableFor(driver, name) || 'NAME_OF_A_VARIABLE'}
            value={value.variable}
            onChange={({ target }) => onChange({ type: 'secret', variable: target.value }, 'variable')}
          />
          <span className="text-small text-muted">
            The name of an environment variable, never the secret: the node reads it at its start.
          </span>
          <FindingsAt paths={[`${path}.variable`]} errors />
        </span>
      );
    case 'list':
      return (
        <Items
          {...{ driver }}
          depth={depth + 1}
          path={`${path}.items`}
          items={value.items}
          onChange={(items, answer) => onChange({ type: 'list', items }, answer && `items.${answer}`)}
        />
      );
    case 'group':
      return (
        <Entries
          {...{ driver }}
          depth={depth + 1}
          path={`${path}.entries`}
          entries={value.entries}
          onChange={(entries, answer) => onChange({ type: 'group', entries }, answer && `entries.${answer}`)}
        />
      );
  }
}

const allTypes = ['text', 'number', 'flag', 'secret', 'group', 'list'] as const satisfies readonly ValueType[];

function TypeSelect(props: { value: DriverValue; depth: number; onChange: (value: DriverValue) => void }) {
  const { value, depth, onChange } = props;
  const types = allTypes.filter((type) => depth < driverConfigDepth || (type !== 'group' && type !== 'list'));
  return (
    <Select
      className="w-auto!"
      aria-label="Type of the value"
      value={value.type}
      onChange={({ target }) => {
        const type = types.find((each) => each === target.value);
        if (type !== undefined && type !== value.type) onChange(emptyValue(type, value));
      }}
    >
      {types.map((type) => (
        <option key={type} value={type}>
          {valueWords[type]}
        </option>
      ))}
    </Select>
  );
}

function Order(props: {
  what: string;
  place: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const { what, place, count, onMove, onRemove } = props;
  return (
    <span className="flex">
      <Button look="quiet" aria-label={`Move ${what} up`} disabled={place === 0} onClick={() => onMove(place - 1)}>
        ↑
      </Button>
      <Button
        look="quiet"
        aria-label={`Move ${what} down`}
        disabled={place === count - 1}
        onClick={() => onMove(place + 1)}
      >
        ↓
      </Button>
      <Button look="quiet" aria-label={`Remove ${what}`} onClick={onRemove}>
        ✕
      </Button>
    </span>
  );
}
