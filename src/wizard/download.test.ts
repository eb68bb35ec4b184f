import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BundleFile, bundle } from '../core/emit/bundle';
import { planDigest } from '../core/plan/digest';
import { examples } from '../core/plan/examples';
import type { Plan } from '../core/plan/plan';
import { archiveName, zipBundle } from './download';
import { zip } from './zip';

const plan = (): Plan => examples[1]?.plan() ?? expect.fail('an example');

/** A worker on the page, that packs or breaks. */
class FakeWorker extends EventTarget {
  static breaks = false;
  static running = 0;
  constructor() {
    super();
    FakeWorker.running++;
  }
  postMessage(files: readonly BundleFile[]): void {
    this.dispatchEvent(FakeWorker.breaks ? new Event('error') : new MessageEvent('message', { data: zip(files) }));
  }
  terminate(): void {
    FakeWorker.running--;
  }
}

describe('the download', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    FakeWorker.breaks = false;
  });

  it('is the ZIP of the bundle, without what errors stop', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    expect(await zipBundle(plan(), new Set())).toEqual(zip(bundle(plan())));
    expect(await zipBundle(plan(), new Set([1]))).toEqual(zip(bundle(plan(), new Set([1]))));
    expect(FakeWorker.running).toBe(0);
  });

  it('fails where the worker can not be started, and leaves none behind', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    FakeWorker.breaks = true;
    await expect(zipBundle(plan(), new Set())).rejects.toThrow('could not be packed');
    expect(FakeWorker.running).toBe(0);
  });
});

describe('the name of the ZIP', () => {
  const named = (name: string) => archiveName({ ...plan(), name });
  const digest = (name: string) => planDigest({ ...plan(), name });

  it.each([
    ['Bank 1, production', 'bank-1-production'],
    ['', 'canton-kms'],
    ['  ../../etc/passwd ', 'etc-passwd'],
    ['日本', 'canton-kms'],
    ['x'.repeat(100), 'x'.repeat(60)],
  ])('of "%s" begins with %s, and ends with the digest of the answers', (name, start) => {
    expect(named(name)).toBe(`${start}-${digest(name)}.zip`);
  });
});
