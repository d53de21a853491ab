// The autotuner, forced on a software adapter: what it picks, remembers and leaves alone.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTuner, type TuningStore, tuningClass } from '../../src/backends/webgpu/autotune.ts';
import { fileStore, readChoices, writeChoices } from '../../src/backends/webgpu/autotune-store.ts';
import { type GPUHandle, requestDevice } from '../../src/backends/webgpu/device.ts';
import { type Tile, tileName } from '../../src/backends/webgpu/kernels/gemm-choice.ts';
import type { TuneRequest, Tuner } from '../../src/backends/webgpu/tuner.ts';
import { WebGPUBackend } from '../../src/backends/webgpu/webgpu-backend.ts';
import { mainHead, type Stage, type Stages } from '../../src/backends/webgpu/wgsl/stage.ts';
import { plainProduct, productSpec } from './direct.ts';
import { programOf, randomValues, runKernel, special, worstError } from './support.ts';

/** A store in memory, and what it holds. */
function memoryStore(
  choices: [string, string][] = [],
): TuningStore & { held: Map<string, string> } {
  const held = new Map(choices);
  return {
    held,
    read: async () => held,
    write: async (now) => {
      for (const [key, value] of now) held.set(key, value);
    },
  };
}

describe('the cache file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wgrad-tiles-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('choices survive, in one file without remains', async () => {
    const choices = new Map([['matmul 1x2x3', 'shared 64x64x16 4x4']]);
    await (await fileStore('An adapter / 1.0', folder)).write(choices);
    expect(await (await fileStore('An adapter / 1.0', folder)).read()).toEqual(choices);
    expect(await readdir(folder)).toEqual(['tiles-An-adapter-1.0.json']);
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"format":0,"choices":{"a":"b"}}',
    '{"format":1,"choices":[1]}',
  ])('a broken file is an empty one: %s', async (text) => {
    expect(readChoices(text)).toEqual(new Map());
    await writeFile(join(folder, 'tiles-x.json'), text);
    const store = await fileStore('x', folder);
    expect((await store.read()).size).toBe(0);
    await store.write(new Map([['a', 'b']]));
    expect(await store.read()).toEqual(new Map([['a', 'b']]));
  });

  test('values that are no names are left out', () => {
    const text = writeChoices(new Map([['a', 'b']])).replace('{"a"', '{"c":5,"a"');
    expect(readChoices(text.replace('"a": "b"', '"c": 5, "a": "b"'))).toEqual(
      new Map([['a', 'b']]),
    );
  });
});

const tiles: Tile[] = [1, 2, 4].map((rows) => ({
  ...{ form: 'registers', rows, columns: 1, size: 8, spread: false },
}));

