// Pipelines in folders as diffusers writes them: what is read has the values of the files, what is written
// back has their bytes, and what does not fit is refused with the file and the fault.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  loadDiffusers,
  openDiffusers,
  openDiffusersPart,
  partOf,
} from '../../src/diffusion/diffusers-folder.ts';
import { saveDiffusers } from '../../src/diffusion/diffusers-save.ts';
import { type FileSystem, nodeFileSystem } from '../../src/io/files.ts';
import { ShapeError } from '../../src/tensor/errors.ts';
import { add, mul, random, tensor, zeros } from '../../src/tensor/ops/index.ts';
import { leaves, leavesWithPaths, map } from '../../src/tensor/tree.ts';
import { use } from '../support/devices.ts';
import { temporaryFolders } from '../support/folders.ts';
import { refused } from '../support/refused.ts';
import {
  type TinyOptions,
  tinyConfigs,
  tinyWeights,
  writeTinyPipeline,
} from '../support/tiny-pipeline.ts';
import type { Stored } from '../support/weight-files.ts';

const newFolder = temporaryFolders('diffusers');
beforeAll(async () => {
  await use('cpu');
});

async function made(options?: TinyOptions): Promise<string> {
  const folder = newFolder();
  await writeTinyPipeline(folder, options);
  return folder;
}

/** Hashes of all files by path. */
async function hashes(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((f) => f.isFile()).map((f) => join(f.parentPath ?? f.path, f.name));
  const out: Record<string, string> = {};
  for (const path of files.sort()) {
    const bytes = await readFile(path);
    out[path.slice(folder.length + 1)] = createHash('sha256').update(bytes).digest('hex');
  }
  return out;
}

const _edited = async (path: string, edit: (value: Record<string, never>) => unknown) => {
  const value = JSON.parse(await readFile(path, 'utf8')) as Record<string, never>;
  await writeFile(path, JSON.stringify(edit(value)));
};

