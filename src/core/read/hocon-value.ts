/** Where a value was written. Both null: not in a file (an environment variable), or in no one place. */
export type Origin = { readonly file: string | null; readonly line: number | null };

/** A value of a configuration, as Lightbend's library reads it: includes followed, substitutions put in, files merged. */
export type HoconValue =
  | { readonly type: 'object'; readonly fields: ReadonlyMap<string, HoconValue>; readonly origin: Origin }
  | { readonly type: 'list'; readonly items: readonly HoconValue[]; readonly origin: Origin }
  /** `quoted` is true as well for what was pasted together (`a b`, `"a"${b}`) and for environment variables. */
  | { readonly type: 'string'; readonly value: string; readonly quoted: boolean; readonly origin: Origin }
  /**
   * `written` is the text in the file (`0012`, `1.10`, `1e3`), `text` what Canton takes where it expects text (`12`, `1.1`, `1000`).
   * `value` is a double: past 2^53 only `text` is exact.
   */
  | {
      readonly type: 'number';
      readonly value: number;
      readonly text: string;
      readonly written: string;
      readonly origin: Origin;
    }
  | { readonly type: 'boolean'; readonly value: boolean; readonly origin: Origin }
  | { readonly type: 'null'; readonly origin: Origin }
  /**
   * Only when unresolved substitutions are marked: what can't be known without the environment. `name` is the variable where the
   * value is nothing but `${NAME}`, null where it is part of more (`"jdbc:"${HOST}`); `text` is HOCON, as the library writes it.
   */
  | { readonly type: 'reference'; readonly name: string | null; readonly text: string; readonly origin: Origin };

export type HoconObject = Extract<HoconValue, { type: 'object' }>;

/**
 * Why there is nothing to judge. With `parse`, `substitution` and `include` Canton refuses the files as well, and logs this message;
 * `crash` is an error of the library that Canton doesn't catch. `too-large` and `too-deep` are limits of this reader, not of Canton.
 */
export type HoconError = {
  readonly kind: 'parse' | 'substitution' | 'include' | 'too-large' | 'too-deep' | 'crash';
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
};

export type HoconResult =
  | { readonly ok: true; readonly root: HoconObject }
  | { readonly ok: false; readonly error: HoconError };
