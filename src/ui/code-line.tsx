import { type KeyboardEvent, memo, type ReactNode } from 'react';
import { classNames } from './class-names';

export type CodeToken = { readonly kind: string; readonly text: string };
export type CodeLine = readonly CodeToken[];

type Props = {
  index: number;
  line: CodeLine;
  wrap: boolean;
  marked: boolean;
  offer: string | undefined;
  tabStop: boolean;
  onChoose: (index: number) => void;
  onCurrent: (index: number) => void;
  explanation: ReactNode;
};

/** One numbered line of a file; drawn again only when it looks different. */
export const Line = memo(function Line(props: Props) {
  const { index, line, wrap, marked, offer, tabStop, onChoose, onCurrent, explanation } = props;
  const choosable = offer !== undefined;
  const number =
    'w-12 shrink-0 border-r border-line pr-3 text-right text-code-comment select-none before:content-[attr(data-number)]';
  return (
    <li>
      <div
        data-line={index}
        data-choosable={choosable || undefined}
        className={classNames(
          'flex pr-3.5',
          marked ? 'bg-mark' : choosable && 'hover:bg-sunken',
          choosable && 'cursor-pointer',
        )}
      >
        {choosable ? (
          <button
            type="button"
            data-number={index + 1}
            aria-label={`Line ${index + 1}: ${offer}`}
            tabIndex={tabStop ? 0 : -1}
            className={number}
            onClick={() => onChoose(index)}
            onFocus={() => onCurrent(index)}
            onKeyDown={move}
          />
        ) : (
          <span data-number={index + 1} aria-hidden="true" className={number} />
        )}
        <code
          className={classNames(
            'pl-2.5 text-[1em]',
            wrap ? 'min-w-0 break-words whitespace-pre-wrap' : 'whitespace-pre',
          )}
        >
          <Tokens line={line} />
        </code>
      </div>
      {explanation !== undefined && (
        <div className="sticky left-0 max-w-[100cqw] border-y border-line bg-surface py-1.5 pr-3.5 pl-12 font-sans text-mid">
          {explanation}
        </div>
      )}
    </li>
  );
}, sameLine);

function Tokens({ line }: { line: CodeLine }) {
  const spans: ReactNode[] = [];
  for (const token of line) {
    // A token is what stands at its place; it has no other identity.
    spans.push(
      <span key={spans.length} className={`code-${token.kind}`}>
        {token.text}
      </span>,
    );
  }
  return spans;
}

function sameLine(a: Props, b: Props): boolean {
  const { line: lineA, ...restA } = a;
  const { line: lineB, ...restB } = b;
  if (lineA !== lineB && !sameTokens(lineA, lineB)) return false;
  return (
    restA.index === restB.index &&
    restA.wrap === restB.wrap &&
    restA.marked === restB.marked &&
    restA.offer === restB.offer &&
    restA.tabStop === restB.tabStop &&
    restA.onChoose === restB.onChoose &&
    restA.explanation === restB.explanation
  );
}

/** Whether two lines look the same. */
function sameTokens(a: CodeLine, b: CodeLine): boolean {
  return a.length === b.length && a.every((token, at) => token.text === b[at]?.text && token.kind === b[at].kind);
}

/** The arrow keys move between the lines that can be chosen. */
function move(event: KeyboardEvent<HTMLButtonElement>): void {
  const buttons = [...(event.currentTarget.closest('ol')?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(event.currentTarget);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}
