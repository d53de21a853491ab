// Weight files that lie: each claim that does not hold is an error with the file, the tensor and the fault,
// before anything is allocated for it.
import { spawnSync } from 'node:child_process';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors } from '../../src/io/safetensors.ts';
import {
  checkFinite,
  openShards,
  openSingle,
  openWeights,
  readWeights,
  weightValues,
} from '../../src/io/weights.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { FileError } from '../../src/tensor/errors.ts';
import { tensor } from '../../src/tensor/ops/index.ts';
import { temporaryFolders } from '../support/folders.ts';
import { refused } from '../support/refused.ts';
import {
  randomStored,
  rawFile,
  type Stored,
  seeded,
  weightFile,
  writeWeights,
} from '../support/weight-files.ts';

const nextFolder = temporaryFolders('weights');
beforeAll(async () => {
  await useDevice('interpret');
});

async function newFolder(): Promise<string> {
  const folder = nextFolder();
  await mkdir(folder);
  return folder;
}

/** What opening a file of these bytes says, without the path in front. */
async function fault(bytes: Uint8Array): Promise<string> {
  const path = join(await newFolder(), 'lie.safetensors');
  await writeFile(path, bytes);
  const message = await refused(openSingle(path));
  expect(message.startsWith(`${path}: `)).toBe(true);
  return message.slice(path.length + 2).split('\n')[0];
}

const f32 = (shape: readonly number[], begin: number, end: number) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});
const header = (entries: object): string => JSON.stringify(entries);

describe('a header', () => {
  test('that does not fit into the file', async () => {
    expect(await fault(new Uint8Array(5))).toMatch('5 bytes are too few');
    const huge = rawFile('{}');
    new DataView(huge.buffer).setBigUint64(0, 10n << 30n, true);
    expect(await fault(huge)).toBe(
      'the header claims 10737418240 bytes but the file has 16; it is cut short or no safetensors file',
    );
    new DataView(huge.buffer).setBigUint64(0, (1n << 64n) - 1n, true);
    expect(await fault(huge)).toMatch('the header claims 18446744073709551615 bytes');
  });

  test('that is not JSON, no object, or names a tensor twice', async () => {
    expect(await fault(rawFile('{"a": '))).toMatch('the header: not JSON');
    expect(await fault(rawFile('[1]'))).toMatch('the header: not a JSON object');
    expect(await fault(rawFile('{"\u00e9":1}').fill(0xff, 10, 11))).toMatch('the header: not JSON');
    const a = header(f32([1], 0, 4));
    const twice = rawFile(`{"a":${a},"\\u0061":${a}}`, new Uint8Array(4));
    expect(await fault(twice)).toBe('the header: names "a" twice');
    const inside = rawFile('{"a":{"dtype":"F32","shape":[1],"shape":[2],"data_offsets":[0,8]}}');
    expect(await fault(inside)).toBe('the header: names "shape" twice');
    expect(await fault(rawFile('{"__metadata__":"free"}'))).toMatch('__metadata__ is not a JSON');
    expect(await fault(rawFile('{"__metadata__":{"n":1}}'))).toMatch('metadata "n" is not a text');
  });

  test('whose tensors lie outside of the file, over each other, or leave holes', async () => {
    const values = new Uint8Array(16);
    const one = (entries: object) => fault(rawFile(header(entries), values));
    expect(await one({ a: f32([4], 0, 16), b: f32([2], 16, 24) })).toBe(
      'tensor "b" lies at bytes 16 to 24, but the file holds 16 bytes of values',
    );
    expect(await one({ a: f32([1], 1e15, 1e15 + 4) })).toMatch('lies at bytes 1000000000000000 to');
    expect(await one({ a: f32([3], 0, 12), b: f32([2], 8, 16) })).toBe(
      'tensor "b" overlaps "a" (it starts at byte 8, not 12)',
    );
    expect(await one({ a: f32([4], 0, 16), b: f32([4], 0, 16) })).toMatch(
      'tensor "b" overlaps "a"',
    );
    expect(await one({ a: f32([1], 0, 4), b: f32([2], 8, 16) })).toBe(
      'tensor "b" leaves a hole after "a" (it starts at byte 8, not 4)',
    );
    expect(await one({ a: f32([2], 0, 8) })).toBe('16 bytes of values, of which tensors use 8');
    expect(await one({ a: f32([2], 8, 0) })).toMatch('tensor "a" lies at bytes 8 to 0');
    expect(await one({ a: f32([2], -8, 0) })).toMatch('tensor "a" has no valid byte range: [-8,0]');
    expect(await one({ a: f32([2], 0.5, 8.5) })).toMatch('tensor "a" has no valid byte range');
  });

  test('whose shapes do not multiply to their bytes, or to nothing that can be counted', async () => {
    const one = (shape: readonly unknown[], dtype: string = 'F32') =>
      fault(rawFile(header({ w: { dtype, shape, data_offsets: [0, 16] } }), new Uint8Array(16)));
    expect(await one([5])).toBe('tensor "w" is F32 [5], which takes 20 bytes, but 16 are given');
    expect(await one([4], 'F16')).toMatch('is F16 [4], which takes 8 bytes, but 16 are given');
    // 2^32 * 2^32 is 0 in 64 bits, and 2^62 + 4 is 4 in 62
    expect(await one([2 ** 32, 2 ** 32])).toMatch(
      'is F32 [4294967296,4294967296], more bytes than',
    );
    expect(await one([2 ** 53 - 1, 2 ** 53 - 1, 0])).toMatch('more bytes than can be counted');
    expect(await one([-2, -2])).toMatch('tensor "w" has no valid shape: [-2,-2]');
    expect(await one(['4'])).toMatch('has no valid shape: ["4"]');
    expect(await one([4], 'Q4')).toMatch('tensor "w" has dtype "Q4"; known are F64, F32,');
    expect(await fault(rawFile('{"w":null}'))).toMatch('tensor "w" has no description');
  });

  test('that tells the truth about nothing: files without tensors, empty tensors', async () => {
    const folder = await newFolder();
    await writeFile(`${folder}/a.safetensors`, rawFile('{}'));
    expect((await openSingle(`${folder}/a.safetensors`)).tensors.size).toBe(0);
    const empty: Stored = { dtype: 'F32', shape: [0, 7], bytes: new Uint8Array(0) };
    await writeFile(`${folder}/b.safetensors`, weightFile({ empty, also: empty }));
    expect((await openSingle(`${folder}/b.safetensors`)).tensors.size).toBe(2);
  });
});

