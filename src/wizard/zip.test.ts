import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bundle } from '../core/emit/bundle';
import { examples } from '../core/plan/examples';
import type { Plan } from '../core/plan/plan';
import { zip } from './zip';

const plan = (): Plan => examples[1]?.plan() ?? expect.fail('an example');

/** What the ZIP's own directory says of each file: the system it was made on and the mode, beside its name. */
function directoryOf(zip: Uint8Array<ArrayBuffer>): Record<string, { system: number; mode: string }> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const found: Record<string, { system: number; mode: string }> = {};
  for (let at = view.getUint32(zip.length - 6, true); view.getUint32(at, true) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    if (name === undefined || extra === undefined || comment === undefined) throw new Error('three lengths');
    const path = strFromU8(zip.subarray(at + 46, at + 46 + name));
    const mode = (view.getUint32(at + 38, true) >>> 16).toString(8);
    found[path] = { system: view.getUint8(at + 5), mode };
    at += 46 + name + extra + comment;
  }
  return found;
}

describe('the ZIP of a plan', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  it('holds the files of the bundle and nothing else', () => {
    const files = unzipSync(zip(bundle(plan())));
    expect(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual(
      bundle(plan()).map(({ path, text }) => [path, text]),
    );
  });

  it('unpacks with a start script that can be run, and the rest as plain files', () => {
    const directory = directoryOf(zip(bundle(plan())));
    expect(Object.keys(directory)).toEqual(bundle(plan()).map(({ path }) => path));
    const { 'start.sh': start, ...others } = directory;
    expect(start).toEqual({ system: 3, mode: '100755' });
    for (const other of Object.values(others)) expect(other).toEqual({ system: 3, mode: '100644' });
  });

  it('has the same bytes for the same plan, on any day and in any place', () => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    const once = zip(bundle(plan()));
    vi.stubEnv('TZ', 'America/Los_Angeles');
    vi.useFakeTimers({ now: new Date('2031-07-01T12:00:00Z') });
    expect(zip(bundle(plan()))).toEqual(once);
    expect(zip(bundle({ ...plan(), name: 'another' }))).not.toEqual(once);
  });
});