describe('reading', () => {
  test('parts, scheduler and files of a pipeline are found without reading values', async () => {
    const opened = await openDiffusers(await made());
    expect(opened.className).toBe('StableDiffusionPipeline');
    expect(Object.keys(opened.parts).sort()).toEqual(['text_encoder', 'unet', 'vae']);
    expect(opened.schedulers.scheduler.className).toBe('PNDMScheduler');
    expect(opened.schedulers.scheduler.config.steps_offset).toBe(1);
    expect(opened.files.tokenizer.files).toEqual(['merges.txt', 'vocab.json']);
    expect(Object.keys(opened.files).sort()).toEqual([
      'feature_extractor',
      'safety_checker',
      'tokenizer',
    ]);
    expect(opened.parts.vae.config).toEqual(tinyConfigs.vae);
    const vae = partOf(opened, 'vae', 'AutoencoderKL');
    expect(vae.model.config.scaling_factor).toBe(0.18215);
    expect(await refused(Promise.resolve().then(() => partOf(opened, 'vae', 'VQModel')))).toMatch(
      'model_index.json: vae is of class AutoencoderKL; VQModel is needed',
    );
  });

  test('values arrive in our layout, and nothing of them stays on the host', async () => {
    const { params } = await loadDiffusers(await made());
    const stored = tinyWeights('vae', 'F32');
    const at = (name: string) => new Float32Array(stored[name].bytes.buffer);
    const vae = Object.fromEntries(leavesWithPaths(params.vae));
    expect(await vae['encoder.conv_in.b'].data()).toEqual(at('encoder.conv_in.bias'));
    // OIHW [4, 3, 3, 3] to HWIO
    const w = at('encoder.conv_in.weight');
    const got = await vae['encoder.conv_in.w'].data();
    expect(vae['encoder.conv_in.w'].shape).toEqual([3, 3, 3, 4]);
    for (let o = 0; o < 4; o++) {
      for (let i = 0; i < 3; i++) {
        for (let t = 0; t < 9; t++) expect(got[(t * 3 + i) * 4 + o]).toBe(w[(o * 3 + i) * 9 + t]);
      }
    }
    for (const t of leaves(params)) expect(t.host).toBeUndefined();
  });

  test('dtype decides about the device, not the file', async () => {
    const folder = await made({ dtype: 'F16' });
    const half = await loadDiffusers(folder, { dtype: 'f16' });
    const full = await loadDiffusers(folder);
    const [h, f] = [leaves(half.params), leaves(full.params)];
    expect(new Set(h.map((t) => t.dtype))).toEqual(new Set(['f16']));
    expect(new Set(f.map((t) => t.dtype))).toEqual(new Set(['f32']));
    for (const [i, t] of h.entries()) expect(await t.data()).toEqual(await f[i].data());
  });

  test('progress counts the bytes of the files', async () => {
    const opened = await openDiffusers(await made({ dtype: 'BF16' }));
    const seen: number[][] = [];
    await opened.parts.vae.load({ onProgress: (done, total) => seen.push([done, total]) });
    const sizes = Object.values(tinyWeights('vae', 'BF16')).map((t) => t.bytes.length);
    const total = sizes.reduce((a, b) => a + b, 0);
    expect(seen.length).toBe(sizes.length);
    expect(seen.at(-1)).toEqual([total, total]);
  });

  test('a variant is taken when asked for, or when it is the only file', async () => {
    const folder = await made({ dtype: 'F16', variant: 'fp16' });
    expect((await openDiffusers(folder)).parts.unet.weights.path).toMatch(
      /model\.fp16\.safetensors$/,
    );
    await writeTinyPipeline(folder, { dtype: 'F32' });
    const plain = await openDiffusers(folder);
    expect(plain.parts.unet.weights.path).toMatch(/pytorch_model\.safetensors$/);
    const asked = await openDiffusers(folder, { variant: 'fp16' });
    expect(asked.parts.vae.entries[0].place.entry.dtype).toBe('F16');
    expect((await openDiffusers(folder, { variant: 'ema' })).parts.unet.weights.path).toMatch(
      /pytorch_model\.safetensors$/,
    );
  });

  test('a part alone says its own class', async () => {
    const folder = await made();
    expect((await openDiffusersPart(`${folder}/text_encoder`)).className).toBe('CLIPTextModel');
    expect((await openDiffusersPart(`${folder}/vae`)).className).toBe('AutoencoderKL');
  });
});

// what diffusers called the attention of autoencoders up to 0.11, and a buffer of older transformers
const old: NonNullable<TinyOptions['edit']> = (part, tensors) => {
  const names: Record<string, string> = { to_q: 'query', to_k: 'key', to_v: 'value' };
  const renamed = Object.entries(tensors).map(([name, t]): [string, Stored] => [
    part === 'vae' && name.startsWith('encoder.')
      ? name.replace(/to_[qkv]/, (s) => names[s]).replace('to_out.0', 'proj_attn')
      : name,
    t,
  ]);
  if (part === 'text_encoder') {
    const bytes = new Uint8Array(BigInt64Array.from({ length: 7 }, (_, i) => BigInt(i)).buffer);
    renamed.push(['text_model.embeddings.position_ids', { dtype: 'I64', shape: [1, 7], bytes }]);
  }
  return Object.fromEntries(renamed);
};

