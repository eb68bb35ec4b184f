import { needsBackticks } from '../../canton/node-names';
import type { Path } from '../../plan/plan';
import type { Line, Token } from '../artefact';
import { token } from '../token';
import { quoted } from '../visible';
import type { Pattern } from './tree';

/** The pieces of a script that stand in one line whatever is around them. */

export function printPattern(pattern: Pattern): Line {
  if (typeof pattern === 'string') return [pattern === '_' ? token('word', '_') : identifier(pattern)];
  if ('type' in pattern) return [identifier(pattern.name), token('plain', `: ${pattern.type}`)];
  if ('made' in pattern) return [token('plain', pattern.made), ...printPattern(pattern.of)];
  return [punctuation('('), ...separated(pattern.map(printPattern)), punctuation(')')];
}

export function lambdaHead(params: readonly string[]): Line {
  const names = params.map((name) => [identifier(name)]);
  const list = params.length === 1 ? names.flat() : [punctuation('('), ...separated(names), punctuation(')')];
  return [...list, punctuation(' =>')];
}

export function identifier(name: string, from?: Path): Token {
  return token(from === undefined ? 'plain' : 'reference', spelled(name), from);
}

/** In back-ticks a name has the escapes of a string, so that nothing in it can end it. */
export function spelled(name: string): string {
  return needsBackticks(name) ? `\`${quoted(name).slice(1, -1).replaceAll('`', '\\u0060')}\`` : name;
}

export function punctuation(text: string): Token {
  return token('punctuation', text);
}

export function separated(parts: readonly Line[]): Line {
  return parts.flatMap((part, at) => (at === 0 ? part : [punctuation(', '), ...part]));
}

export function closing(indent: string, bracket = '}'): Line {
  return [punctuation(indent + bracket)];
}
