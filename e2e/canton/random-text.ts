import type { Random } from './random';
import { KEYS, NAMES, NUMBERS, ODD_KEYS, PARTS, WORDS } from './random-choices';

type Choices = readonly string[];

/** Writes random HOCON. Where a choice has odd alternatives, `oddity` is how often one of them is taken: 0 never, 1 always. */
export class RandomText {
  readonly #random: Random;
  readonly #oddity: number;

  constructor(random: Random, oddity: number) {
    this.#random = random;
    this.#oddity = oddity;
  }

  #pick(usual: Choices, odd: Choices = usual): string {
    return this.#random.pick(this.#random.chance(this.#oddity) ? odd : usual);
  }

  /** A whole file; `next` are the files it may include. */
  document(next: readonly string[]): string {
    const start = this.#pick(
      ['', '', '\n', '# first\n', '// first\r\n', '\uFEFF'],
      ['[1, 2]', '{', '}', '"text" ', '12', ',', 'a\n'],
    );
    const body = this.#fields(0, next);
    return (
      start + (this.#random.chance(0.2) ? `{${body}}${this.#pick(['', '\n', ' # end'], [' a = 1', '}', ','])}` : body)
    );
  }

  #fields(depth: number, next: readonly string[]): string {
    const one = () => (this.#random.chance(0.07) ? this.#include(next) : this.#field(depth, next));
    return this.#random.list(0, 7, one).reduce((text, field) => text + field + this.#separator(), this.#blank());
  }

  #separator(): string {
    return this.#pick(
      ['\n', '\n', '\n', '\r\n', ',\n', ' // note\n', ' # ${note}\n', '\n\n', '\n,'],
      [',,', ' ', ';', ', ', '\r'],
    );
  }

  #blank(): string {
    return this.#pick(['', '', '', ' ', '\n', '\t', '\u00a0', '# c\n', '// c\n'], ['\u0001', '/', '\u200b', ',']);
  }

  #field(depth: number, next: readonly string[]): string {
    const path = this.#path();
    if (this.#random.chance(0.2) && depth < 4) {
      return `${path}${this.#pick([' ', '', ' = ', ' : \n'], ['\n'])}{${this.#fields(depth + 1, next)}}`;
    }
    if (this.#random.chance(0.04)) return `${path} += ${this.#value(depth, next)}`;
    return (
      path +
      this.#pick([' = ', ' = ', '=', ': ', ' : ', ' =\n', '\u00a0='], [' ', '\n= ', ' == ', ' => ', '+ =']) +
      this.#value(depth, next)
    );
  }

  #path(): string {
    const keys = this.#random.list(1, this.#random.pick([1, 1, 1, 2, 3]), () => this.#key());
    return keys.join(this.#pick(['.'], ['..', ' . ', '."".']));
  }

  #key(): string {
    if (this.#random.chance(0.75)) return this.#random.pick(['a', 'b', 'c', 'kms', 'crypto', 'wrapper-key-id']);
    return this.#pick(KEYS, ODD_KEYS);
  }

  #value(depth: number, next: readonly string[]): string {
    if (this.#random.chance(0.12) && depth < 4) return this.#list(depth, next);
    if (this.#random.chance(0.12) && depth < 4) return `{${this.#fields(depth + 1, next)}}`;
    if (this.#random.chance(0.15)) {
      const piece = () => (this.#random.chance(0.05) ? this.#piece() : this.#scalar());
      return this.#random.list(2, 4, piece).join(this.#pick([' ', '', '  ', '\t', '\u00a0', '\u2003']));
    }
    return this.#piece();
  }

  #list(depth: number, next: readonly string[]): string {
    const items = this.#random.list(0, 5, () => this.#value(depth + 1, next));
    return `[${this.#blank()}${items.join(this.#pick([', ', ',', '\n', ',\n', ' , '], [',,', ';']))}${this.#pick(['', '', '\n', ' ', '# x\n'], [',', ',,'])}]`;
  }

  #piece(): string {
    return this.#random.chance(0.08) ? this.#pick(['{}', '[]', '{ x = 1 }', '[1]']) : this.#scalar();
  }

  #scalar(): string {
    switch (this.#random.below(8)) {
      case 0:
      case 1:
        return this.#quoted();
      case 2:
      case 3:
        return this.#word();
      case 4:
        return this.#number();
      case 5:
        return this.#numberOfNote();
      case 6:
        return this.#reference();
      default:
        return this.#pick(['true', 'false', 'null', 'yes', 'off', 'truer', 'nullx', 'falsetto']);
    }
  }

  #word(): string {
    return this.#pick(WORDS, 'arn:aws:kms key=1 x+y @ * ! ? ^ & ` \\ a\u200bb \u0001 a$b - + ..'.split(' '));
  }

  #number(): string {
    const digits = (least: number, most: number) =>
      this.#random.list(least, most, () => String(this.#random.below(10))).join('');
    const fraction = this.#random.chance(0.4) ? `.${digits(0, 6)}` : '';
    const power = this.#random.chance(0.3)
      ? `${this.#pick(['e', 'E'])}${this.#pick(['', '-'], ['+'])}${this.#random.below(this.#random.pick([9, 40, 400]))}`
      : '';
    return this.#pick(['', '', '-'], ['+']) + digits(1, this.#random.pick([1, 3, 9, 20])) + fraction + power;
  }

  #numberOfNote(): string {
    return this.#pick(NUMBERS, ['.5', '1e+', '1E+31.0', '1e+-3', '1+2', '+1']);
  }

  #quoted(): string {
    if (this.#random.chance(0.15)) {
      const inner = this.#random.pick(['', 'x', 'a\nb', '"', '""', '\\n ${a}', 'x"', 'ü\r\n', '#']);
      return `"""${inner}${this.#pick(['"""', '""""', '"""""'], ['""', '"'])}`;
    }
    const parts = this.#random.list(0, 4, () =>
      this.#pick(PARTS, '\\q \\u12 \\uzzzz \\u+123 \\ \n \t \u0001 \\x41 \r \\ud800 \\u0000 \u007f'.split(' ')),
    );
    return `"${parts.join('')}${this.#pick(['"'], [''])}`;
  }

  #reference(): string {
    const name = this.#pick(NAMES, ['MISSING', 'kms[]', '', '.', 'a..b', '"', 'a,b']);
    return this.#pick(
      [`\${?${name}}`, `\${?${name}}`, `\${?${name}}`, `\${${name}}`, `\${? ${name}}`],
      [`\${ ${name} }`, `$${name}`, `\${${name}`, `\${ ?${name}}`],
    );
  }

  #include(next: readonly string[]): string {
    const paths = next.flatMap((path) => [path.slice(2), path.slice(2).replace(/\.\w+$/, ''), path]);
    const name = JSON.stringify(this.#random.pick(['missing.conf', 'missing', ...paths, ...paths]));
    const mayBeThere = JSON.stringify(next[0]?.slice(2) ?? 'missing');
    return `include ${this.#pick(
      [name, name, name, `file(${name})`, `classpath(${name})`, next.length > 0 ? `required(${mayBeThere})` : name],
      [
        `required( ${name} )`,
        `required(file(${name}))`,
        `required(classpath(${name}))`,
        'url("nonsense")',
        'word',
        `required ${name}`,
        `required(${name}`,
        `${name} ${name}`,
        `(${name})`,
        '""',
        '"sub"',
      ],
    )}`;
  }

  json(depth = 0): string {
    if (depth < 3 && (depth === 0 || this.#random.chance(0.3))) {
      const member = (_: unknown, index: number) =>
        `"${this.#pick(['a', 'b', 'a.b', 'x y', '__proto__'])}${index}"${this.#pick([':', ': ', ' :\n'], ['='])}${this.json(depth + 1)}`;
      return `{${Array.from({ length: this.#random.below(4) }, member).join(this.#pick([',', ', ', ',\n'], ['\n', ',,']))}}`;
    }
    return this.#pick(
      ['1', '-2.50', '1e3', '"x"', '"\\u00fc"', 'true', 'null', '[]', '[1, "2"]', '{}', '"${a}"'],
      ['yes', '01', '{"a":1,"a":2}', '${a}'],
    );
  }

  properties(): string {
    const line = () =>
      this.#pick(['a', 'b', 'a.b', 'a.b.c', 'x\\ y', 'ü', '# note', 'kms.0', 'kms.1', '!x']) +
      this.#pick(['=', ' = ', ':', ' ', '']) +
      this.#pick(['1', 'x', '', 'a\\\n  b', '\\u00e4', '${a}', ' spaced ', '"q"', '\\t'], ['\\u12', '\\']);
    return this.#random.list(0, 6, line).join('\n');
  }

  /** Cuts, doubles or overwrites a bit of the text now and then, as a slip of the hand would. */
  slip(whole: string): string {
    if (!this.#random.chance(this.#oddity * 3) || whole === '') return whole;
    const at = this.#random.below(whole.length);
    const slip = this.#random.pick([
      '"',
      '{',
      '}',
      '[',
      ']',
      '=',
      ':',
      ',',
      '$',
      '${',
      '\\',
      '#',
      '\n',
      '+=',
      '(',
      '"""',
      '\u0000',
      '.',
    ]);
    return this.#random.pick([
      whole.slice(0, at),
      whole.slice(0, at) + whole.slice(at + 1),
      whole.slice(0, at) + whole.slice(at, at + this.#random.below(8)) + whole.slice(at),
      whole.slice(0, at) + slip + whole.slice(at),
      whole.slice(0, at) + slip + whole.slice(at + 1),
    ]);
  }
}