describe('writing', () => {
  const kinds: [string, TinyOptions][] = [
    ['f32', { dtype: 'F32' }],
    ['f16', { dtype: 'F16' }],
    ['bf16', { dtype: 'BF16' }],
    ['f16 in three shards', { dtype: 'F16', shards: 3 }],
    ['bf16, two shards of a variant', { dtype: 'BF16', shards: 2, variant: 'bf16' }],
    ['f16 under old names', { dtype: 'F16', edit: old }],
  ];
  test.each(kinds)('%s: untouched parameters come out byte by byte', async (_, options) => {
    const folder = await made(options);
    const target = newFolder();
    await saveDiffusers(target, await loadDiffusers(folder));
    expect(await hashes(target)).toEqual(await hashes(folder));
  });

  test.each(kinds)('%s: so do equal values in other tensors', async (_, options) => {
    const folder = await made(options);
    const target = newFolder();
    const { folder: opened, params } = await loadDiffusers(folder);
    const same = map(params, (t) => mul(t, 1)) as Record<string, unknown>;
    await saveDiffusers(target, { folder: opened, params: same });
    expect(await hashes(target)).toEqual(await hashes(folder));
  });

  test('f32 weights that were loaded as f16 keep their bits unless they change', async () => {
    const folder = await made();
    const target = newFolder();
    await saveDiffusers(target, await loadDiffusers(folder, { dtype: 'f16' }));
    expect(await hashes(target)).toEqual(await hashes(folder));
  });

  test('changed parameters stand in the places of the old ones, everything else is as before', async () => {
    const folder = await made({ dtype: 'F16', shards: 2, edit: old });
    const target = newFolder();
    const { folder: opened, params } = await loadDiffusers(folder);
    const path = 'encoder.mid_block.attentions.0.to_q.w';
    const changed = map(params.vae, (t, p) => (p === path ? add(t, 0.25) : t));
    await saveDiffusers(target, { folder: opened, params: { vae: changed } });
    const [before, after] = [await hashes(folder), await hashes(target)];
    const differing = Object.keys(before).filter((p) => before[p] !== after[p]);
    expect(differing).toEqual([
      opened.parts.vae.entries
        .find((e) => e.path === path)
        ?.place.file.path.slice(folder.length + 1),
    ]);
    const again = await loadDiffusers(target);
    const [was, is] = [leavesWithPaths(params.vae), leavesWithPaths(again.params.vae)];
    expect(is.map(([p]) => p)).toEqual(was.map(([p]) => p));
    for (const [i, [p, t]] of is.entries()) {
      const values = await t.data();
      const old = await was[i][1].data();
      if (p !== path) expect(values).toEqual(old);
      else values.forEach((v, k) => expect(v).toBeCloseTo(old[k] + 0.25, 3));
    }
    const name = 'encoder.mid_block.attentions.0.query.weight';
    expect(again.folder.parts.vae.weights.tensors.has(name)).toBe(true);
  });

  test('in place: only weight files that changed are written', async () => {
    const folder = await made();
    const before = await hashes(folder);
    const { folder: opened, params } = await loadDiffusers(folder);
    const unet = map(params.unet, (t, p) => (p === 'conv_in.b' ? add(t, 1) : t));
    await saveDiffusers(folder, { folder: opened, params: { ...params, unet } });
    const after = await hashes(folder);
    const file = 'unet/diffusion_pytorch_model.safetensors';
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(Object.keys(before).filter((p) => before[p] !== after[p])).toEqual([file]);
    // the old object speaks of a file that is no more, also where nothing seems to have changed
    for (const tree of [params.unet, unet]) {
      const again = saveDiffusers(folder, { folder: opened, params: { unet: tree } });
      expect(await refused(again)).toMatch(`${file}: has changed since it was opened`);
    }
    expect(await hashes(folder)).toEqual(after);
  });

  test('a full disk leaves every file as it was', async () => {
    const folder = await made();
    const before = await hashes(folder);
    const { folder: opened, params } = await loadDiffusers(folder);
    const fs = await nodeFileSystem();
    const full: FileSystem = {
      ...fs,
      create: async (path) => {
        const file = await fs.create(path);
        let room = 5000;
        const write = async (bytes: Uint8Array): Promise<void> => {
          room -= bytes.length;
          if (room < 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
          await file.write(bytes);
        };
        return { ...file, write };
      },
    };
    const vae = map(params.vae, (t) => mul(t, 2));
    const work = saveDiffusers(folder, { folder: opened, params: { vae } }, full);
    expect(await refused(work)).toMatch('diffusion_pytorch_model.safetensors: the disk is full');
    expect(await hashes(folder)).toEqual(before);
  });

  test('a folder within the pipeline’s is no place to save it', async () => {
    const folder = await made();
    const pipeline = await loadDiffusers(folder);
    expect(await refused(saveDiffusers(`${folder}/copy`, pipeline))).toMatch(
      'lies within the folder that is copied',
    );
  });

  test('files that hold the old weights of a changed part in other forms are left out', async () => {
    const folder = await made({ dtype: 'F16', variant: 'fp16' });
    await writeTinyPipeline(folder);
    await writeFile(`${folder}/vae/diffusion_pytorch_model.bin`, 'a pickle');
    const { folder: opened, params } = await loadDiffusers(folder);
    const all = newFolder();
    await saveDiffusers(all, { folder: opened, params });
    expect(await hashes(all)).toEqual(await hashes(folder));
    const vae = map(params.vae, (t) => mul(t, 2));
    const target = newFolder();
    await saveDiffusers(target, { folder: opened, params: { ...params, vae } });
    const missing = Object.keys(await hashes(folder));
    const there = new Set(Object.keys(await hashes(target)));
    expect(missing.filter((p) => !there.has(p))).toEqual([
      'vae/diffusion_pytorch_model.bin',
      'vae/diffusion_pytorch_model.fp16.safetensors',
    ]);
  });

  test('parameters of another model, and values that the file cannot hold, are refused', async () => {
    const { folder: opened, params } = await loadDiffusers(await made({ dtype: 'F16' }));
    const target = newFolder();
    const save = (vae: unknown) => saveDiffusers(target, { folder: opened, params: { vae } });
    await expect(save({})).rejects.toThrow(ShapeError);
    await expect(save({})).rejects.toThrow('parameter encoder.conv_in.w is missing');
    const extra = { ...(params.vae as object), more: zeros([1]) };
    await expect(save(extra)).rejects.toThrow('parameter more has no place in');
    const big = map(params.vae, (t, p) =>
      p === 'encoder.conv_in.b' ? tensor([0, 1e6, 0, Number.NaN]) : t,
    );
    expect(await refused(save(big))).toMatch(
      /"encoder.conv_in.bias" holds 2 values that are NaN or infinite, the first at \[1\]/,
    );
    const there = await hashes(target);
    expect(Object.keys(there).filter((p) => /vae.*safetensors/.test(p))).toEqual([]);
    expect(Object.keys(there)).not.toContain('model_index.json');
    expect(await refused(saveDiffusers(target, { folder: opened, params: { prior: {} } }))).toMatch(
      'has no part prior',
    );
  });
});

test('on WebGPU the same values arrive and leave', async () => {
  const folder = await made({ dtype: 'F16', shards: 2 });
  const onCpu = await loadDiffusers(folder);
  const values = await Promise.all(leaves(onCpu.params.vae).map((t) => t.data()));
  await use('webgpu');
  try {
    const { folder: opened, params } = await loadDiffusers(folder);
    const got = await Promise.all(leaves(params.vae).map((t) => t.data()));
    expect(got).toEqual(values);
    const target = newFolder();
    const vae = map(params.vae, (t) => mul(t, 1));
    await saveDiffusers(target, { folder: opened, params: { vae } });
    expect(await hashes(target)).toEqual(await hashes(folder));
  } finally {
    await use('cpu');
  }
}, 120_000);

test('loaded networks compute', async () => {
  const { folder, params } = await loadDiffusers(await made({ dtype: 'BF16' }));
  const vae = partOf(folder, 'vae', 'AutoencoderKL');
  const image = random.normal(random.key(1), [1, 8, 8, 3]);
  const y = vae.model.apply(params.vae as never, image);
  expect(y.shape).toEqual([1, 8, 8, 3]);
  expect((await y.data()).every(Number.isFinite)).toBe(true);
});
