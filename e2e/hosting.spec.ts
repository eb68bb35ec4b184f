import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { cacheControl, headerPolicy, headersFile, metaPolicy, securityHeaders } from '../scripts/hosting/policy';
import { serve } from '../scripts/hosting/server';
import { test } from './fixtures';

test('the page carries the policy itself, for hosts without headers', async ({ page }) => {
  await page.goto('./');
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(meta).toHaveAttribute('content', metaPolicy);
  expect(await meta.evaluate((element) => element === document.head.firstElementChild)).toBe(true);
});

test('every answer carries the security headers, an error too', async ({ request }) => {
  for (const path of ['./', './favicon.svg', './no-such-file']) {
    const response = await request.get(path);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(response.headers()[name.toLowerCase()], `${name} of ${path}`).toBe(value);
    }
  }
});

test('the headers file and the guide for hosts say what the local server sends', () => {
  expect(readFileSync('dist/_headers', 'utf8')).toBe(headersFile());
  const guide = readFileSync('docs/deploying.md', 'utf8');
  for (const value of Object.values(securityHeaders)) expect(guide).toContain(value);
  expect(guide).toContain(headerPolicy);
  expect(guide).toContain(cacheControl('assets/any.js'));
});

test('nothing outside the built page can be asked for', async ({ request, baseURL }) => {
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/assets/', '/%zz']) {
    const response = await request.get(new URL(baseURL ?? '').origin + path);
    expect(response.status(), path).toBe(404);
  }
  expect((await request.post('./')).status()).toBe(405);
});

test('the page is compressed as the visitor allows', async ({ request }) => {
  for (const encoding of ['br', 'gzip']) {
    const response = await request.get('./', { headers: { 'Accept-Encoding': encoding } });
    expect(response.headers()['content-encoding']).toBe(encoding);
    expect(await response.text()).toContain('<title>');
  }
});

test.describe('below a path of a host', () => {
  test.use({
    baseURL: async ({}, use) => {
      const { url, stop } = await serve('dist', { base: '/tools/canton/' });
      await use(url);
      await stop();
    },
  });

  test('the page works and asks for nothing above it', async ({ page }) => {
    const outside: string[] = [];
    page.on('requestfinished', (request) => {
      if (!new URL(request.url()).pathname.startsWith('/tools/canton/')) outside.push(request.url());
    });
    await page.goto('./', { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(outside).toEqual([]);
  });
});
