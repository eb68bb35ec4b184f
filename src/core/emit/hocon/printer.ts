import type { Path } from '../../plan/plan';
import type { Line, Token } from '../artefact';
import { token } from '../token';
import { quoted, visible } from '../visible';
import type { Member, Step, Value } from './tree';

const bareKey = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const bareWord = /^(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:ms|s|m|h|d))$/;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const commentWidth = 100;

/** The lines so far, and what is said before a setting. */
type Page = { readonly lines: Line[]; readonly explain: (key: string) => string | undefined };

/**
 * The members of a file, one line after the other.
 * @param explain gives the comment that a setting gets, by its path in Canton's key tree
 */
export function printHocon(members: readonly Member[], explain: Page['explain'] = () => undefined): readonly Line[] {
  const page: Page = { lines: [], explain };
  printMembers(members, '', page);
  return page.lines;
}

function printMembers(members: readonly Member[], indent: string, page: Page): void {
  for (const member of members) {
    switch (member.kind) {
      case 'comment':
        printComment(member.text, indent, page, member.from, member.key);
        break;
      case 'include':
        page.lines.push([
          token('word', 'include required'),
          token('punctuation', '('),
          token('text', quoted(member.file)),
          token('punctuation', ')'),
        ]);
        break;
      case 'field': {
        const why = member.key === undefined ? undefined : page.explain(member.key);
        if (why !== undefined) printComment(why, indent, page, member.name.at(-1)?.from, member.key);
        const head: Token[] = indent === '' ? [] : [token('plain', indent)];
        printName(member.name, member.key, head);
        head.push(token('punctuation', opensBlock(member.value) ? ' ' : ' = '));
        printValue(member.value, indent, head, page);
        break;
      }
    }
  }
}

function printComment(text: string, indent: string, page: Page, from?: Path, key?: string): void {
  for (const part of wrapped(text, commentWidth - indent.length)) {
    page.lines.push([token('plain', indent), token('comment', `# ${part}`, from, key)]);
  }
}

function printName(name: readonly Step[], key: string | undefined, line: Token[]): void {
  name.forEach((step, at) => {
    if (at > 0) line.push(token('punctuation', '.'));
    line.push(token('key', hoconKey(step.text), step.from, key));
  });
}

/** A name bare where HOCON allows it; `include` would be a command, and a dot would open a section. */
export function hoconKey(text: string): string {
  return bareKey.test(text) && text !== 'include' ? text : quoted(text);
}

function opensBlock(value: Value): boolean {
  return value.kind === 'object' && value.members.length > 0;
}

/** Ends the line that was begun, and adds those that follow. */
function printValue(value: Value, indent: string, line: Token[], page: Page, end = ''): void {
  switch (value.kind) {
    case 'object':
      printBlock(value.members, indent, line, page, end);
      return;
    case 'reference':
      line.push(reference(value.path.map(hoconKey).join('.'), value.from));
      if (value.plus.length === 0) break;
      line.push(token('punctuation', ' '));
      printBlock(value.plus, indent, line, page, end);
      return;
    case 'list':
      if (value.items.every(isScalar)) {
        line.push(token('punctuation', '['));
        value.items.forEach((item, at) => {
          if (at > 0) line.push(token('punctuation', ', '));
          line.push(scalar(item));
        });
        line.push(token('punctuation', ']'));
        break;
      }
      line.push(token('punctuation', '['));
      page.lines.push(line);
      value.items.forEach((item, at) => {
        const inner = `${indent}  `;
        // A comma always: two objects side by side without one are read as one.
        printValue(item, inner, [token('plain', inner)], page, at + 1 < value.items.length ? ',' : '');
      });
      page.lines.push(closing(']', indent, end));
      return;
    default:
      line.push(scalar(value));
  }
  if (end !== '') line.push(token('punctuation', end));
  page.lines.push(line);
}

function printBlock(members: readonly Member[], indent: string, line: Token[], page: Page, end: string): void {
  if (members.length === 0) {
    line.push(token('punctuation', `{}${end}`));
    page.lines.push(line);
    return;
  }
  line.push(token('punctuation', '{'));
  page.lines.push(line);
  printMembers(members, `${indent}  `, page);
  page.lines.push(closing('}', indent, end));
}

function closing(bracket: string, indent: string, end: string): Line {
  return [token('punctuation', `${indent}${bracket}${end}`)];
}

type Scalar = Exclude<Value, { kind: 'object' | 'reference' | 'list' }>;

function isScalar(value: Value): value is Scalar {
  return value.kind !== 'object' && value.kind !== 'reference' && value.kind !== 'list';
}

function scalar(value: Scalar): Token {
  switch (value.kind) {
    case 'text':
      return token('text', quoted(value.text), value.from);
    case 'word':
      return bareWord.test(value.text)
        ? token('word', value.text, value.from)
        : token('text', quoted(value.text), value.from);
    case 'number':
      return number.test(value.text)
        ? token('number', value.text, value.from)
        : token('text', quoted(value.text), value.from);
    case 'variable':
      return reference(hoconKey(value.name), value.from);
  }
}

function reference(path: string, from: string | undefined): Token {
  return token('reference', `\${${path}}`, from);
}

/** The text in lines of at most so many characters, broken at spaces; nothing in it can end the comment early. */
function wrapped(text: string, width: number): readonly string[] {
  const shown = visible(text);
  if (shown.length <= width) return [shown];
  const lines: string[] = [];
  let line = '';
  for (const part of shown.split(' ')) {
    if (line !== '' && line.length + 1 + part.length > width) {
      lines.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  }
  return [...lines, line];
}
