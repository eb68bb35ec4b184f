import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';

/** How far beyond the visible part rows are kept ready, so that scrolling and the Tab key find them. */
const margin = '1000px 0px';

/** The rows of a long table cut into chunks of a size, the last one shorter; `from` is the place of a chunk's first. */
export function inChunks<Row>(rows: readonly Row[], size: number): { from: number; rows: readonly Row[] }[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => ({
    from: at * size,
    rows: rows.slice(at * size, (at + 1) * size),
  }));
}

/**
 * A part of a long table that is built only while it is near the visible part, holds the focus, or is `pinned`; else one
 * empty row keeps its place. With a thousand nodes the page holds a hundred rows.
 */
export function Chunk(props: { rows: number; estimate: number; first: boolean; pinned: boolean; children: ReactNode }) {
  const { rows, estimate, first, pinned, children } = props;
  const ref = useRef<HTMLTableSectionElement>(null);
  const [focused, setFocused] = useState(false);
  const near = useNear(ref, first);
  return (
    <tbody
      ref={ref}
      onFocus={() => setFocused(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      }}
    >
      {near.yes || focused || pinned ? (
        children
      ) : (
        <tr>
          <td style={{ height: near.height ?? rows * estimate }} />
        </tr>
      )}
    </tbody>
  );
}

/** Whether an element is near the visible part of what scrolls it, and how high it was when it left. */
export function useNear(ref: RefObject<HTMLElement | null>, initially: boolean): { yes: boolean; height?: number } {
  const [near, setNear] = useState<{ yes: boolean; height?: number }>({ yes: initially });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (entry === undefined) return;
        setNear(entry.isIntersecting ? { yes: true } : { yes: false, height: entry.boundingClientRect.height });
      },
      { root: scrollerOf(element), rootMargin: margin },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return near;
}

/** The element that scrolls this one, or nothing when the whole page does. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return null;
}
