import { type DriverValue, driverConfigDepth } from '../../../core/plan/kms';
import { Select, TextInput } from '../../../ui/text-input';
import { PlanField } from '../../plan-field';
import { Entries, Items, type Place, type Put } from './driver-entries';
import { emptyValue, valueTypes, valueWords, variableFor } from './driver-tree';

/** What a value takes, by its type. A single value stands in the row of its setting, a list or group in a row below. */
export function Value(props: Place & { name: string; value: DriverValue; onChange: Put<DriverValue> }) {
  const { name, value, onChange, path, driver, depth } = props;
  switch (value.type) {
    case 'list':
      return (
        <div className={nested}>
          <Items
            {...{ driver, depth: depth + 1, path: `${path}.items`, items: value.items }}
            onChange={(items, answer) => onChange({ type: 'list', items }, answer)}
          />
        </div>
      );
    case 'group':
      return (
        <div className={nested}>
          <Entries
            {...{ driver, depth: depth + 1, path: `${path}.entries`, entries: value.entries }}
            onChange={(entries, answer) => onChange({ type: 'group', entries }, answer)}
          />
        </div>
      );
    case 'flag':
      return (
        <label data-path={`${path}.value`} className={`flex min-h-9 items-center gap-2 ${single}`}>
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
        <PlanField
          path={`${path}.variable`}
          label={`Environment variable for ${name}`}
          quiet
          hint="A variable's name, never the secret."
          className={single}
        >
          {(wiring) => (
            <TextInput
              mono
              placeholder={variableFor(driver, name) || 'NAME_OF_A_VARIABLE'}
              {...wiring}
              value={value.variable}
              onChange={({ target }) => onChange({ type: 'secret', variable: target.value }, `${path}.variable`)}
            />
          )}
        </PlanField>
      );
    case 'text':
    case 'number':
      return (
        <PlanField path={`${path}.value`} label={`Value of ${name}`} quiet className={single}>
          {(wiring) => (
            <TextInput
              mono
              placeholder="value"
              {...wiring}
              value={value.value}
              onChange={({ target }) => onChange({ type: value.type, value: target.value }, `${path}.value`)}
            />
          )}
        </PlanField>
      );
  }
}

const single = 'min-w-32 grow-2 basis-0';
const nested = 'order-last w-full border-l-2 border-line pl-3';

export function TypeSelect(props: { value: DriverValue; depth: number; onChange: (value: DriverValue) => void }) {
  const { value, depth, onChange } = props;
  const types = valueTypes.filter((type) => depth < driverConfigDepth || (type !== 'group' && type !== 'list'));
  return (
    <Select
      className="w-28! shrink-0"
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
