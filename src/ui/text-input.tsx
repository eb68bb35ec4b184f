import type { ComponentProps } from 'react';
import { classNames } from './class-names';

/** How a control looks that is written into; for native elements that are no component here. */
export const controlLook =
  'block w-full min-w-0 rounded-control border border-edge bg-surface px-2.5 py-1.5 min-h-9 pointer-coarse:min-h-11 aria-invalid:border-error aria-invalid:ring-1 aria-invalid:ring-error';

type Look = { mono?: boolean };

/** One line of text. Nothing corrects or completes what is typed: identifiers are no prose. */
export function TextInput({ mono = false, className, ...rest }: ComponentProps<'input'> & Look) {
  return (
    <input
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      className={classNames(controlLook, mono && 'font-mono text-code', className)}
      {...rest}
    />
  );
}

export function TextArea({ mono = false, className, ...rest }: ComponentProps<'textarea'> & Look) {
  return (
    <textarea
      spellCheck={false}
      className={classNames(controlLook, mono && 'font-mono text-code', className)}
      {...rest}
    />
  );
}

export function Select({ mono = false, className, ...rest }: ComponentProps<'select'> & Look) {
  return <select className={classNames(controlLook, mono && 'font-mono text-code', className)} {...rest} />;
}
