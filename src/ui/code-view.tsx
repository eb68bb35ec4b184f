import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type CodeLine, Line } from './code-line';

/** Lines are drawn in pieces of this many, and only the pieces near the view: a file may have 30,000 of them. */
const piece = 120;

/** Height of a line in pixels, 1.5rem at the browser's own font size; only pieces out of sight rely on it. */
const lineHeight = 24;

/**
 * A file: numbered lines of coloured tokens. Lines that offer something can be chosen: by a click anywhere on them, or
 * from the keyboard, where the list is one tab stop and the arrow keys move inside.
 */
export function CodeView(props: {
  label: string;
  lines: readonly CodeLine[];
  isMarked: (index: number) => boolean;
  /** What choosing a line does, as its button says it; `undefined` for a line that can't be chosen. */
  offer: (index: number) => string | undefined;
  onChoose: (index: number) => void;
  /** The line that is explained, and the explanation, shown under it. */
  explained?: number | undefined;
  explanation?: ReactNode;
  /** For prose: long lines wrap. */
  wrap?: boolean;
}) {
  const { label, lines, isMarked, offer, onChoose, explained, explanation, wrap = false } = props;
  const scroller = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState(0);
  const offers = (index: number) => offer(index) !== undefined;
  const tabStop = offers(current) ? current : (explained ?? lines.findIndex((_, index) => offers(index)));
  const pieces = Array.from({ length: Math.ceil(lines.length / piece) }, (_, index) => index * piece);

  // A click anywhere on a line counts, unless it ends a selection; the button at its number is for everybody else.
  useEffect(() => {
    const element = scroller.current;
    const choose = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest('button, a') !== null) return;
      const index = Number(event.target.closest('[data-choosable]')?.getAttribute('data-line') ?? Number.NaN);
      if (!Number.isNaN(index) && getSelection()?.isCollapsed !== false) onChoose(index);
    };
    element?.addEventListener('click', choose);
    return () => element?.removeEventListener('click', choose);
  }, [onChoose]);

  useEffect(() => {
    if (explained !== undefined && scroller.current !== null) bringIntoView(scroller.current, explained);
  }, [explained]);

  return (
    <section
      ref={scroller}
      aria-label={label}
      // A region that scrolls must be reachable without a pointer.
      tabIndex={tabStop === -1 ? 0 : undefined}
      className="@container min-h-0 grow overflow-auto bg-surface py-2.5 font-mono text-code leading-6"
    >
      <ol className={wrap ? undefined : 'w-max min-w-full'}>
        {pieces.map((start) => (
          <Piece key={start} lines={Math.min(piece, lines.length - start)} first={start === 0}>
            {() =>
              lines.slice(start, start + piece).map((line, offset) => {
                const index = start + offset;
                return (
                  <Line
                    // A line is what stands at its number; it has no other identity.
                    key={`line ${index}`}
                    index={index}
                    line={line}
                    wrap={wrap}
                    marked={isMarked(index)}
                    offer={offer(index)}
                    tabStop={index === tabStop}
                    onChoose={onChoose}
                    onCurrent={setCurrent}
                    explanation={index === explained ? explanation : undefined}
                  />
                );
              })
            }
          </Piece>
        ))}
      </ol>
    </section>
  );
}

/** A run of lines, drawn once it comes near the view. */
function Piece({ lines, first, children }: { lines: number; first: boolean; children: () => ReactNode }) {
  const place = useRef<HTMLLIElement>(null);
  const [near, setNear] = useState(first);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setNear(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  if (near) return children();
  return <li ref={place} style={{ height: lines * lineHeight }} />;
}

function bringIntoView(scroller: HTMLElement, index: number): void {
  const line = scroller.querySelector(`[data-line="${index}"]`);
  if (line === null) scroller.scrollTop = index * lineHeight - scroller.clientHeight / 3;
  else line.scrollIntoView({ block: 'nearest' });
}
