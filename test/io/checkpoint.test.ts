// Checkpoints on disk: exact round trips, and a full disk or a killed process that loses nothing.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  loadCheckpoint,
  readCheckpoint,
  readSafetensors,
  saveCheckpoint,
} from '../../src/io/checkpoint.ts';
import { type FileSystem, nodeFileSystem } from '../../src/io/files.ts';
import { encodeSafetensors } from '../../src/io/safetensors.ts';
import { readWeights } from '../../src/io/weights.ts';
import { useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { FileError } from '../../src/tensor/errors.ts';
import { random, tensor } from '../../src/tensor/ops/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wgrad-checkpoint-'));
  await useDevice('interpret');
});
afterAll(() => rm(folder, { recursive: true }));

const stateOf = (seed: number) => ({
  params: { w: random.normal(random.key(seed), [4, 3]), b: tensor([seed, 1]) },
  opt: [{ count: tensor(Int32Array.of(seed), { shape: [] }) }, null],
});

test('tree, metadata and bits come back', async () => {
  const path = join(folder, 'a.safetensors');
  const state = stateOf(3);
  await saveCheckpoint(path, state, { step: 12, options: { rate: 0.1 } });
  const { tree, metadata } = await loadCheckpoint(path, stateOf(0));
  expect(metadata).toEqual({ step: 12, options: { rate: 0.1 } });
  expect(await tree.params.w.data()).toEqual(await state.params.w.data());
  expect(await tree.opt[0]?.count.item()).toBe(3);
  expect(tree.opt[1]).toBeNull();
  expect(await readdir(folder)).toEqual(['a.safetensors']);
});

/** A file system whose disk is full after `room` bytes. */
async function fullAfter(room: number): Promise<FileSystem> {
  const fs = await nodeFileSystem();
  let left = room;
  return {
    ...fs,
    create: async (path) => {
      const file = await fs.create(path);
      return {
        ...file,
        write: async (bytes) => {
          await file.write(bytes.subarray(0, Math.max(0, left)));
          left -= bytes.length;
          if (left < 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        },
      };
    },
  };
}

test('a full disk leaves the old checkpoint and no rubbish', async () => {
  const path = join(folder, 'b.safetensors');
  await saveCheckpoint(path, stateOf(1), { step: 1 });
  const before = await readFile(path);
  for (const room of [0, 20, before.length - 1]) {
    const saving = saveCheckpoint(path, stateOf(2), { step: 2 }, await fullAfter(room));
    await expect(saving).rejects.toThrow(/b\.safetensors: the disk is full/);
    expect(await readFile(path)).toEqual(before);
  }
  expect((await readdir(folder)).filter((f) => f.includes('tmp'))).toEqual([]);
});

test('a failing flush or rename leaves the old checkpoint', async () => {
  const path = join(folder, 'c.safetensors');
  await saveCheckpoint(path, stateOf(1), { step: 1 });
  const before = await readFile(path);
  const fs = await nodeFileSystem();
  const fail = () => Promise.reject(Object.assign(new Error('input/output'), { code: 'EIO' }));
  const noSync: FileSystem = {
    ...fs,
    create: async (p) => ({ ...(await fs.create(p)), sync: fail }),
  };
  for (const broken of [noSync, { ...fs, rename: fail }]) {
    await expect(saveCheckpoint(path, stateOf(2), {}, broken)).rejects.toThrow(/input\/output/);
    expect(await readFile(path)).toEqual(before);
  }
});

test('kill -9 in the middle of a save leaves the old checkpoint', async () => {
  const path = join(folder, 'd.safetensors');
  await saveCheckpoint(path, stateOf(1), { step: 1 });
  const before = await readFile(path);
  // a process that writes half of a new file and kills itself
  const files = new URL('../../src/io/files.ts', import.meta.url);
  const program = `
    const { writeFileSafely } = await import(${JSON.stringify(files.href)});
    async function* parts() {
      yield new Uint8Array(100);
      process.kill(process.pid, 'SIGKILL');
      await new Promise((r) => setTimeout(r, 10000));
    }
    await writeFileSafely(${JSON.stringify(path)}, parts());
  `;
  const script = join(folder, 'kill.mts');
  await writeFile(script, program);
  const done = spawnSync(process.execPath, ['--import', 'tsx', script], {
    cwd: new URL('../..', import.meta.url),
  });
  expect(done.signal).toBe('SIGKILL');
  expect(await readFile(path)).toEqual(before);
});

test('missing, truncated and foreign files are told apart', async () => {
  const missing = join(folder, 'nowhere.safetensors');
  await expect(loadCheckpoint(missing, {})).rejects.toThrow(
    /nowhere\.safetensors: no such file or folder/,
  );
  const path = join(folder, 'e.safetensors');
  await saveCheckpoint(path, stateOf(1), { step: 1 });
  const { length } = await readFile(path);
  await truncate(path, length - 3);
  await expect(loadCheckpoint(path, stateOf(1))).rejects.toThrow(/e\.safetensors: tensor ".*bytes/);
  await writeFile(path, 'a picture, perhaps');
  await expect(readSafetensors(path)).rejects.toThrow(/e\.safetensors: the header claims/);
  await expect(readSafetensors(folder)).rejects.toThrow(/it is a folder/);
});

test('another model’s checkpoint is refused with the differences', async () => {
  const path = join(folder, 'f.safetensors');
  await saveCheckpoint(path, stateOf(1), { step: 1 });
  const other = { params: { w: tensor([1]), v: tensor([1]) }, opt: stateOf(1).opt };
  await expect(loadCheckpoint(path, other)).rejects.toThrow(
    /missing: params\.v; not in the model: params\.b; params\.w is f32\[4,3\], not f32\[1\]/,
  );
});

test('a flipped bit anywhere is found; other readers and files without a sum are as before', async () => {
  const path = join(folder, 'g.safetensors');
  const state = { a: random.normal(random.key(1), [7, 3]), b: tensor(Uint32Array.of(5)) };
  await saveCheckpoint(path, state, { step: 3 });
  const sound = await readFile(path);
  // nothing but texts in __metadata__ more than before
  const [header] = /^\{.*\}/.exec(sound.subarray(8).toString('latin1')) as RegExpExecArray;
  const names = Object.keys(JSON.parse(header).__metadata__).sort();
  expect(names).toEqual(['wgrad', 'wgrad.checksum', 'wgrad.sha256']);
  expect((await readWeights(path)).get('a')?.shape).toEqual([7, 3]);
  expect((await readCheckpoint(path)).metadata).toEqual({ step: 3 });

  const damaged = new Uint8Array(sound);
  let silent = 0;
  for (let bit = 0; bit < 8 * sound.length; bit++) {
    damaged[bit >> 3] ^= 1 << (bit & 7);
    await writeFile(path, damaged);
    const found = await readCheckpoint(path).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(found instanceof FileError && found.message.startsWith(path))) silent++;
    damaged[bit >> 3] ^= 1 << (bit & 7);
  }
  expect(silent).toBe(0);
  await writeFile(path, damaged);
  await readCheckpoint(path);

  // as older versions wrote it
  const old = await encodeSafetensors(state, { metadata: { wgrad: '{"step":4}' } });
  await writeFile(path, old);
  expect((await readCheckpoint(path)).metadata).toEqual({ step: 4 });
}, 60_000);
