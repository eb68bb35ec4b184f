import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** What each part of the house may import, itself aside. A part that isn't named here may not exist. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/canton': [],
  'core/plan': ['core/canton'],
  'core/rules': ['core/plan', 'core/canton'],
  'core/emit': ['core/plan', 'core/canton'],
  'core/read': ['core/plan', 'core/canton'],
  'core/link': ['core/plan', 'core/canton'],
  ui: [],
  wizard: ['ui', 'core/rules', 'core/emit', 'core/read', 'core/link', 'core/plan', 'core/canton'],
  app: ['wizard', 'ui', 'core/rules', 'core/emit', 'core/read', 'core/link', 'core/plan', 'core/canton'],
  cli: ['core/rules', 'core/emit', 'core/read', 'core/link', 'core/plan', 'core/canton'],
};

/** Packages that only the parts named may import; every other one is free. */
const packages: readonly { pattern: RegExp; parts: RegExp }[] = [
  { pattern: /^(react|react-dom|react-hook-form|@tanstack\/react-query)(\/|$)/, parts: /^(app|wizard|ui)$/ },
  { pattern: /^node:/, parts: /^cli$/ },
];

const source = fileURLToPath(new URL('.', import.meta.url));

/** The part a path below src/ belongs to: its first folder, and in the core the second as well. */
function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'core' ? `core/${second}` : first;
}

function importsOf(text: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"])([^'"\n]+)\1/g;
  return [...text.matchAll(pattern)].flatMap(([, , specifier]) => (specifier === undefined ? [] : [specifier]));
}

/** What is wrong with the imports of a file, a line each. */
function breaches(path: string, text: string): string[] {
  const part = partOf(path);
  const allowed = mayImport[part];
  if (allowed === undefined) return [`${path}: ${part} is no part of the design`];
  return importsOf(text).flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const target = partOf(join(dirname(path), specifier));
      return target === part || allowed.includes(target) ? [] : [`${path}: ${part} may not import ${target}`];
    }
    const isFree = packages.every(({ pattern, parts }) => !pattern.test(specifier) || parts.test(part));
    return isFree ? [] : [`${path}: ${part} may not import ${specifier}`];
  });
}

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(source, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('core/read/lightbend/'));

/** A test may look at anything, and belongs to no part. */
const shipped = files.filter((path) => /\.tsx?$/.test(path) && !/\.(test|bench|d)\.tsx?$/.test(path));

describe('the house', () => {
  test('imports run only downwards', () => {
    expect(shipped.flatMap((path) => breaches(path, readFileSync(join(source, path), 'utf8')))).toEqual([]);
  });

  test('files and folders are named in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
    const named = files.filter((path) => !path.endsWith('/README.md'));
    expect(named.filter((path) => !path.split('/').every((name) => kebab.test(name)))).toEqual([]);
  });

  test('nobody silences the compiler or the linter', () => {
    const silencer = /(@ts-(ignore|expect-error|nocheck)|biome-ignore|\bas any\b|\bas unknown as\b)/;
    // Where it is what the test is about, an error that is expected is no silence: without the error, it is one.
    const typed = 'core/emit/scala/console.test.ts';
    const others = files.filter((path) => /\.tsx?$/.test(path) && path !== 'architecture.test.ts' && path !== typed);
    expect(others.filter((path) => silencer.test(readFileSync(join(source, path), 'utf8')))).toEqual([]);
  });
});

describe('the check of the house catches', () => {
  test.each([
    ['a rule that emits', 'core/rules/names.ts', "import { emit } from '../emit/emit';"],
    ['a fact that knows the plan', 'core/canton/keys.ts', "import type { Plan } from '../plan/plan';"],
    ['a control that knows Canton', 'ui/field.tsx', "import { releases } from '../core/canton/releases';"],
    ['a plan that leaves the core', 'core/plan/plan.ts', "import { App } from '../../app/app';"],
    ['a core that draws', 'core/plan/plan.ts', "import { useState } from 'react';"],
    ['a step that opens a file', 'wizard/steps/mode/step.tsx', "import { readFileSync } from 'node:fs';"],
    ['an import when needed', 'core/read/hocon.ts', "const emit = await import('../emit/emit');"],
    ['an import for its effect', 'wizard/wizard.tsx', "import '../app/app.css';"],
    ['an import over several lines', 'wizard/wizard.tsx', "import {\n  App,\n} from '../app/app';"],
    ['a re-export', 'wizard/wizard.tsx', "export { App } from '../app/app';"],
    ['a room nobody planned', 'helpers/strings.ts', ''],
  ])('%s', (_, path, text) => {
    expect(breaches(path, text)).toHaveLength(1);
  });

  test('and lets the way of the design through', () => {
    const text =
      "import { z } from './z';\nimport { releases } from '../canton/releases';\nimport { sha256 } from '@noble/hashes/sha2.js';";
    expect(breaches('core/plan/plan.ts', text)).toEqual([]);
  });
});
