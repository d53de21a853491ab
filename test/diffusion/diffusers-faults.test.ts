// Pipeline folders that do not fit: each is refused with the file and the fault, before any value is read.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDiffusers, openDiffusersPart } from '../../src/diffusion/diffusers-folder.ts';
import { use } from '../support/devices.ts';
import { temporaryFolders } from '../support/folders.ts';
import { refused } from '../support/refused.ts';
import { type TinyOptions, tinyWeights, writeTinyPipeline } from '../support/tiny-pipeline.ts';
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
async function _hashes(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((f) => f.isFile()).map((f) => join(f.parentPath ?? f.path, f.name));
  const out: Record<string, string> = {};
  for (const path of files.sort()) {
    const bytes = await readFile(path);
    out[path.slice(folder.length + 1)] = createHash('sha256').update(bytes).digest('hex');
  }
  return out;
}

const edited = async (path: string, edit: (value: Record<string, never>) => unknown) => {
  const value = JSON.parse(await readFile(path, 'utf8')) as Record<string, never>;
  await writeFile(path, JSON.stringify(edit(value)));
};

describe('folders that do not fit', () => {
  const opening = async (folder: string): Promise<string> => refused(openDiffusers(folder));

  test('model_index.json: missing, not JSON, no pipeline, odd parts, unknown classes', async () => {
    const folder = await made();
    const path = `${folder}/model_index.json`;
    const good = await readFile(path, 'utf8');
    await rm(path);
    expect(await opening(folder)).toMatch('model_index.json: no such file');
    await writeFile(path, '{"_class_name": ');
    expect(await opening(folder)).toMatch('model_index.json: not JSON');
    await writeFile(path, '[]');
    expect(await opening(folder)).toMatch('model_index.json: not a JSON object');
    await writeFile(path, '{}');
    expect(await opening(folder)).toMatch('names no pipeline');
    const put = (name: string, value: unknown) =>
      writeFile(path, JSON.stringify({ ...JSON.parse(good), [name]: value }));
    await put('vae', ['diffusers', 7]);
    expect(await opening(folder)).toMatch('part vae is ["diffusers",7], not [library, class]');
    await put('../vae', ['diffusers', 'AutoencoderKL']);
    expect(await opening(folder)).toMatch('"../vae" is not the name of a folder in it');
    await put('unet', ['diffusers', 'UNet9000']);
    expect(await opening(folder)).toMatch(
      /part unet is of class diffusers.UNet9000, which is not known; known: UNet2DConditionModel,/,
    );
    await put('unet', ['__proto__', 'constructor']);
    expect(await opening(folder)).toMatch('is of class __proto__.constructor, which is not known');
    await put('unet', ['diffusers', 'UNet2DModel']);
    expect(await opening(folder)).toMatch(
      'is of class "UNet2DConditionModel", not UNet2DModel as the pipeline says',
    );
  });

  test('config.json: not JSON, unknown class, unsupported options, wrong types', async () => {
    const folder = await made();
    const path = `${folder}/vae/config.json`;
    const good = await readFile(path, 'utf8');
    await writeFile(path, 'no');
    expect(await opening(folder)).toMatch('vae/config.json: not JSON');
    const put = (name: string, value: unknown) =>
      writeFile(path, JSON.stringify({ ...JSON.parse(good), [name]: value }));
    await put('mid_block_add_attention', false);
    expect(await opening(folder)).toMatch(
      'vae/config.json: AutoencoderKL: mid_block_add_attention = false is not implemented, only true',
    );
    await put('down_block_types', ['DownEncoderBlock2D', 'DownBlock3D']);
    expect(await opening(folder)).toMatch(
      /config.json: AutoencoderKL: down_block_types = "DownBlock3D" is not one of/,
    );
    await put('block_out_channels', 'wide');
    expect(await opening(folder)).toMatch(/config.json: AutoencoderKL: .*block_out_channels/);
    await put('block_out_channels', [1e9, 1e9]);
    expect(await opening(folder)).toMatch(/vae\/config\.json: .* has 27000000000 elements/);
    await put('block_out_channels', [4096, 4096]);
    expect(await opening(folder)).toMatch('encoder.conv_in.weight is [4, 3, 3, 3]');
    await put('layers_per_block', 1e9);
    expect(await opening(folder)).toMatch(
      /vae\/config.json: layers_per_block = 1000000000, but .*model.safetensors holds \d+ tensors/,
    );
    await rm(path);
    expect(await opening(folder)).toMatch('vae/config.json: no such file');
    await writeFile(path, '{"_class_name": "AutoencoderTiny"}');
    expect(await refused(openDiffusersPart(`${folder}/vae`))).toMatch(
      'class "AutoencoderTiny" is not known; known: UNet2DConditionModel',
    );
  });

  test('a configuration that lacks keys means the defaults, which have other weights', async () => {
    const folder = await made();
    await edited(`${folder}/vae/config.json`, ({ block_out_channels: _, ...rest }) => rest);
    expect(await opening(folder)).toMatch(
      'config.json: AutoencoderKL: down_block_types has 2 entries for 1 levels',
    );
    await edited(`${folder}/unet/config.json`, ({ cross_attention_dim: _, ...rest }) => rest);
    const message = await refused(openDiffusersPart(`${folder}/unet`));
    expect(message).toMatch(/unet\/diffusion_pytorch_model.safetensors: does not fit the UNet2D/);
    expect(message).toMatch(/attn2.to_k.weight is \[8, 8\], not \[8, 1280\]/);
  });

  test('weights: missing, surplus, of another shape, of no float type, twice under two names', async () => {
    const one = async (edit: (t: Record<string, Stored>) => Record<string, Stored>) =>
      opening(await made({ edit: (part, t) => (part === 'vae' ? edit(t) : t) }));
    const file = 'vae/diffusion_pytorch_model.safetensors';
    const missing = await one(({ 'quant_conv.bias': _, ...rest }) => rest);
    expect(missing).toMatch(file);
    expect(missing).toMatch('does not fit the AutoencoderKL of');
    expect(missing).toMatch('missing: quant_conv.bias');
    const bias = tinyWeights('vae', 'F32')['quant_conv.bias'];
    expect(await one((t) => ({ ...t, 'more.bias': bias }))).toMatch('not in the model: more.bias');
    const flat = { ...bias, shape: [bias.shape[0], 1] };
    expect(await one((t) => ({ ...t, 'quant_conv.bias': flat }))).toMatch(
      'quant_conv.bias is [8, 1], not [8]',
    );
    const ints = { ...bias, dtype: 'I32' };
    expect(await one((t) => ({ ...t, 'quant_conv.bias': ints }))).toMatch(
      'quant_conv.bias is I32, but weights are floats',
    );
    const name = 'encoder.mid_block.attentions.0';
    const q = tinyWeights('vae', 'F32')[`${name}.to_q.bias`];
    expect(await one((t) => ({ ...t, [`${name}.query.bias`]: q }))).toMatch(
      `two names of one tensor (${name}.to_q.bias)`,
    );
  });

  test('weights as pickles only: what to do', async () => {
    const folder = await made();
    await rm(`${folder}/unet/diffusion_pytorch_model.safetensors`);
    expect(await opening(folder)).toMatch('unet: has no diffusion_pytorch_model.safetensors');
    await writeFile(`${folder}/unet/diffusion_pytorch_model.bin`, 'x');
    expect(await opening(folder)).toMatch(
      /only diffusion_pytorch_model.bin, a format that is not read; convert it to safetensors/,
    );
  });

  test('NaN weights are found while loading, and what was loaded is freed', async () => {
    const folder = await made({
      edit: (part, t) => {
        if (part === 'unet') {
          const values = new Float32Array(t['conv_out.weight'].bytes.buffer);
          values[17] = Number.NaN;
          values[20] = Number.NEGATIVE_INFINITY;
        }
        return t;
      },
    });
    const { parts } = await openDiffusers(folder);
    const { memory } = await import('../../src/runtime/cells.ts');
    const before = memory().bytes;
    const message = await refused(parts.unet.load());
    expect(message).toMatch('unet/diffusion_pytorch_model.safetensors');
    // [4, 8, 3, 3]: 17 = (0, 1, 2, 2)
    expect(message).toMatch(
      '"conv_out.weight" holds 2 values that are NaN or infinite, the first at [0,1,2,2]',
    );
    expect(memory().bytes).toBe(before);
  });

  test('a file that changed since it was opened is not read', async () => {
    const folder = await made();
    const { parts } = await openDiffusers(folder);
    const path = `${folder}/vae/diffusion_pytorch_model.safetensors`;
    const bytes = await readFile(path);
    bytes[30] ^= 1;
    await writeFile(path, bytes);
    expect(await refused(parts.vae.load())).toMatch('has changed since it was opened');
  });
});
