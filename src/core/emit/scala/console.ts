import { type Command, commandSource, type Receiver } from '../../canton/console/command';
import { commands } from '../../canton/console/commands';
import { values } from '../../canton/console/values';
import type { Release } from '../../canton/releases';
import { type Arg, block, Expression, lift } from './expression';
import type { Calls, NamedArgs } from './signatures';
import type { Argument, Tree } from './tree';

/**
 * Calls of the console's commands that can't be wrong: a path, or a parameter, that the command data doesn't have for the
 * receiver and the release line does not compile, nor does a call that leaves out a required one. Where the line is not
 * known (`Release`), or the kind of node (`NodeKind`), a call must be right for all of them.
 *
 *     const node = nodeOn(release, 'participant', ref('node'));
 *     stopUnless(node.call('health.is_running'), node.call('name'), ' does not answer');
 *     node.call('keys.secret.rotate_kms_node_key', { fingerprint: ref('old'), newKmsKeyId: ref('other'), name: 'protocol-2' });
 *     // node.keys.secret.rotate_kms_node_key(old, other, name = "protocol-2")
 *
 *     const scala = consoleOn(release);
 *     scala.call('utils.retry_until_true', { condition: node.call('health.initialized') });
 *     // utils.retry_until_true { node.health.initialized() }
 *
 * Where the lines differ, a comparison narrows: inside `if (release === '3.3')` what is made by `nodeOn(release, ..)` has
 * the commands of 3.3.
 */
export class NodeReference<in out R extends Release, in out K extends Node> extends Expression {
  constructor(
    readonly release: R,
    readonly kind: K,
    node: Expression,
  ) {
    super(node.tree);
  }

  /** A call, with its arguments by name; one that is `undefined` is left to its default. */
  readonly call: Call<Calls<R, K>> = (path: string, args: NamedArgs = {}) =>
    callOn(this.release, this.kind, path, args, this.tree);
}

/** What stands at the top of a script: commands that are called on no node, and Canton's own values. */
export class Console<in out R extends Release> {
  constructor(readonly release: R) {}

  readonly call: Call<Calls<R, 'console'>> = (path: string, args: NamedArgs = {}) =>
    callOn(this.release, 'console', path, args);
}

type Node = Exclude<Receiver, 'console'>;

type Call<C> = <P extends keyof C & string>(path: P, ...args: Extract<C[P], [NamedArgs?]>) => Expression;

/** An expression as a reference to a node of this kind; add `.local` for a node in the console's own process. */
export function nodeOn<R extends Release, K extends Node>(release: R, kind: K, node: Expression): NodeReference<R, K> {
  return new NodeReference(release, kind, node);
}

export function consoleOn<R extends Release>(release: R): Console<R> {
  return new Console(release);
}

const all: readonly Command[] = [...commands, ...values];

function callOn(release: Release, on: Receiver, path: string, args: NamedArgs, node?: Tree): Expression {
  const given = new Map<string, Arg>();
  for (const [name, arg] of Object.entries(args)) if (arg !== undefined) given.set(name, arg);
  const command = all.find(
    (one) => one.path === path && release in one.at && one.on.some((kind) => reaches(on, kind)) && takes(one, given),
  );
  if (command === undefined) throw new Error(`Canton ${release} has no ${path}(${[...given.keys()]}) on a ${on}`);
  const callee = path.split('.').reduce<Tree | undefined>(select, node) ?? { kind: 'name', name: path };
  const named = callee.kind === 'select' ? { ...callee, source: commandSource(command, release) } : callee;
  return new Expression(command.parens === false ? named : apply(named, command, given));
}

/** The same question as the compiler asks, for forms that only differ in their parameters. */
function takes({ params }: Command, given: ReadonlyMap<string, Arg>): boolean {
  return (
    params.every(({ name, default: preset }) => preset !== undefined || given.has(name)) &&
    [...given.keys()].every((name) => params.some((param) => param.name === name))
  );
}

function reaches(on: Receiver, kind: Receiver): boolean {
  return on === kind || on === `${kind}.local`;
}

function select(of: Tree | undefined, name: string): Tree {
  return of === undefined ? { kind: 'name', name } : { kind: 'select', of, name };
}

/** Lists of parameters one after the other; the second is written only if something in it is given. */
function apply(callee: Tree, { params }: Command, given: ReadonlyMap<string, Arg>): Tree {
  const first: Tree = {
    kind: 'apply',
    of: callee,
    args: listed(
      params.filter(({ list }) => list !== 2),
      given,
    ),
  };
  const second = listed(
    params.filter(({ list }) => list === 2),
    given,
  );
  return second.length === 0 ? first : { kind: 'apply', of: first, args: second };
}

/** Past so many required arguments, a person needs their names. */
const mostByPlace = 3;

/** Required arguments at the beginning go by their place, the others by name. */
function listed(params: Command['params'], given: ReadonlyMap<string, Arg>): readonly Argument[] {
  const required = params.filter((param) => param.default === undefined).length;
  const byPlace = required > mostByPlace ? 1 : required;
  const isAlone = params.filter(({ name }) => given.has(name)).length === 1;
  const leading = params.findIndex((param, at) => param.default !== undefined || at >= byPlace);
  return params.flatMap((param, at) => {
    const arg = given.get(param.name);
    if (arg === undefined) return [];
    // What the callee runs by itself goes into braces, if it goes alone.
    const value = param.type.startsWith('=>') && isAlone ? block(arg).tree : lift(arg);
    return leading === -1 || at < leading ? [{ value }] : [{ name: param.name, value }];
  });
}
