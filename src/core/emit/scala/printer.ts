import type { Line, Token } from '../artefact';
import { because, token } from '../token';
import { quoted, visible } from '../visible';
import { mayBeOneRow } from './one-row';
import { after, fits, join, lengthOf, type Place, type Rows } from './rows';
import type { Argument, Case, Operator, Statement, Tree } from './tree';
import { closing, identifier, lambdaHead, printPattern, punctuation, separated, spelled } from './words';

const step = '  ';

/** The lines of a script, one statement after the other. */
export function printScala(statements: readonly Statement[]): readonly Line[] {
  return statements.flatMap((statement) => printStatement(statement, ''));
}

function printStatement(statement: Statement, indent: string): Rows {
  const place = { indent, column: indent.length };
  const head: Line = indent === '' ? [] : [token('plain', indent)];
  switch (statement.kind) {
    case 'blank':
      return [[]];
    case 'comment':
      return [[...head, token('comment', `// ${visible(statement.text)}`.trimEnd(), statement.from)]];
    case 'import':
      return [[...head, token('word', 'import '), token('plain', statement.path)]];
    case 'run':
      return join([head], print(statement.value, place));
    case 'val': {
      const rows = define([...head, token('word', 'val '), identifier(statement.name)], statement, indent);
      return statement.note === undefined ? rows : join(rows, [[token('comment', ` // ${visible(statement.note)}`)]]);
    }
    case 'def': {
      const params = statement.params.map(({ name, type }) => [identifier(name), token('plain', `: ${type}`)]);
      const list = params.length === 0 ? [] : [punctuation('('), ...separated(params), punctuation(')')];
      return define([...head, token('word', 'def '), identifier(statement.name), ...list], statement, indent);
    }
  }
}

/** `head: Type = value` */
function define(head: Line, what: { readonly type?: string; readonly value: Tree }, indent: string): Rows {
  const type = what.type === undefined ? [] : [token('plain', `: ${what.type}`)];
  const left = [...head, ...type, punctuation(' = ')];
  return join([left], print(what.value, { indent, column: lengthOf(left) }));
}

function print(tree: Tree, place: Place): Rows {
  switch (tree.kind) {
    case 'name':
      return [[identifier(tree.name, tree.from)]];
    case 'text':
      // A Scala string has the escapes of JSON.
      return [[token('text', quoted(tree.text), tree.from)]];
    case 'word':
      return [[token(/^\d/.test(tree.word) ? 'number' : 'word', tree.word)]];
    case 'select':
      return join(operand(tree.of, tightest, place), [[punctuation('.'), member(tree)]]);
    case 'apply':
      return printCall(tree.of, tree.args, place);
    case 'lambda': {
      const head = [...lambdaHead(tree.params), punctuation(' ')];
      return join([head], inline(tree.body, after([head], place)) ?? braces(tree.body, place.indent));
    }
    case 'cases':
      return printCases([], tree.cases, place);
    case 'match': {
      const of = operand(tree.of, tightest, place);
      return join(of, printCases([token('word', ' match ')], tree.cases, after(of, place)));
    }
    case 'block': {
      const one = inline(tree.body, { ...place, column: place.column + 2 });
      const rows = one && join([[punctuation('{ ')]], one, [[punctuation(' }')]]);
      return rows && fits(rows, place) ? rows : braces(tree.body, place.indent);
    }
    case 'if':
      return printIf(tree, place);
    case 'tuple':
      return join([[punctuation('(')]], list(tree.items, place), [[punctuation(')')]]);
    case 'not':
      return join([[punctuation('!')]], operand(tree.of, tightest, { ...place, column: place.column + 1 }));
    case 'infix': {
      const level = levels[tree.operator];
      const left = operand(tree.left, level, place);
      const sign: Rows = [[punctuation(` ${tree.operator} `)]];
      const head = join(left, sign);
      return join(head, operand(tree.right, level + 1, after(head, place)));
    }
  }
}

/** A command of the console says where it is declared. */
function member({ name, source }: Extract<Tree, { kind: 'select' }>): Token {
  return because(identifier(name), source && { source });
}

/** How tightly Scala's operators bind. */
const levels = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '++': 5,
  '->': 5,
} as const satisfies Record<Operator, number>;
const tightest = 9;

/** The tree as a part of a larger one, in parentheses where it binds less tightly than that. */
function operand(tree: Tree, level: number, place: Place): Rows {
  if (tightness(tree) >= level) return print(tree, place);
  return join([[punctuation('(')]], print(tree, { ...place, column: place.column + 1 }), [[punctuation(')')]]);
}

function tightness(tree: Tree): number {
  switch (tree.kind) {
    case 'infix':
      return levels[tree.operator];
    case 'not':
      return 8;
    case 'lambda':
    case 'if':
    case 'match':
      return 0;
    default:
      return tightest;
  }
}

