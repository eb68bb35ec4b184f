import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../artefact';
import {
  type Body,
  blank,
  block,
  cases,
  comment,
  def,
  defWith,
  fn,
  ifThen,
  imported,
  it,
  not,
  ref,
  seq,
  statements,
  text,
  tuple,
  val,
  when,
} from './expression';
import { printScala } from './printer';

const lines = (body: Body) => printScala(statements(body));
const print = (body: Body) => textOf({ lines: lines(body) }).slice(0, -1);

const hostile = fc.constantFrom(
  '"',
  '\\',
  '\n',
  '\r',
  '\f',
  '\u001a',
  '`',
  '$',
  '{',
  '}',
  '"""',
  '//',
  '*/',
  '\\u0022',
  '\u2028',
  '\u202e',
  '\0',
  '\ud800',
);
const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: hostile }));

/** Controls, ends of lines, marks of direction, and halves of pairs. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u;

/** Reads a literal back as Scala 2.13 does: escapes of one character, and `\uXXXX`. */
function unescaped(literal: string): string {
  const escapes: Record<string, string> = {
    b: '\b',
    t: '\t',
    n: '\n',
    f: '\f',
    r: '\r',
    '"': '"',
    "'": "'",
    '\\': '\\',
  };
  return literal.replace(/\\(?:u([0-9a-f]{4})|(.))/gs, (whole, hex: string | undefined, letter = '') =>
    hex === undefined ? (escapes[letter] ?? `no escape: ${whole}`) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

describe('what a person typed stays what it is', () => {
  test('a string reads back as it was, in one line that holds nothing unseen', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const printed = print(val('a', text(typed)));
        const [, inside = ''] = /^val a = "((?:[^"\\]|\\.)*)"$/.exec(printed) ?? [];
        expect(unescaped(inside)).toBe(typed);
        expect(printed).not.toMatch(unseen);
      }),
    );
  });

  test('a name that is none is one name in back-ticks', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const printed = print(ref(typed));
        if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(printed)) expect(printed).toBe(typed);
        else {
          const [, inside = ''] = /^`((?:[^`\\]|\\.)*)`$/.exec(printed) ?? [];
          expect(unescaped(inside)).toBe(typed);
        }
      }),
    );
  });

  test('a comment ends with its line and not before', () => {
    fc.assert(
      fc.property(anything, anything, (first, note) => {
        const printed = print([comment(first), val('a', 1, { note })]).split('\n');
        expect(printed).toHaveLength(2);
        expect(printed[0]).toMatch(/^\/\//);
        expect(printed[1]).toMatch(/^val a = 1 \/\//);
        expect(printed.join('')).not.toMatch(unseen);
      }),
    );
  });

  test('text of ours and of theirs says which answer it comes from', () => {
    const [first, second] = lines([val('node', ref('bank-1', 'nodes.0.name')), val('id', text('x', 'nodes.0.keyId'))]);
    expect(first?.at(-1)).toEqual({ kind: 'reference', text: '`bank-1`', from: 'nodes.0.name' });
    expect(second?.at(-1)).toEqual({ kind: 'text', text: '"x"', from: 'nodes.0.keyId' });
  });
});

describe('names', () => {
  test.each([
    ['bank1', 'bank1'],
    ['bank-1', '`bank-1`'],
    ['1bank', '`1bank`'],
    ['type', '`type`'],
  ])('%s', (name, printed) => {
    expect(print(ref(name))).toBe(printed);
    expect(print(ref('a').dot(name))).toBe(`a.${printed}`);
  });
});

describe('operators', () => {
  const [a, b, c] = [ref('a'), ref('b'), ref('c')];
  test.each([
    ['bind as in Scala', a.and(b).or(c), 'a && b || c'],
    ['get parentheses where they bind less', a.and(b.or(c)), 'a && (b || c)'],
    ['are read from the left', a.op('+', b.op('+', c)), 'a + (b + c)'],
    ['go around what is denied', not(a.eq(b)), '!(a == b)'],
    ['need none around a call', not(a.dot('contains', b)), '!a.contains(b)'],
    ['go around what is asked further', a.op('++', b).dot('size'), '(a ++ b).size'],
    ['go around a choice', a.op('+', ifThen(b, 'x', 'y')), 'a + (if (b) "x" else "y")'],
    ['make short functions', a.dot('exists', it.dot('name').eq(b)), 'a.exists(_.name == b)'],
  ])('%s', (_, tree, printed) => {
    expect(print(tree)).toBe(printed);
  });
});

test('a script looks as a person would write it', () => {
  const node = ref('node');
  const keys = node.dot('keys.secret.list').of();
  const stop = (message: string) => ref('sys').dot('error', message);
  const long = 'give the old wrapper id, and it must be another one than the new wrapper id is';
  expect(
    `${print([
      comment('Encrypts all stored private keys with another wrapper key.'),
      val('node', ref('env-1')),
      val('wanted', text(''), { note: '"" lets the node make one' }),
      val('made', ref('x'), { type: 'PublicKey' }),
      blank,
      ifThen(not(node.dot('isRunning')), stop('STOP')),
      ifThen(
        ref('old')
          .dot('isEmpty')
          .or(ref('old').eq(ref('wanted'))),
        stop(`STOP: ${long}`),
      ),
      def('names', keys.dot('map', it.dot('name'))),
      def(
        'sizes',
        keys
          .dot('groupBy', ref('identity'))
          .dot('map', cases(when(['id', 'all'], tuple(ref('id'), ref('all').dot('size'))))),
      ),
      defWith('usageOf', { name: 'key', type: 'PublicKey' }, (key) =>
        key.match(
          when(
            { name: 'k', type: 'SigningPublicKey' },
            ref('k').dot('usage').dot('map', it.dot('identifier')).dot('mkString', ','),
          ),
          when('_', 'encryption'),
        ),
      ),
      val('state', ifThen(ref('a'), 'one', ifThen(ref('b'), 'two', 'three'))),
      ifThen(ref('sizes').dot('isEmpty'), ref('println').of('nothing'), [
        keys.dot(
          'foreach',
          fn('key', (key) => [ref('println').of(key.dot('name')), ifThen(key.dot('isOld'), stop(long))]),
        ),
        keys.dot(
          'foreach',
          cases(when(['id', '_'], [comment('both'), ref('println').of(ref('id'))], ref('id').ne(''))),
        ),
      ]),
      ref('utils').dot('retry_until_true', block(node.dot('ready').or(node.dot('done')))),
      val('rows', seq(tuple(text(long), 'first name'), tuple(text(long), 'second name'))),
      val(
        'other',
        ifThen(ref('a'), [val('x', 1), ref('x')], ifThen(ref('b'), ref('println').of(long), ref('println').of(long))),
      ),
    ])}\n`,
  ).toBe(`\