describe('measuring', () => {
  let device: GPUDevice;
  beforeEach(async () => {
    ({ device } = await requestDevice());
  });
  afterEach(() => device.destroy());

  // stage that repeats an addition `work` times in one thread
  const busy = (work: number): Stage => ({
    name: 'busy',
    operands: [
      { arg: 0, dtype: 'f32', write: false },
      { arg: 2, dtype: 'f32', write: true },
    ],
    workgroups: 1,
    body: (access) => `${mainHead(1)}  var x = 0f;
  for (var i = 0i; i < ${work}i; i++) { x = x * 0.5f + ${access.load(0, 'i % 16i')}; }
  ${access.store(1, '0i', 'x')}
}
`,
  });
  const broken: Stage = { ...busy(1), body: () => 'this is no shader' };
  const request = (works: (number | 'broken')[]): TuneRequest => ({
    name: 'busy',
    shape: { batches: 1, m: 2048, n: 2048, k: 8, inner: 8, half: false },
    tiles: tiles.slice(0, works.length),
    stages: (tile): Stages => {
      const work = works[tiles.indexOf(tile)];
      return { scratchBytes: 0, stages: [work === 'broken' ? broken : busy(work)] };
    },
    elements: [64, 64, 64],
    options: { f16: true, hardware: true },
  });
  const [little, much] = [100, 1_000_000];

  test.each([
    ['the fastest wins', [much, little, much], 1],
    ['the usual tile stays if it is fastest', [little, much, much], 0],
    ['a tile that the device refuses does not win', [much, 'broken', little], 2],
    ['the usual tile may be refused', ['broken', little], 1],
  ] as const)('%s', async (_, works, best) => {
    const store = memoryStore();
    const tuner = await createTuner(device, store);
    const wanted = request([...works]);
    expect(tuner.choose(wanted)).toBeUndefined();
    expect(tuner.version).toBe(0);
    await tuner.idle();
    expect(tuner.choose(wanted)).toEqual(tiles[best]);
    expect(tuner.version).toBe(best === 0 ? 0 : 1);
    expect(store.held).toEqual(new Map([[tuningClass(wanted), tileName(tiles[best])]]));
  });

  test('without timestamps, by the clock', async () => {
    const features = new Set([...device.features].filter((f) => f !== 'timestamp-query'));
    const plain = new Proxy(device, {
      get: (target, key) => {
        if (key === 'features') return features;
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const tuner = await createTuner(plain, memoryStore());
    tuner.choose(request([much, little]));
    await tuner.idle();
    expect(tuner.choose(request([much, little]))).toEqual(tiles[1]);
  });

  test('what the store remembers needs no measuring; unknown names are measured again', async () => {
    const wanted = request([much, little]);
    const known = await createTuner(
      device,
      memoryStore([[tuningClass(wanted), tileName(tiles[0])]]),
    );
    expect(known.choose(wanted)).toEqual(tiles[0]);
    const unknown = await createTuner(device, memoryStore([[tuningClass(wanted), 'of old']]));
    expect(unknown.choose(wanted)).toBeUndefined();
    await unknown.idle();
    expect(unknown.choose(wanted)).toEqual(tiles[1]);
  });

  test('a store that fails and small products do no harm', async () => {
    const fail = async (): Promise<never> => {
      throw new Error('no disk');
    };
    const tuner = await createTuner(device, { read: fail, write: fail });
    tuner.choose(request([much, little]));
    await tuner.idle();
    expect(tuner.choose(request([much, little]))).toEqual(tiles[1]);
    const small = {
      ...request([much, little]),
      shape: { batches: 1, m: 9, n: 9, k: 9, inner: 9, half: false },
    };
    tuner.choose(small);
    await tuner.idle();
    expect(tuner.choose(small)).toBeUndefined();
  });

  test('a device that goes away ends the measuring', async () => {
    const tuner = await createTuner(device, memoryStore());
    tuner.choose(request([much, little]));
    device.destroy();
    await tuner.idle();
    expect(tuner.version).toBe(0);
  });

  test('products of a class have extents of the same power of two', () => {
    const of = (m: number): string =>
      tuningClass({ name: 'p', shape: { batches: 1, m, n: 64, k: 5, inner: 5, half: false } });
    expect(of(100)).toBe(of(128));
    expect(of(100)).not.toBe(of(129));
  });
});

describe('in programs', () => {
  let handle: GPUHandle;
  beforeAll(async () => {
    handle = await requestDevice();
  });
  afterAll(() => handle.device.destroy());

  test('a better tile replaces the kernel of a loaded program', async () => {
    let tile: Tile = {
      form: 'shared',
      rows: 32,
      columns: 32,
      depth: 16,
      tm: 4,
      tn: 4,
      prefetch: false,
    };
    let version = 0;
    const tuner: Tuner = {
      choose: () => tile,
      get version() {
        return version;
      },
      idle: async () => {},
    };
    const backend = new WebGPUBackend({ ...handle, tuner }, { hardware: true });
    const spec = productSpec(40, 24, 64);
    const values = [randomValues(40 * 64, 1), randomValues(64 * 24, 2)];
    const program = programOf(
      backend,
      special(
        spec,
        values.map((v) => v.length),
      ),
      [40 * 24],
    );
    const executable = backend.load(program);
    const inputs = values.map((v, i) => {
      const s = backend.alloc(program.inputs[i]);
      backend.upload(s, program.inputs[i], v);
      return s;
    });
    const outputs = program.outputs.map((o) => backend.alloc(o));
    const results = async (): Promise<ArrayLike<number>> => {
      executable.run(inputs, outputs);
      return backend.download(outputs[0], program.outputs[0]);
    };
    const want = plainProduct(spec, values[0], values[1]);
    const first = await results();
    expect(worstError(first, want, 8)).toBeLessThan(1e-6);
    const { pipelines } = backend.counters();

    tile = { ...tile, rows: 64, columns: 16 };
    expect(await results()).toEqual(first);
    expect(backend.counters().pipelines).toBe(pipelines);

    version++;
    // k is added in the same order: the same bits
    expect(await results()).toEqual(first);
    expect(backend.counters().pipelines).toBe(pipelines + 1);
    const { bindGroups } = backend.counters();
    await results();
    expect(backend.counters().pipelines).toBe(pipelines + 1);
    expect(backend.counters().bindGroups).toBe(bindGroups);
  });

  test('a product is right before and after it is tuned', async () => {
    const store = memoryStore();
    const tuner = await createTuner(handle.device, store);
    const backend = new WebGPUBackend({ ...handle, tuner }, { hardware: true });
    const spec = productSpec(128, 128, 128);
    const values = [randomValues(2 ** 14, 1), randomValues(2 ** 14, 2)];
    const kernel = special(spec, [2 ** 14, 2 ** 14]);
    const want = plainProduct(spec, values[0], values[1]);
    for (let round = 0; round < 2; round++) {
      const [got] = await runKernel(backend, kernel, values, [2 ** 14]);
      expect(worstError(got, want, 11)).toBeLessThan(1e-6);
      await tuner.idle();
    }
    expect([...store.held.keys()]).toEqual([expect.stringContaining('matmul')]);
  });
});

describe('WGRAD_AUTOTUNE', () => {
  const { WGRAD_AUTOTUNE, XDG_CACHE_HOME } = process.env;
  let folder: string;
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wgrad-tiles-'));
    set('XDG_CACHE_HOME', folder);
  });
  afterAll(async () => {
    set('WGRAD_AUTOTUNE', WGRAD_AUTOTUNE);
    set('XDG_CACHE_HOME', XDG_CACHE_HOME);
    await rm(folder, { recursive: true, force: true });
  });

  test.each(['0', '1', undefined])('%s', async (wish) => {
    set('WGRAD_AUTOTUNE', wish);
    const { device, tuner, software } = await requestDevice();
    // without a wish, GPUs are tuned and software adapters are not
    expect(tuner !== undefined).toBe(wish === undefined ? !software : wish === '1');
    device.destroy();
  });
});
