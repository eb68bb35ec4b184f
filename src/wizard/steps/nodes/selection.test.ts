import { describe, expect, it } from 'vitest';
import { extend, noSelection, toggle, toggleAll } from './selection';

const shown = [5, 3, 8, 1];
const chosen = (selection: { keys: ReadonlySet<number> }) => [...selection.keys].sort();

describe('the selection of rows', () => {
  it('chooses a row and lets it go', () => {
    const once = toggle(noSelection, 3);
    expect(chosen(once)).toEqual([3]);
    expect(chosen(toggle(once, 3))).toEqual([]);
  });

  it('reaches from the row last touched to another, in the order shown, either way', () => {
    expect(chosen(extend(toggle(noSelection, 3), 1, shown))).toEqual([1, 3, 8]);
    expect(chosen(extend(toggle(noSelection, 8), 5, shown))).toEqual([3, 5, 8]);
  });

  it('keeps what was chosen before', () => {
    expect(chosen(extend(toggle(toggle(noSelection, 5), 8), 1, shown))).toEqual([1, 5, 8]);
  });

  it('takes one row alone when there is nothing to reach from', () => {
    expect(chosen(extend(noSelection, 8, shown))).toEqual([8]);
    expect(chosen(extend({ keys: new Set(), anchor: 99 }, 8, shown))).toEqual([8]);
  });

  it('chooses all that are shown, then none of them', () => {
    const hidden = toggle(noSelection, 42);
    const all = toggleAll(hidden, shown);
    expect(chosen(all)).toEqual([1, 3, 42, 5, 8]);
    expect(chosen(toggleAll(all, shown))).toEqual([42]);
  });
});
