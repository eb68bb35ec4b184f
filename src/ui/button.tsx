import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** `primary` once on a screen; `plain` for the rest; `quiet` inside a row of text or icons. */
export type ButtonLook = 'primary' | 'plain' | 'quiet';

const looks = {
  primary: 'border-accent bg-accent font-semibold text-on-accent hover:brightness-110',
  plain: 'border-line bg-surface hover:border-edge',
  quiet: 'border-transparent bg-transparent text-muted hover:bg-sunken hover:text-ink',
} as const satisfies Record<ButtonLook, string>;

/** The looks of a button, for a link that should look like one. */
export function buttonClass(look: ButtonLook = 'plain'): string {
  return classNames(
    'inline-flex min-h-9 items-center justify-center gap-2 rounded-card border px-3 py-1.5 whitespace-nowrap no-underline',
    'disabled:cursor-not-allowed disabled:opacity-55 pointer-coarse:min-h-11',
    looks[look],
  );
}

/** A native button that never submits a form by accident. */
export function Button({
  look,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type={type} className={classNames(buttonClass(look), className)} {...rest} />;
}