function printCall(of: Tree, args: readonly Argument[], place: Place): Rows {
  const head = operand(of, tightest, place);
  const only = args.length === 1 && args[0]?.name === undefined ? args[0]?.value : undefined;
  if (only?.kind === 'block' || only?.kind === 'cases') {
    const open = join(head, [[punctuation(' ')]]);
    return join(open, print(only, after(open, place)));
  }
  const open = join(head, [[punctuation('(')]]);
  const flat = () => join(open, listArguments(args, after(open, place)), [[punctuation(')')]]);
  if (only?.kind === 'lambda') {
    const row = mayBeOneRow(only.body) ? flat() : undefined;
    if (row?.length === head.length && fits(row, place)) return row;
    const begin: Line = [punctuation(' { '), ...lambdaHead(only.params)];
    return join(head, [begin, ...indented(only.body, place.indent), closing(place.indent)]);
  }
  const rows = flat();
  return args.length < 2 || fits(rows, place) ? rows : tall(open, args, place.indent);
}

/** One argument a line. */
function tall(open: Rows, args: readonly Argument[], indent: string): Rows {
  const inner = indent + step;
  const rows = args.flatMap((arg) =>
    join([[token('plain', inner)]], printArgument(arg, { indent: inner, column: inner.length }), [[punctuation(',')]]),
  );
  return [...open, ...rows, closing(indent, ')')];
}

function printArgument({ name, value }: Argument, place: Place): Rows {
  if (name === undefined) return print(value, place);
  const head = [token('key', spelled(name)), punctuation(' = ')];
  return join([head], print(value, after([head], place)));
}

function listArguments(args: readonly Argument[], place: Place): Rows {
  return args.reduce<Rows>(
    (rows, arg, at) => {
      const before = at === 0 ? rows : join(rows, [[punctuation(', ')]]);
      return join(before, printArgument(arg, after(before, place)));
    },
    [[]],
  );
}

function list(trees: readonly Tree[], place: Place): Rows {
  return listArguments(
    trees.map((value) => ({ value })),
    place,
  );
}

function printIf(tree: Extract<Tree, { kind: 'if' }>, place: Place): Rows {
  const open: Rows = [[token('word', 'if'), punctuation(' (')]];
  const head = join(open, print(tree.condition, after(open, place)), [[punctuation(') ')]]);
  const [nested, ...others] = tree.no;
  const chained = nested?.kind === 'run' && nested.value.kind === 'if' && others.length === 0;
  const yes = endsInIf(tree.yes) ? undefined : oneRow(tree.yes, after(head, place));
  if (yes !== undefined) {
    const one = join(head, yes);
    if (tree.no.length === 0 && one.length === head.length && fits(one, place)) return one;
    const no = oneRow(tree.no, place);
    const whole = no && join(one, [[token('word', ' else ')]], no);
    if (whole !== undefined && whole.length === 1 && fits(whole, place)) return whole;
  }
  const rows = join(head, braces(tree.yes, place.indent));
  if (tree.no.length === 0) return rows;
  const otherwise = join(rows, [[token('word', ' else ')]]);
  return join(
    otherwise,
    chained && nested !== undefined ? print(nested.value, after(otherwise, place)) : braces(tree.no, place.indent),
  );
}

/** An `if` inside would take the `else` that follows. */
function endsInIf(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  return last?.kind === 'run' && last.value.kind === 'if';
}

/** A body of one expression, where it stands. */
function inline(body: readonly Statement[], place: Place): Rows | undefined {
  const [only, ...others] = body;
  return only?.kind === 'run' && others.length === 0 ? print(only.value, place) : undefined;
}

/** The same, where more than a row would be of no use. */
function oneRow(body: readonly Statement[], place: Place): Rows | undefined {
  return mayBeOneRow(body) ? inline(body, place) : undefined;
}

function braces(body: readonly Statement[], indent: string): Rows {
  return [[punctuation('{')], ...indented(body, indent), closing(indent)];
}

function indented(body: readonly Statement[], indent: string): readonly Line[] {
  return body.flatMap((statement) => printStatement(statement, indent + step));
}

function printCases(head: Line, all: readonly Case[], place: Place): Rows {
  if (all.every(({ body }) => mayBeOneRow(body))) {
    const flat = all.reduce<Rows>(
      (rows, one, at) => join(rows, at === 0 ? [[]] : [[punctuation('; ')]], printCase(one, place)),
      [[...head, punctuation('{ ')]],
    );
    const line = join(flat, [[punctuation(' }')]]);
    if (line.length === 1 && fits(line, place)) return line;
  }
  const inner = place.indent + step;
  const rows = all.flatMap((one) =>
    join([[token('plain', inner)]], printCase(one, { indent: inner, column: inner.length })),
  );
  return [[...head, punctuation('{')], ...rows, closing(place.indent)];
}

function printCase(one: Case, place: Place): Rows {
  const left: Rows = [[token('word', 'case '), ...printPattern(one.pattern)]];
  const guarded =
    one.guard === undefined ? left : join(left, [[token('word', ' if ')]], operand(one.guard, 1, after(left, place)));
  const head = join(guarded, [[punctuation(' =>')]]);
  const body = inline(one.body, after(head, place));
  return body === undefined ? [...head, ...indented(one.body, place.indent)] : join(head, [[punctuation(' ')]], body);
}
