import type { ComponentProps } from 'react';

export type Option<T extends string> = { readonly value: T; readonly label: string };

/** The entries of a table of words as options, in its order. */
export function optionsOf<T extends string>(words: Readonly<Record<T, string>>, order: readonly T[]): Option<T>[] {
  return order.map((value) => ({ value, label: words[value] }));
}

/**
 * A native select over known values. `prompt` stands first and chooses nothing; without a value it is what shows, as in
 * a bar that gives many nodes one answer.
 */
export function Choice<T extends string>(
  props: {
    options: readonly Option<T>[];
    value: T | undefined;
    onChoose: (value: T) => void;
    prompt?: string;
  } & Omit<ComponentProps<'select'>, 'value' | 'onChange'>,
) {
  const { options, value, onChoose, prompt, ...rest } = props;
  return (
    <select
      {...rest}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen !== undefined) onChoose(chosen.value);
      }}
    >
      {prompt !== undefined && <option value="">{prompt}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
