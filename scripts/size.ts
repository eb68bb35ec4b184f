import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import budgets from '../budgets.json' with { type: 'json' };
import { firstView } from './size/first-view.ts';

/**
 * `npm run size`: builds the page and holds what a visitor downloads, in gzip bytes, to budgets.json. `--built dist` takes
 * a page that was built before.
 */
const { built } = parseArgs({ options: { built: { type: 'string' } } }).values;

const folder = built ?? mkdtempSync(join(tmpdir(), 'wizard-size-'));
if (built === undefined) await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
const gzip = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(html|js|css|json)$/.test(path))
    .map((path) => [path, gzipSync(readFileSync(join(folder, path)), { level: 9 }).length]),
);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const first = firstView(read);
if (built === undefined) rmSync(folder, { recursive: true });

const sum = (paths: readonly string[]) => paths.reduce((bytes, path) => bytes + (gzip.get(path) ?? 0), 0);
const all = [...gzip.keys()];
const isHoconLibrary = (path: string) => path.startsWith('assets/lightbend-');

const rows: readonly { what: string; measured: number; budget: number }[] = [
  {
    what: 'JavaScript of the first view',
    measured: sum(first.filter((path) => path.endsWith('.js'))),
    budget: budgets.firstViewJavaScript,
  },
  {
    what: 'styles of the first view',
    measured: sum(first.filter((path) => path.endsWith('.css'))),
    budget: budgets.firstViewStyles,
  },
  { what: 'requests of the first view', measured: first.length, budget: budgets.firstViewRequests },
  {
    what: 'everything but the HOCON library',
    measured: sum(all.filter((path) => !isHoconLibrary(path))),
    budget: budgets.wizardWithoutHoconLibrary,
  },
  { what: 'the HOCON library', measured: sum(all.filter(isHoconLibrary)), budget: budgets.hoconLibrary },
];

for (const [path, bytes] of [...gzip].sort(([, a], [, b]) => b - a)) {
  console.log(`${String(bytes).padStart(8)}  ${path}${first.includes(path) ? '  (first view)' : ''}`);
}
console.log('');
for (const { what, measured, budget } of rows) {
  console.log(`${what}: ${measured} of ${budget}${measured > budget ? '  OVER' : ''}`);
}
process.exitCode = rows.some(({ measured, budget }) => measured > budget) ? 1 : 0;
