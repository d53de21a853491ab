// Memory of the CPU backend: one WebAssembly memory, cut into blocks aligned to 64 bytes. Free blocks
// hang in bins by size (four steps per octave) and merge with free neighbours, so that any mix of
// sizes can be served again; the memory grows when nothing fits.
import { OutOfMemoryError } from '../../tensor/errors.ts';
import { createMemory } from './wasm/assembler.ts';

/** Alignment of every block in bytes. */
export const ALIGNMENT = 64;

const PAGE = 65536;
const LIMIT = 65536 * PAGE;
/** Address 0 is never handed out. */
const FIRST = 1024;

/** Bytes of a block that serves a request. */
export const blockBytes = (bytes: number): number =>
  Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);

// index of the bin whose blocks all have at least 2^(b/4) 64-byte units, rounded down
function binOf(size: number): number {
  const units = size / ALIGNMENT;
  const octave = 31 - Math.clz32(units);
  return 4 * octave + Math.floor((4 * units) / 2 ** octave) - 4;
}

/** Hands out stretches of one growing WebAssembly memory. */
export interface Allocator {
  readonly memory: WebAssembly.Memory;
  /** Byte address of `bytes` bytes, contents undefined. @throws OutOfMemoryError */
  take(bytes: number): number;
  /** Gives back what `take(bytes)` returned. */
  give(address: number, bytes: number): void;
  /** Bytes in use and bytes that are free inside the memory as it is. */
  counts(): { readonly used: number; readonly pooled: number };
}

/** A new memory with nothing in it, for one thread or `shared` between several. */
export function createAllocator(shared = false): Allocator {
  const memory = createMemory(16, shared);
  const starts = new Map<number, number>(); // free block: address -> size
  const ends = new Map<number, number>(); // free block: end -> address
  const bins: Set<number>[] = Array.from({ length: 4 * 28 }, () => new Set());
  let used = 0;
  let pooled = 0;
  let end = FIRST;

  const remove = (address: number): number => {
    const size = starts.get(address) as number;
    starts.delete(address);
    ends.delete(address + size);
    bins[binOf(size)].delete(address);
    pooled -= size;
    return size;
  };
  const insert = (from: number, bytes: number): void => {
    let address = from;
    let size = bytes;
    const before = ends.get(address);
    if (before !== undefined) {
      size += remove(before);
      address = before;
    }
    if (starts.has(address + size)) size += remove(address + size);
    starts.set(address, size);
    ends.set(address + size, address);
    bins[binOf(size)].add(address);
    pooled += size;
  };
  const grow = (size: number): void => {
    const have = memory.buffer.byteLength;
    const start = ends.get(end) ?? end;
    const need = start + size - have;
    if (need > 0) {
      const wanted = Math.max(need, Math.min(have / 4, 256 * 1024 * 1024), 4 * 1024 * 1024);
      const most = LIMIT - have;
      const pages = Math.ceil(Math.min(wanted, Math.max(most, 0)) / PAGE);
      try {
        if (need > most) throw new RangeError('4 GiB');
        memory.grow(pages);
      } catch {
        throw new OutOfMemoryError(
          `the CPU backend cannot take ${size} bytes more: ${used} bytes are in use, ${pooled} ` +
            `free in smaller blocks, and its memory of ${have} bytes cannot grow (limit ${LIMIT})`,
        );
      }
    }
    const top = memory.buffer.byteLength;
    if (top > end) insert(end, top - end);
    end = top;
  };
  const find = (size: number): number | undefined => {
    const first = binOf(size);
    // blocks of the request's own bin may be too small
    for (const address of bins[first]) if ((starts.get(address) as number) >= size) return address;
    for (let b = first + 1; b < bins.length; b++) {
      for (const address of bins[b]) return address;
    }
    return undefined;
  };

  return {
    memory,
    take(bytes) {
      const size = blockBytes(bytes);
      if (!(size <= LIMIT - FIRST)) {
        throw new OutOfMemoryError(
          `the CPU backend cannot hold ${bytes} bytes in one piece: its memory has at most ${LIMIT} bytes`,
        );
      }
      let address = find(size);
      if (address === undefined) {
        grow(size);
        address = find(size) as number;
      }
      const rest = remove(address) - size;
      if (rest > 0) insert(address + size, rest);
      used += size;
      return address;
    },
    give(address, bytes) {
      const size = blockBytes(bytes);
      used -= size;
      insert(address, size);
    },
    counts: () => ({ used, pooled }),
  };
}
