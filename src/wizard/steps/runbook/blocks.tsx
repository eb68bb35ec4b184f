import type { Block, Inline, Text } from '../../../core/emit/markdown/printer';

/** What a runbook says, as the page shows it: the same blocks that RUNBOOK.md is printed from. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return keyed(blocks).map(([key, block]) => <OneBlock key={key} block={block} />);
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <p className="font-semibold">
          <Words text={block.text} />
        </p>
      );
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={`grid gap-1 pl-5 ${block.ordered ? 'list-decimal' : 'list-disc'}`}>
          {keyed(block.items).map(([key, item]) => (
            <li key={key}>
              <Words text={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'code':
      return (
        <pre className="rounded-control border border-line bg-sunken px-3 py-2 font-mono text-code whitespace-pre-wrap wrap-anywhere">
          {block.lines.map((line) => (typeof line === 'string' ? line : line.said)).join('\n')}
        </pre>
      );
    case 'table':
      return (
        <div className="overflow-x-auto">
          <table className="w-full text-left text-mid">
            <thead>
              <tr>
                {keyed(block.head).map(([key, cell]) => (
                  <th key={key} className="border-b border-line py-1 pr-3 font-semibold">
                    <Words text={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {keyed(block.rows).map(([rowKey, row]) => (
                <tr key={rowKey}>
                  {keyed(row).map(([key, cell]) => (
                    <td key={key} className="border-b border-line py-1 pr-3 align-top">
                      <Words text={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

/** A text with its code and links; what it rests on opens beside it. */
export function Words({ text }: { text: Text }) {
  if (typeof text === 'string') return text;
  return keyed(text).map(([key, inline]) => <Word key={key} inline={inline} />);
}

function Word({ inline }: { inline: Inline }) {
  if (typeof inline === 'string') return inline;
  if ('said' in inline) {
    const { source } = inline.reason;
    return (
      <>
        {inline.said.trimEnd()}
        <a
          href={source.url}
          target="_blank"
          rel="noreferrer"
          title={`Rests on ${source.label}`}
          aria-label={`Rests on ${source.label}`}
          className="mx-0.5 align-super text-small no-underline print:hidden"
        >
          §
        </a>
        {inline.said.endsWith(' ') && ' '}
      </>
    );
  }
  if ('code' in inline) return <code className="font-mono text-code wrap-anywhere">{inline.code}</code>;
  return (
    <a href={inline.link} target="_blank" rel="noreferrer">
      {inline.label}
    </a>
  );
}

/** The items, each with a key that says what it is; the same one again has its number behind. */
function keyed<T>(items: readonly T[]): readonly (readonly [key: string, item: T])[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const text = JSON.stringify(item);
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return [`${text} ${before}`, item];
  });
}
