import { expect, test } from 'vitest';
import { firstView } from './first-view.ts';

test('follows the page to its scripts, styles and their static imports, and no further', () => {
  const files: Readonly<Record<string, string>> = {
    'index.html': `
      <link rel="icon" href="./favicon.svg" />
      <script type="module" crossorigin src="./assets/index.js"></script>
      <link rel="modulepreload" crossorigin href="./assets/react.js">
      <link rel="stylesheet" crossorigin href="./assets/index.css">`,
    'assets/index.js': 'import{r as e}from"./react.js";import"./effect.js";const a=()=>import("./later.js");',
    'assets/react.js': 'export{a}from"./deep.js";',
    'assets/deep.js': 'import{r}from"./react.js";',
    'assets/effect.js': '',
  };
  const read = (path: string) => {
    const text = files[path];
    if (text === undefined) throw new Error(`${path} isn't part of the first view`);
    return text;
  };
  expect(firstView((path) => (path.endsWith('.css') ? '' : read(path)))).toEqual([
    'index.html',
    'assets/index.js',
    'assets/react.js',
    'assets/index.css',
    'assets/effect.js',
    'assets/deep.js',
  ]);
});
