import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from './find.ts';

afterEach(() => vi.unstubAllEnvs());

test('a browser that was asked for by name is never silently replaced', () => {
  vi.stubEnv('CHROME_PATH', '/no/such/browser');
  expect(() => findBrowser()).toThrow('CHROME_PATH names /no/such/browser');
});
