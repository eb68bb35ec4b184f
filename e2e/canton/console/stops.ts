/** A place where a script stops by itself. */
export type Stop = {
  /** What it says, as it stands in the script. */
  readonly text: string;
  /** What it says when it runs. */
  readonly says: RegExp;
};

/** Every place of a script where it stops by itself, in order: by `sys.error`, or at the end of a wait. */
export function stopsIn(script: string): readonly Stop[] {
  const starts = [...script.matchAll(/"STOP: /g)].map(({ index }) => index);
  return starts.map((start) => {
    const text = script.slice(start, start + lengthInside(script.slice(start)));
    return { text, says: new RegExp(`^${pieces(text).map(pattern).join('')}$`, 's') };
  });
}

/** How far it is to the parenthesis that closes the call. */
function lengthInside(rest: string): number {
  let depth = 1;
  for (const { 0: token, index } of rest.matchAll(/"(?:[^"\\]|\\.)*"|[()]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0) return index;
  }
  throw new Error('a call is not closed');
}

/** The parts that are strung together with `+`: literals at the outermost level, and what lies between two of them. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[(){}]|[^"(){}]+/g)) {
    if (/^[({]$/.test(token)) depth += 1;
    else if (/^[)}]$/.test(token)) depth -= 1;
    else if (depth === 0 && token.startsWith('"')) found.push(token);
    else if (found.at(-1) !== '' && !/^[\s+,]*$/.test(token)) found.push('');
  }
  return found;
}

function pattern(piece: string): string {
  if (piece === '') return '.*';
  const said: unknown = JSON.parse(piece);
  return String(said).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
