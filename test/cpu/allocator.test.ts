// The CPU's memory: blocks of any size, and typed errors for what it cannot hold.
import { describe, expect, it } from 'vitest';
import { ALIGNMENT, createAllocator } from '../../src/backends/cpu/allocator.ts';
import { OutOfMemoryError } from '../../src/tensor/errors.ts';

describe('the allocator', () => {
  it('refuses what no memory of 4 GiB holds', () => {
    const heap = createAllocator();
    const before = heap.counts();
    for (const bytes of [
      2 ** 32,
      2 ** 34,
      2 ** 40,
      Number.MAX_VALUE,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]) {
      expect(() => heap.take(bytes), `${bytes}`).toThrow(OutOfMemoryError);
    }
    expect(heap.counts()).toEqual(before);
    const address = heap.take(100);
    expect(address % ALIGNMENT).toBe(0);
    heap.give(address, 100);
    expect(heap.counts().used).toBe(0);
  });

  it('gives sizes of every octave apart from each other', () => {
    const heap = createAllocator();
    const taken: { address: number; bytes: number }[] = [];
    for (let bytes = 1; bytes < 2 ** 22; bytes = Math.ceil(bytes * 1.7)) {
      taken.push({ address: heap.take(bytes), bytes });
    }
    taken.sort((a, b) => a.address - b.address);
    for (let k = 1; k < taken.length; k++) {
      expect(taken[k].address).toBeGreaterThanOrEqual(taken[k - 1].address + taken[k - 1].bytes);
    }
    for (const { address, bytes } of taken) heap.give(address, bytes);
    expect(heap.counts().used).toBe(0);
  });
});
