import type { Line, Token } from '../artefact';
import { token } from '../token';
import { quoted, visible } from '../visible';
import type { Member, Step, Value } from './tree';

const bareKey = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const bareWord = /^(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:ms|s|m|h|d))$/;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const commentWidth = 100;

/** The members of a file, one line after the other. */
export function printHocon(members: readonly Member[]): readonly Line[] {
  const lines: Line[] = [];
  printMembers(members, '', lines);
  return lines;
}

function printMembers(members: readonly Member[], indent: string, lines: Line[]): void {
  for (const member of members) {
    switch (member.kind) {
      case 'blank':
        lines.push([]);
        break;
      case 'comment':
        for (const text of wrapped(member.text, commentWidth - indent.length)) {
          lines.push([token('plain', indent), token('comment', `# ${text}`, member.from, member.key)]);
        }
        break;
      case 'include':
        lines.push([
          token('word', 'include required'),
          token('punctuation', '('),
          token('text', quoted(member.file)),
          token('punctuation', ')'),
        ]);
        break;
      case 'field': {
        const head: Token[] = indent === '' ? [] : [token('plain', indent)];
        printName(member.name, member.key, head);
        head.push(token('punctuation', opensBlock(member.value) ? ' ' : ' = '));
        printValue(member.value, indent, head, lines);
        break;
      }
    }
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
function printValue(value: Value, indent: string, line: Token[], lines: Line[], end = ''): void {
  switch (value.kind) {
    case 'object':
      printBlock(value.members, indent, line, lines, end);
      return;
    case 'reference':
      line.push(reference(value.path.map(hoconKey).join('.'), value.from));
      if (value.plus.length === 0) break;
      line.push(token('punctuation', ' '));
      printBlock(value.plus, indent, line, lines, end);
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
      lines.push(line);
      value.items.forEach((item, at) => {
        const inner = `${indent}  `;
        // A comma always: two objects side by side without one are read as one.
        printValue(item, inner, [token('plain', inner)], lines, at + 1 < value.items.length ? ',' : '');
      });
      lines.push(closing(']', indent, end));
      return;
    default:
      line.push(scalar(value));
  }
  if (end !== '') line.push(token('punctuation', end));
  lines.push(line);
}

function printBlock(members: readonly Member[], indent: string, line: Token[], lines: Line[], end: string): void {
  if (members.length === 0) {
    line.push(token('punctuation', `{}${end}`));
    lines.push(line);
    return;
  }
  line.push(token('punctuation', '{'));
  lines.push(line);
  printMembers(members, `${indent}  `, lines);
  lines.push(closing('}', indent, end));
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
  const lines: string[] = [];
  let line = '';
  for (const part of visible(text).split(' ')) {
    if (line !== '' && line.length + 1 + part.length > width) {
      lines.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  }
  return [...lines, line];
}