// Encrypts all stored private keys with another wrapper key.
val node = \`env-1\`
val wanted = "" // "" lets the node make one
val made: PublicKey = x

if (!node.isRunning) sys.error("STOP")
if (old.isEmpty || old == wanted) {
  sys.error("STOP: give the old wrapper id, and it must be another one than the new wrapper id is")
}
def names = node.keys.secret.list().map(_.name)
def sizes = node.keys.secret.list().groupBy(identity).map { case (id, all) => (id, all.size) }
def usageOf(key: PublicKey) = key match {
  case k: SigningPublicKey => k.usage.map(_.identifier).mkString(",")
  case _ => "encryption"
}
val state = if (a) "one" else if (b) "two" else "three"
if (sizes.isEmpty) {
  println("nothing")
} else {
  node.keys.secret.list().foreach { key =>
    println(key.name)
    if (key.isOld) sys.error("give the old wrapper id, and it must be another one than the new wrapper id is")
  }
  node.keys.secret.list().foreach {
    case (id, _) if id != "" =>
      // both
      println(id)
  }
}
utils.retry_until_true { node.ready || node.done }
val rows = Seq(
  ("give the old wrapper id, and it must be another one than the new wrapper id is", "first name"),
  ("give the old wrapper id, and it must be another one than the new wrapper id is", "second name"),
)
val other = if (a) {
  val x = 1
  x
} else if (b) {
  println("give the old wrapper id, and it must be another one than the new wrapper id is")
} else {
  println("give the old wrapper id, and it must be another one than the new wrapper id is")
}
`);
});

test('names what is not Canton’s, and takes a value apart by what made it', () => {
  const made = { made: 'SigningPrivateKey', of: ['_', 'format', 'key', '_'] };
  expect(
    print([
      imported('java.nio.file.{Files, Paths}'),
      ref('pair').match(when(made, ref('key')), when('other', ref('other').dot('id'))),
    ]),
  ).toBe(
    [
      'import java.nio.file.{Files, Paths}',
      'pair match { case SigningPrivateKey(_, format, key, _) => key; case other => other.id }',
    ].join('\n'),
  );
});
