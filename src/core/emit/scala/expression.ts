import type { Path } from '../../plan/plan';
import type { Case, Operator, Pattern, Statement, Tree } from './tree';

/**
 * How an emitter writes Scala: expressions that grow by methods, and functions that make statements of them.
 *
 *     const node = ref('node');
 *     const named = node.dot('keys').dot('filter', it.dot('name').eq(text(answer, 'nodes.0.name')));
 *     const script = [
 *       val('node', ref('bank-1', 'nodes.0.name')),
 *       stopIf(named.dot('isEmpty'), 'no key has this name'),
 *       named.dot('foreach', fn('key', (key) => say('KEY ', key.dot('name')))),
 *     ];
 *     // val node = `bank-1`
 *     // if (node.keys.filter(_.name == "..").isEmpty) sys.error("STOP: no key has this name")
 *     // node.keys.filter(_.name == "..").foreach(key => println("KEY " + key.name))
 *
 * A bare string of TypeScript always becomes a string of Scala, never code; a name is a {@link ref}.
 */
export class Expression {
  constructor(readonly tree: Tree) {}

  /** `this.a.b`, or `this.a.b(x, y)`. The path is ours, never an answer. */
  dot(path: string, ...args: readonly Arg[]): Expression {
    const member = path.split('.').reduce<Tree>((of, name) => ({ kind: 'select', of, name }), this.tree);
    return args.length === 0 ? new Expression(member) : new Expression(member).of(...args);
  }

  /** `this(x, y)` */
  of(...args: readonly Arg[]): Expression {
    return new Expression({ kind: 'apply', of: this.tree, args: args.map((arg) => ({ value: lift(arg) })) });
  }

  /** `this match { case .. => .. }` */
  match(...cases: readonly Case[]): Expression {
    return new Expression({ kind: 'match', of: this.tree, cases });
  }

  op(operator: Operator, right: Arg): Expression {
    return new Expression({ kind: 'infix', left: this.tree, operator, right: lift(right) });
  }

  eq(right: Arg): Expression {
    return this.op('==', right);
  }

  ne(right: Arg): Expression {
    return this.op('!=', right);
  }

  and(right: Arg): Expression {
    return this.op('&&', right);
  }

  or(right: Arg): Expression {
    return this.op('||', right);
  }
}

/** What stands for a value: an expression, or a text, whole number or truth value of ours. */
export type Arg = Expression | string | number | boolean;

/** A line of a script: a statement, or an expression that is run or, as the last one, is the value. */
export type Step = Statement | Arg;

/** One step or several. */
export type Body = Step | readonly Step[];

export function lift(arg: Arg): Tree {
  if (arg instanceof Expression) return arg.tree;
  return typeof arg === 'string' ? { kind: 'text', text: arg } : { kind: 'word', word: String(arg) };
}

export function statements(body: Body): readonly Statement[] {
  const steps = isList(body) ? body : [body];
  return steps.map((step) => (isStatement(step) ? step : { kind: 'run', value: lift(step) }));
}

function isStatement(step: Step): step is Statement {
  return typeof step === 'object' && !(step instanceof Expression);
}

function isList(body: Body): body is readonly Step[] {
  return Array.isArray(body);
}

/** An identifier, such as a `val` of the script or a node. */
export function ref(name: string, from?: Path): Expression {
  return new Expression(from === undefined ? { kind: 'name', name } : { kind: 'name', name, from });
}

/** A string that comes from an answer. */
export function text(content: string, from?: Path): Expression {
  return new Expression(from === undefined ? { kind: 'text', text: content } : { kind: 'text', text: content, from });
}

/** `_`: the parameter of a function that is nothing but members and operators of it, such as `_.name == x`. */
export const it = new Expression({ kind: 'word', word: '_' });

/** `k => ..`, or `(a, b) => ..` */
export function fn(param: string, body: (param: Expression) => Body): Expression {
  return new Expression({ kind: 'lambda', params: [param], body: statements(body(ref(param))) });
}

/** A case of {@link Expression.match} or {@link cases}: `case (id, name) if guard => body`. */
export function when(pattern: Pattern, body: Body, guard?: Arg): Case {
  return guard === undefined
    ? { pattern, body: statements(body) }
    : { pattern, guard: lift(guard), body: statements(body) };
}

/** A function by cases: `{ case (id, name) => .. }` */
export function cases(...all: readonly Case[]): Expression {
  return new Expression({ kind: 'cases', cases: all });
}

/** `{ .. }`, as the value of a `val` or `def`, or as an argument that the callee runs. */
export function block(body: Body): Expression {
  return new Expression({ kind: 'block', body: statements(body) });
}

export function not(value: Expression): Expression {
  return new Expression({ kind: 'not', of: value.tree });
}

export function tuple(...items: readonly Arg[]): Expression {
  return new Expression({ kind: 'tuple', items: items.map(lift) });
}

/** `if (condition) yes else no` */
export function ifThen(condition: Arg, yes: Body, no: Body = []): Expression {
  return new Expression({ kind: 'if', condition: lift(condition), yes: statements(yes), no: statements(no) });
}

/** `val name = value`, with a note behind it. */
export function val(name: string, value: Arg, more: { type?: string; note?: string } = {}): Statement {
  return { kind: 'val', name, value: lift(value), ...more };
}

/** `def name = value`: asked anew each time it is used. */
export function def(name: string, value: Arg): Statement {
  return { kind: 'def', name, params: [], value: lift(value) };
}

/** `def name(param: Type) = value` */
export function defWith(
  name: string,
  param: { readonly name: string; readonly type: string },
  body: (param: Expression) => Arg,
): Statement {
  return { kind: 'def', name, params: [param], value: lift(body(ref(param.name))) };
}

/** A comment of one line; what is in the text can't end it. */
export function comment(content: string, from?: Path): Statement {
  return from === undefined ? { kind: 'comment', text: content } : { kind: 'comment', text: content, from };
}

/** `import path`, for what is not Canton's. */
export function imported(path: string): Statement {
  return { kind: 'import', path };
}

export const blank: Statement = { kind: 'blank' };

export function seq(...items: readonly Arg[]): Expression {
  return items.length === 0 ? ref('Seq').dot('empty') : ref('Seq').of(...items);
}

export function some(value: Arg): Expression {
  return ref('Some').of(value);
}

/** `a + b + ..`, a text: texts of ours side by side become one. */
export function concat(...parts: readonly [Arg, ...Arg[]]): Expression {
  const joined: Arg[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (typeof part === 'string' && typeof before === 'string') joined.splice(-1, 1, before + part);
    else joined.push(part);
  }
  const [first = '', ...rest] = joined;
  return rest.reduce<Expression>((sum, part) => sum.op('+', part), new Expression(lift(first)));
}