test('claims are not allocated', async () => {
  const folder = await newFolder();
  // 10 GB that the disk does not hold, all of them header; and a tensor of 8 GB in a file without values
  const sparse = await open(`${folder}/sparse.safetensors`, 'w');
  await sparse.truncate(10 * 2 ** 30);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(10 * 2 ** 30 - 8), true);
  await sparse.write(length, 0, 8, 0);
  await sparse.close();
  const claim = { w: f32([2 ** 31], 0, 2 ** 33) };
  await writeFile(`${folder}/claim.safetensors`, rawFile(header(claim)));
  const script = `
    import { openSingle } from ${JSON.stringify(new URL('../../src/io/weights.ts', import.meta.url).href)};
    const before = process.resourceUsage().maxRSS;
    for (const name of ['sparse', 'claim']) {
      await openSingle(${JSON.stringify(folder)} + '/' + name + '.safetensors').then(
        () => { throw new Error('opened') }, (e) => console.log(e.message));
    }
    console.log('grown', process.resourceUsage().maxRSS - before);`;
  await writeFile(`${folder}/run.mts`, script);
  const run = spawnSync(process.execPath, ['--import', 'tsx', `${folder}/run.mts`], {
    encoding: 'utf8',
    cwd: new URL('../..', import.meta.url),
  });
  expect(run.status, run.stderr).toBe(0);
  expect(run.stdout).toMatch('sparse.safetensors: the header claims 10737418232 bytes');
  expect(run.stdout).toMatch('claim.safetensors: tensor "w" lies at bytes 0 to 8589934592');
  const grown = Number(run.stdout.match(/grown (\d+)/)?.[1]); // KiB
  expect(grown).toBeLessThan(32 * 1024);
});

