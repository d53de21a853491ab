// Measured tiles. The first time a class of products is generated on a GPU, its few likely tiles are timed
// on the device in the background, while programs run with the heuristic one; when the measurements
// are done, `version` grows and programs are loaded again with the fastest. Choices are remembered in a
// store (autotune-store.ts). Tiles that do not split k add the same terms in the same order, so that a
// choice changes results by rounding at most. Whatever fails here leaves the heuristic in place.

import { checked, compileDirect, type Recorder } from './direct.ts';
import { tileName } from './kernels/gemm-choice.ts';
import type { TuneRequest, Tuner } from './tuner.ts';
import type { ShaderOptions, Stages } from './wgsl/stage.ts';

/** Remembers which tile a class of products got. */
export interface TuningStore {
  read(): Promise<ReadonlyMap<string, string>>;
  write(choices: ReadonlyMap<string, string>): Promise<void>;
}

// smaller products are over before a difference counts
const leastTerms = 2 ** 21;
const mostBytes = 2 ** 29;
// a tile replaces the heuristic one if it is clearly faster
const clearly = 0.95;

const classOf = (n: number): number => (n <= 16 ? n : 2 ** Math.ceil(Math.log2(n)));

/** Products of one class share a choice: extents are rounded up to powers of two. */
export function tuningClass({ name, shape }: Pick<TuneRequest, 'name' | 'shape'>): string {
  const extents = [shape.batches, shape.m, shape.n, shape.k];
  return `${name} ${extents.map(classOf).join('x')}`;
}

/** A tuner of one device; what the store remembers is used from the start. */
export async function createTuner(device: GPUDevice, store: TuningStore): Promise<Tuner> {
  const choices = new Map(await store.read().catch(() => new Map<string, string>()));
  const asked = new Set<string>();
  let queue = Promise.resolve();
  let waiting = 0;
  let version = 0;
  let changed = false;
  let stopped = false;
  device.lost.then(() => {
    stopped = true;
  });

  async function tune(key: string, request: TuneRequest): Promise<void> {
    if (stopped) return;
    const [usual] = request.tiles;
    const times = await measure(device, request).catch(() => undefined);
    if (!times || Math.min(...times) === Number.POSITIVE_INFINITY) return;
    const fastest = times.indexOf(Math.min(...times));
    const tile = times[fastest] < clearly * times[0] ? request.tiles[fastest] : usual;
    choices.set(key, tileName(tile));
    if (tile !== usual) changed = true;
  }

  async function finish(): Promise<void> {
    waiting--;
    if (waiting > 0 || stopped) return;
    if (changed) version++;
    changed = false;
    await store.write(choices).catch(() => {});
  }

  return {
    choose(request) {
      const { batches, m, n, k } = request.shape;
      if (batches * m * n * k < leastTerms || request.tiles.length < 2) return undefined;
      const key = tuningClass(request);
      const known = choices.get(key);
      const tile = request.tiles.find((t) => tileName(t) === known);
      if (!tile && !asked.has(key)) {
        asked.add(key);
        waiting++;
        queue = queue.then(() => tune(key, request)).then(finish);
      }
      return tile;
    },
    get version() {
      return version;
    },
    idle: () => queue,
  };
}

/** Seconds of each candidate; Infinity for one that the device refuses. */
async function measure(device: GPUDevice, request: TuneRequest): Promise<number[] | undefined> {
  const made = request.tiles.map((tile) => request.stages(tile));
  const scratchBytes = Math.max(...made.map((s) => s.scratchBytes), 16);
  const sizes = [...request.elements.map((n) => Math.ceil(n / 4) * 16), scratchBytes];
  const most = Math.min(mostBytes, device.limits.maxStorageBufferBindingSize);
  if (sizes.some((n) => n > most)) return undefined;
  const buffers = await checked(device, () =>
    sizes.map((size) => device.createBuffer({ size, usage: GPUBufferUsage.STORAGE })),
  );
  if (buffers instanceof Error) return undefined;
  const timer = createTimer(device);
  try {
    const times: number[] = [];
    for (const stages of made) {
      times.push(await timeStages(device, stages, request.options, buffers, timer));
    }
    return times;
  } finally {
    for (const b of buffers) b.destroy();
    timer.dispose();
  }
}

async function timeStages(
  device: GPUDevice,
  stages: Stages,
  options: ShaderOptions,
  buffers: readonly GPUBuffer[],
  timer: Timer,
): Promise<number> {
  const record = await compileDirect(device, stages, options, buffers);
  let least = Number.POSITIVE_INFINITY;
  // the first round also warms the device up
  for (let round = 0; typeof record !== 'string' && round < 4; round++) {
    const seconds = await timer.time(record);
    if (round > 0) least = Math.min(least, seconds);
  }
  return least;
}

/** Times what is recorded into a pass, in seconds. */
interface Timer {
  time(record: Recorder): Promise<number>;
  dispose(): void;
}

// With timestamps where the device has them, else by the clock; Infinity if the device objects.
function createTimer(device: GPUDevice): Timer {
  const submit = (
    record: Recorder,
    timestampWrites?: GPUComputePassTimestampWrites,
    after: (encoder: GPUCommandEncoder) => void = () => {},
  ): Promise<unknown> =>
    checked(device, () => {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass({ timestampWrites });
      record(pass);
      pass.end();
      after(encoder);
      device.queue.submit([encoder.finish()]);
    });
  if (!device.features.has('timestamp-query')) {
    return {
      async time(record) {
        await device.queue.onSubmittedWorkDone();
        const start = performance.now();
        const failed = await submit(record);
        await device.queue.onSubmittedWorkDone();
        return failed ? Number.POSITIVE_INFINITY : (performance.now() - start) / 1000;
      },
      dispose() {},
    };
  }
  const querySet = device.createQuerySet({ type: 'timestamp', count: 2 });
  const buffer = (usage: number): GPUBuffer => device.createBuffer({ size: 16, usage });
  const resolved = buffer(GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC);
  const read = buffer(GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
  const timestampWrites = { querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 };
  return {
    async time(record) {
      const failed = await submit(record, timestampWrites, (encoder) => {
        encoder.resolveQuerySet(querySet, 0, 2, resolved, 0);
        encoder.copyBufferToBuffer(resolved, 0, read, 0, 16);
      });
      if (failed) return Number.POSITIVE_INFINITY;
      await read.mapAsync(GPUMapMode.READ);
      const [start, end] = new BigUint64Array(read.getMappedRange());
      read.unmap();
      // clocks can run backwards between a device's engines: such a round says nothing
      return end > start ? Number(end - start) / 1e9 : Number.POSITIVE_INFINITY;
    },
    dispose() {
      querySet.destroy();
      resolved.destroy();
      read.destroy();
    },
  };
}
