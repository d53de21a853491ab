// Device memory. Buffers come in buckets of four sizes an octave and return to free lists, so that a
// loop finds the same buffers (and cached bind groups) again. Of the free ones the oldest is taken: which
// buffers a step gets then depends on what is free and not on the order of its frees, and steps that
// exchange old state for new fall into a cycle of two. Buffers are destroyed only when the device
// is asked for more than it may hold; Dawn gives memory back at the next submit, hence the empty one.
import { OutOfMemoryError } from '../../tensor/errors.ts';
import type { Storage } from '../../tensor/storage.ts';

/** A buffer with an identity that is cheaper to compare and hash than an object. */
export interface GPUStorage extends Storage {
  readonly id: number;
  readonly buffer: GPUBuffer;
  /** Size of the buffer: `bytes` rounded up to a bucket. */
  readonly capacity: number;
  freed: boolean;
}

/** The bucket of a size: 256 bytes at least, then four steps an octave, multiples of 256. */
export function bucketOf(bytes: number): number {
  if (bytes <= 256) return 256;
  const octave = 2 ** Math.floor(Math.log2(bytes - 1));
  const step = Math.max(octave / 4, 256);
  return Math.ceil(bytes / step) * step;
}

const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 24 ? 2 : 0)} MiB`;

// keeps a list sorted, the oldest buffer last
function insert(list: GPUStorage[], storage: GPUStorage): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (list[mid].id > storage.id) low = mid + 1;
    else high = mid;
  }
  list.splice(low, 0, storage);
}

/** Buffers of one usage. */
export interface BufferPool {
  /** @throws OutOfMemoryError if it is more than one buffer of the device holds */
  take(bytes: number, what: string): GPUStorage;
  give(storage: GPUStorage): void;
  /** Destroys everything that is free. */
  trim(): void;
  readonly used: number;
  readonly pooled: number;
  readonly created: number;
}

let nextId = 1;

/** An empty pool. `pressure` is called when more than `maxPooled` bytes are free. */
export function bufferPool(
  device: GPUDevice,
  usage: number,
  pressure: () => void,
  maxPooled = 2 ** 30,
): BufferPool {
  const free = new Map<number, GPUStorage[]>();
  let used = 0;
  let pooled = 0;
  let created = 0;

  function trim(): void {
    if (pooled === 0) return;
    for (const list of free.values()) for (const s of list) s.buffer.destroy();
    free.clear();
    pooled = 0;
    device.queue.submit([]);
  }

  return {
    take(bytes, what) {
      const most = Math.floor(device.limits.maxBufferSize / 4) * 4;
      const capacity = Math.min(bucketOf(bytes), most);
      if (bytes > most) {
        throw new OutOfMemoryError(
          `${what} needs ${mib(bytes)}, but a buffer of this device holds at most ` +
            `${mib(device.limits.maxBufferSize)} (maxBufferSize)`,
        );
      }
      used += capacity;
      const found = free.get(capacity)?.pop();
      if (found) {
        pooled -= capacity;
        return { ...found, bytes, freed: false };
      }
      created++;
      const buffer = device.createBuffer({
        size: capacity,
        usage,
        label: `wgrad ${capacity} bytes`,
      });
      return { id: nextId++, buffer, bytes, capacity, freed: false };
    },
    give(storage) {
      if (storage.freed) return;
      storage.freed = true;
      used -= storage.capacity;
      pooled += storage.capacity;
      const list = free.get(storage.capacity);
      if (list) insert(list, storage);
      else free.set(storage.capacity, [storage]);
      if (pooled > maxPooled) pressure();
    },
    trim,
    get used() {
      return used;
    },
    get pooled() {
      return pooled;
    },
    get created() {
      return created;
    },
  };
}

/** One buffer that grows: memory that is needed only while a program runs. */
export interface GrowingBuffer {
  /** The buffer, replaced by a larger one if it is too small. */
  atLeast(bytes: number, what: string): GPUStorage;
  readonly bytes: number;
}

/** An empty growing buffer over a pool. */
export function growingBuffer(pool: BufferPool): GrowingBuffer {
  let current: GPUStorage | undefined;
  return {
    atLeast(bytes, what) {
      if (current && current.capacity >= bytes) return current;
      if (current) pool.give(current);
      current = undefined;
      current = pool.take(bytes, what);
      return current;
    },
    get bytes() {
      return current?.capacity ?? 0;
    },
  };
}