describe('values', () => {
  const nan = Number.NaN;
  const bytesOf = (values: Float32Array | Uint16Array | Float64Array): Uint8Array =>
    new Uint8Array(values.buffer);
  const check = (dtype: string, shape: number[], bytes: Uint8Array): string => {
    try {
      const entry = { name: 'w', dtype: dtype as 'F32', shape, begin: 0, end: bytes.length };
      checkFinite(entry, bytes, 'f.safetensors');
      return '';
    } catch (error) {
      expect(error).toBeInstanceOf(FileError);
      return (error as Error).message.split('\n')[0];
    }
  };

  test('NaN and infinities are named with tensor, place and number', () => {
    const values = Float32Array.of(1, 2, nan, 4, 5, Number.NEGATIVE_INFINITY);
    expect(check('F32', [2, 3], bytesOf(values))).toBe(
      'f.safetensors: tensor "w" holds 2 values that are NaN or infinite, the first at [0,2]',
    );
    expect(check('F64', [2, 1], bytesOf(Float64Array.of(1, nan)))).toBe(
      'f.safetensors: tensor "w" holds 1 value that is NaN or infinite, the first at [1,0]',
    );
    expect(check('F16', [], bytesOf(Uint16Array.of(0xfc00)))).toMatch('1 value that is NaN');
    expect(check('F16', [2], bytesOf(Uint16Array.of(0x7bff, 0x7c01)))).toMatch('at [1]');
    expect(check('BF16', [2], bytesOf(Uint16Array.of(0x7f7f, 0x7f80)))).toMatch('at [1]');
  });

  test('the largest numbers, zeros of both signs and integers pass', () => {
    const large = Float32Array.of(3.4e38, -3.4e38, -0, 1e-45);
    expect(check('F32', [4], bytesOf(large))).toBe('');
    expect(check('F64', [2], bytesOf(Float64Array.of(1.7e308, -5e-324)))).toBe('');
    expect(check('F16', [3], bytesOf(Uint16Array.of(0x7bff, 0xfbff, 1)))).toBe('');
    expect(check('BF16', [3], bytesOf(Uint16Array.of(0x7f7f, 0xff7f, 0x8000)))).toBe('');
    expect(check('I64', [1], new Uint8Array(8).fill(255))).toBe('');
    // views need not start at multiples of their width
    const odd = new Uint8Array(9);
    odd.set(bytesOf(Float32Array.of(1, nan)), 1);
    expect(check('F32', [2], odd.subarray(1))).toMatch('the first at [1]');
  });

  test('are read from bytes that start anywhere', async () => {
    const next = seeded(4);
    const double: Stored = {
      dtype: 'F64',
      shape: [2],
      bytes: new Uint8Array(Float64Array.of(1.5, -2).buffer),
    };
    const stored = {
      d: double,
      a: randomStored('F32', [3], next),
      b: randomStored('F16', [5], next),
    };
    const bytes = weightFile(stored);
    const expected = await (await readWeights(bytes)).get('a')?.data();
    for (let at = 0; at < 9; at++) {
      for (const held of [new Uint8Array(bytes.length + at), Buffer.alloc(bytes.length + at)]) {
        held.set(bytes, at);
        const read = await readWeights(held.subarray(at));
        expect(await read.get('a')?.data()).toEqual(expected);
        expect(await read.get('d')?.toArray()).toEqual([1.5, -2]);
      }
    }
  });

  test('are read one by one in the order of the file', async () => {
    const folder = await newFolder();
    const next = seeded(1);
    const stored = {
      z: randomStored('F32', [2, 3], next),
      a: randomStored('F16', [4], next),
      b: randomStored('F32', [5], next),
    };
    await writeWeights(folder, 'model', stored);
    const weights = await openWeights(folder, 'model');
    const seen: string[] = [];
    for await (const { entry, value } of weightValues(weights, (n) =>
      n === 'b' ? undefined : {},
    )) {
      seen.push(`${entry.name} ${value}`);
    }
    expect(seen).toEqual(['z z: f32[2, 3]', 'a a: f16[4]']);
  });
});

