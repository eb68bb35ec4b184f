import { describe, expect, test } from 'vitest';
import { checksum } from './checksum';
import { deflate, inflate } from './deflate';

describe('inflating', () => {
  test('stops at its limit', async () => {
    const packed = await deflate(new Uint8Array(20_000_000));
    expect(packed.length).toBeLessThan(20_000);
    expect(await inflate(packed, 19_999_999)).toBeUndefined();
    expect((await inflate(packed, 20_000_000))?.length).toBe(20_000_000);
  });

  test('says nothing of what is cut or never was deflated', async () => {
    const packed = await deflate(new TextEncoder().encode('{"release":"3.5"}'));
    expect(await inflate(packed.slice(0, -1), 100)).toBeUndefined();
    expect(await inflate(new Uint8Array([255, 255, 255]), 100)).toBeUndefined();
    expect(await inflate(new Uint8Array(), 100)).toBeUndefined();
  });
});

test('the checksum is the CRC-32 that everybody computes', () => {
  // The check value of the catalogue of CRCs: cbf43926.
  expect(checksum('123456789')).toBe('y_Q5Jg');
});
