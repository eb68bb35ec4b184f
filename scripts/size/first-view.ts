import { posix } from 'node:path';

/**
 * The files that a browser loads before anything is on screen: the page, its scripts and style sheets, and whatever
 * those scripts import statically.
 *
 * @param read gives the text of a built file by its path
 * @returns their paths, the page first
 */
export function firstView(read: (path: string) => string): string[] {
  const found = new Set<string>(['index.html']);
  for (const path of found) {
    for (const reference of path.endsWith('.html') ? referencesOfPage(read(path)) : importsOf(path, read)) {
      found.add(posix.normalize(posix.join(posix.dirname(path), reference)));
    }
  }
  return [...found];
}

function referencesOfPage(html: string): string[] {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.startsWith('<script') || /\brel="(stylesheet|modulepreload)"/.test(tag))
    .flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
}

/** Static imports of a minified module: `import"./x.js"`, `import{a}from"./x.js"`, `export{a}from"./x.js"`. */
function importsOf(path: string, read: (path: string) => string): string[] {
  if (!path.endsWith('.js')) return [];
  const pattern = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
  return [...read(path).matchAll(pattern)].flatMap(([, reference]) => reference ?? []);
}
