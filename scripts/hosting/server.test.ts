import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { serve } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'wizard-server-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<title>page</title>');
writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
afterAll(() => rmSync(folder, { recursive: true }));

async function started(options?: Parameters<typeof serve>[1]): Promise<string> {
  const { url, stop } = await serve(folder, options);
  onTestFinished(stop);
  return url;
}

test('a taken port leads to the next one', async () => {
  const first = Number(new URL(await started()).port);
  const second = Number(new URL(await started({ port: first })).port);
  expect(second).toBeGreaterThan(first);
});

test('listens on loopback alone', async () => {
  expect(new URL(await started()).hostname).toBe('127.0.0.1');
});

test('lets browsers keep what never changes and ask again for the page', async () => {
  const url = await started();
  const page = await fetch(url);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect((await fetch(`${url}assets/index-abc.js`)).headers.get('cache-control')).toContain('immutable');

  const again = await fetch(url, { headers: { 'If-None-Match': page.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
});

test('answers HEAD like GET, without the body', async () => {
  const answer = await fetch(await started(), { method: 'HEAD' });
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await answer.text()).toBe('');
});

test('serves below a path and nothing above it', async () => {
  const url = await started({ base: '/tools/canton/' });
  expect(await (await fetch(url)).text()).toContain('<title>page</title>');
  expect((await fetch(new URL('/', url))).status).toBe(404);
});

test('a folder without a page is refused with the way out', async () => {
  await expect(serve(join(folder, 'assets'))).rejects.toThrow('build the page first');
});
