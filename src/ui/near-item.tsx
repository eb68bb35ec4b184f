import { type ReactNode, useRef, useState } from 'react';
import { useNear } from './chunk';

/**
 * An entry of a long list whose entries are large: built only while it is near the visible part, holds the focus, or is
 * `pinned`; else its place is kept empty.
 * @param estimate its height in pixels before it was ever seen
 */
export function NearItem(props: {
  estimate: number;
  first: boolean;
  pinned: boolean;
  className?: string;
  children: () => ReactNode;
}) {
  const { estimate, first, pinned, className, children } = props;
  const ref = useRef<HTMLLIElement>(null);
  const [focused, setFocused] = useState(false);
  const near = useNear(ref, first);
  const isBuilt = near.yes || focused || pinned;
  return (
    <li
      ref={ref}
      className={className}
      {...(!isBuilt && { style: { height: near.height ?? estimate } })}
      onFocus={() => setFocused(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      }}
    >
      {isBuilt && children()}
    </li>
  );
}
