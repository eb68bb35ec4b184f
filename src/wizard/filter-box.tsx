import type { ReactNode } from 'react';
import { TextInput } from '../ui/text-input';

/** Shows some of a long list: a field to search in, other ways to narrow it, and how many are left. */
export function FilterBox(props: {
  /** Name of the whole, for those who don't see it. */
  title: string;
  /** Name of the field. */
  label: string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  children?: ReactNode;
  /** How many are shown. */
  said: string;
}) {
  const { title, label, placeholder, text, onText, children, said } = props;
  return (
    <search aria-label={title} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <TextInput
        type="search"
        className="w-auto! grow basis-48"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
      {children}
      <span role="status" className="text-small text-muted">
        {said}
      </span>
    </search>
  );
}
