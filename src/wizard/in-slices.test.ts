import { describe, expect, it } from 'vitest';
import { inSlices } from './in-slices';

/** Numbers that take 20 ms each, on a clock of their own. */
function slowly(count: number) {
  let clock = 0;
  const items = function* () {
    for (let item = 1; item <= count; item++) {
      clock += 20;
      yield item;
    }
  };
  return { items: items(), now: () => clock };
}

async function slicesOf(count: number): Promise<(readonly number[])[]> {
  const { items, now } = slowly(count);
  const slices: (readonly number[])[] = [];
  for await (const slice of inSlices(items, now)) slices.push(slice);
  return slices;
}

describe('long work', () => {
  it('comes in slices, in its order', async () => {
    expect(await slicesOf(7)).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(await slicesOf(3)).toEqual([[1, 2, 3]]);
    expect(await slicesOf(0)).toEqual([]);
  });

  it('lets others have their turn in between', async () => {
    const seen: string[] = [];
    const { items, now } = slowly(6);
    for await (const slice of inSlices(items, now)) {
      seen.push(slice.join());
      setTimeout(() => seen.push('another'), 0);
    }
    expect(seen.slice(0, 3)).toEqual(['1,2,3', 'another', '4,5,6']);
  });

  it('makes nothing more once nobody wants it', async () => {
    let made = 0;
    const items = (function* () {
      for (;;) yield ++made;
    })();
    for await (const slice of inSlices(items, () => made * 100)) {
      expect(slice).toEqual([1]);
      break;
    }
    expect(made).toBe(1);
  });
});