describe('shards', () => {
  const next = seeded(2);
  const stored = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name) => [name, randomStored('F16', [3], next)]),
  );
  const index = 'model.safetensors.index.json';
  const shard = (i: number): string => `model-0000${i}-of-00002.safetensors`;

  async function sharded(
    edit: (map: Record<string, string>) => Record<string, unknown> = (map) => map,
  ): Promise<string> {
    const folder = await newFolder();
    await writeWeights(folder, 'model', stored, { shards: 2 });
    const value = JSON.parse(await readFile(`${folder}/${index}`, 'utf8'));
    await writeFile(
      `${folder}/${index}`,
      JSON.stringify({ ...value, weight_map: edit(value.weight_map) }),
    );
    return folder;
  }
  const fault = async (folder: string): Promise<string> =>
    (await refused(openShards(`${folder}/${index}`))).replaceAll(`${folder}/`, '').split('\n')[0];

  test('together are the weights', async () => {
    const weights = await openWeights(await sharded(), 'model');
    expect([...weights.tensors.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(weights.files.map((f) => f.header.entries.length)).toEqual([2, 2]);
  });

  test('that are missing or broken', async () => {
    const folder = await sharded();
    await rm(`${folder}/${shard(2)}`);
    expect(await fault(folder)).toBe(
      `${index}: shard ${shard(2)} cannot be used: ${shard(2)}: no such file or folder`,
    );
    await writeFile(`${folder}/${shard(2)}`, 'x');
    expect(await fault(folder)).toMatch('1 bytes are too few for a safetensors file');
  });

  test('with tensors that the index puts elsewhere, or does not name, or lacks', async () => {
    expect(await fault(await sharded((map) => ({ ...map, a: map.c })))).toBe(
      `${shard(1)}: holds tensor "a", which the index puts into ${shard(2)}`,
    );
    expect(await fault(await sharded(({ d: _, ...map }) => map))).toBe(
      `${shard(2)}: holds tensor "d", which the index does not name`,
    );
    expect(await fault(await sharded((map) => ({ ...map, e: map.c })))).toBe(
      `${shard(2)}: tensor "e" of the index is missing`,
    );
  });

  test('whose names lead out of the folder', async () => {
    const outside = await newFolder();
    await writeFile(`${outside}/x.safetensors`, weightFile(stored));
    const names = [
      '../x.safetensors',
      `${outside}/x.safetensors`,
      '..\\x.safetensors',
      '..',
      '',
      7,
    ];
    for (const name of names) {
      const message = await fault(await sharded((map) => ({ ...map, a: name })));
      expect(message).toMatch(`${index}: tensor "a" is said to lie in ${JSON.stringify(name)}`);
      expect(message).toMatch('not the name of a safetensors file in the same folder');
    }
  });

  test('with an index that is none', async () => {
    const folder = await sharded();
    await writeFile(`${folder}/${index}`, '{');
    expect(await fault(folder)).toMatch(`${index}: not JSON`);
    await writeFile(`${folder}/${index}`, '{"weight_map": []}');
    expect(await fault(folder)).toMatch('has no "weight_map" from tensors to files');
    await writeFile(`${folder}/${index}`, '{"weight_map": {}}');
    expect(await fault(folder)).toMatch('names no tensors');
    await writeFile(
      `${folder}/${index}`,
      `{"weight_map": {"a": "${shard(1)}", "a": "${shard(2)}"}}`,
    );
    expect(await fault(folder)).toBe(`${index}: names "a" twice`);
  });
});

test('BF16 is written: exactly where it came from BF16, to the nearest otherwise', async () => {
  const bits = Uint16Array.of(0x3f80, 0xbf81, 0x0001, 0x8000, 0x7f7f, 0x4049);
  const stored = { w: { dtype: 'BF16', shape: [6], bytes: new Uint8Array(bits.buffer) } };
  const { tensors } = decodeSafetensors(weightFile(stored, {}));
  const out = await encodeSafetensors(Object.fromEntries(tensors), {
    store: () => 'BF16',
    metadata: {},
  });
  expect(Buffer.from(out).equals(Buffer.from(weightFile(stored, {})))).toBe(true);
  // halfway cases go to the even neighbour; the largest f32 goes to infinity
  const near = tensor([
    1 + 2 ** -8,
    1 + 3 * 2 ** -8,
    1 + 2 ** -8 + 2 ** -20,
    -3.4e38,
    3.4028235e38,
  ]);
  const file = await encodeSafetensors({ near }, { store: () => 'BF16' });
  const words = new Uint16Array(file.slice(-10).buffer);
  expect([...words]).toEqual([0x3f80, 0x3f82, 0x3f81, 0xff80, 0x7f80]);
});
