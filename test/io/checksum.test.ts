// The sum that a file may carry: whoever reads the file compares it, and whoever writes the file anew makes it anew.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../src/io/checkpoint.ts';
import { type FilePart, writeFileSafely } from '../../src/io/files.ts';
import { decodeSafetensors } from '../../src/io/safetensors.ts';
import { portableSha256, sha256 } from '../../src/io/sha256.ts';
import {
  openSingle,
  openWeightFile,
  openWeights,
  readWeights,
  rewrittenFile,
  weightValues,
} from '../../src/io/weights.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { FileError } from '../../src/tensor/errors.ts';
import { tensor } from '../../src/tensor/ops/index.ts';
import { temporaryFolders } from '../support/folders.ts';

const nextFolder = temporaryFolders('checksum');
beforeAll(async () => {
  await useDevice('interpret');
});

async function newFile(): Promise<{ folder: string; path: string }> {
  const folder = nextFolder();
  await mkdir(folder);
  const path = join(folder, 'model.safetensors');
  const tree = { a: tensor([1.5, -2, 3]), b: tensor(Uint32Array.of(5, 6)) };
  await writeSafetensors(path, tree, { checksum: true, metadata: { note: 'kept' } });
  return { folder, path };
}

async function drain(values: AsyncIterable<unknown>): Promise<number> {
  let n = 0;
  for await (const _ of values) n++;
  return n;
}

test.each([
  ['portable', portableSha256],
  ["Node's", sha256],
])('SHA-256, %s: the sum of random bytes in pieces of any length', (_, make) => {
  for (let length = 0; length < 300; length++) {
    const bytes = randomBytes(length);
    const hash = make();
    for (let at = 0; at < length; ) {
      const next = at + 1 + (randomBytes(1)[0] % 140);
      hash.update(bytes.subarray(at, next));
      at = next;
    }
    expect(hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

describe('a flipped bit', () => {
  // how many of the bits that are flipped one after the other a reader does not find
  async function silent(
    sound: Uint8Array,
    stride: number,
    read: (bytes: Uint8Array) => unknown,
  ): Promise<number> {
    const damaged = new Uint8Array(sound);
    let count = 0;
    for (let bit = 0; bit < 8 * sound.length; bit += stride) {
      damaged[bit >> 3] ^= 1 << (bit & 7);
      try {
        await read(damaged);
        count++;
      } catch (error) {
        if (!(error instanceof FileError && error.message.startsWith('flipped'))) throw error;
      }
      damaged[bit >> 3] ^= 1 << (bit & 7);
    }
    await read(damaged); // sound again
    return count;
  }

  test.each([
    ['decodeSafetensors', (bytes: Uint8Array) => decodeSafetensors(bytes, 'flipped')],
    ['readWeights of bytes', (bytes: Uint8Array) => readWeights(bytes, 'flipped')],
  ])('is found by %s', async (_, read) => {
    const { path } = await newFile();
    expect(await silent(await readFile(path), 1, read)).toBe(0);
  });

  test.each([
    ['readWeights', (path: string) => readWeights(path)],
    ['readSafetensors', (path: string) => readSafetensors(path)],
    [
      'the values of openWeights',
      async (path: string) =>
        drain(
          weightValues(await openWeights(path.replace(/\/model.*/, ''), 'model'), (name) =>
            name === 'b' ? {} : undefined,
          ),
        ),
    ],
    [
      'rewrittenFile',
      async (path: string) => drain(rewrittenFile(await openWeightFile(path), () => undefined)),
    ],
  ])('is found by %s', async (_, read) => {
    const { path } = await newFile();
    const sound = new Uint8Array(await readFile(path));
    const found = await silent(sound, 5, async (bytes) => {
      await writeFile(path, bytes);
      await read(path).catch((error: Error) => {
        if (!error.message.includes(path)) throw error;
        throw new FileError(`flipped: ${error.message}`);
      });
    });
    expect(found).toBe(0);
  });

  test('is found before the first value is given out', async () => {
    const { path } = await newFile();
    const bytes = await readFile(path);
    bytes[bytes.length - 1] ^= 1; // of the last tensor
    await writeFile(path, bytes);
    let given = 0;
    const reading = (async () => {
      for await (const _ of weightValues(await openSingle(path), () => ({}))) given++;
    })();
    await expect(reading).rejects.toThrow('damaged: its bytes are not those that were written');
    expect(given).toBe(0);
  });
});

test('every reader leaves the sum out of the metadata', async () => {
  const { path } = await newFile();
  expect(decodeSafetensors(await readFile(path)).metadata).toEqual({ note: 'kept' });
  expect((await readSafetensors(path)).metadata).toEqual({ note: 'kept' });
});

test('a file with other values in the old places carries their sum', async () => {
  const { path } = await newFile();
  const parts = (replaced: boolean): AsyncGenerator<FilePart> => {
    const b = new Uint8Array(Uint32Array.of(7, 8).buffer);
    return (async function* () {
      const file = await openWeightFile(path);
      yield* rewrittenFile(file, ({ name }) =>
        replaced && name === 'b' ? Promise.resolve(b) : undefined,
      );
    })();
  };
  await writeFileSafely(`${path}.same`, parts(false));
  expect(await readFile(`${path}.same`)).toEqual(await readFile(path));
  await writeFileSafely(`${path}.other`, parts(true));
  const { tensors } = await readSafetensors(`${path}.other`);
  expect([...((await tensors.get('b')?.data()) ?? [])]).toEqual([7, 8]);
});
