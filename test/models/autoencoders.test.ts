// The autoencoders of latent diffusion: names and counts of Stable Diffusion's, the identities of a normal
// posterior and of a codebook, options. Values and gradients against diffusers are golden cases.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { grad, vjp } from '../../src/autodiff/transforms.ts';
import { autoencoderKL, sampleGaussian } from '../../src/models/autoencoder-kl.ts';
import { type VQModelParams, vqModel } from '../../src/models/vq-model.ts';
import { stateEntries, stateFaults, toStateDict } from '../../src/nn/state-dict.ts';
import { ShapeError, WgradError } from '../../src/tensor/errors.ts';
import {
  full,
  mean,
  mul,
  random,
  square,
  sub,
  sum,
  tensor,
  zeros,
} from '../../src/tensor/ops/index.ts';
import { use, worstError } from '../support/devices.ts';

const key = random.key(4);
const normal = (seed: number, shape: number[]) => random.normal(random.key(seed), shape);
const small = {
  block_out_channels: [4, 8, 8],
  down_block_types: ['DownEncoderBlock2D', 'DownEncoderBlock2D', 'DownEncoderBlock2D'],
  up_block_types: ['UpDecoderBlock2D', 'UpDecoderBlock2D', 'UpDecoderBlock2D'],
  norm_num_groups: 2,
};

beforeAll(() => use('cpu'));

describe('AutoencoderKL', () => {
  test('of Stable Diffusion 1.5 has 83,653,863 parameters under diffusers’ names and shapes', () => {
    const file = new URL('sd15.json', import.meta.url);
    const { vae } = JSON.parse(readFileSync(file, 'utf8'));
    const model = autoencoderKL(vae.config);
    const entries = stateEntries(model.init(key)); // lazy: nothing is drawn
    expect(stateFaults(entries, new Map(Object.entries(vae.tensors)))).toBe('');
    const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
    expect(entries.reduce((n, e) => n + size(e.shape), 0)).toBe(83_653_863);
    expect(model.config.scaling_factor).toBe(0.18215);
  });

  test('halves the image once a level but the last, and decodes to the size it was', async () => {
    const model = autoencoderKL({ ...small, in_channels: 1, out_channels: 2, latent_channels: 3 });
    const p = model.init(key);
    const { mean: m, logvar } = model.encode(p, normal(1, [2, 8, 12, 1]));
    expect([m.shape, logvar.shape]).toEqual([
      [2, 2, 3, 3],
      [2, 2, 3, 3],
    ]);
    expect(model.decode(p, m).shape).toEqual([2, 8, 12, 2]);
  });

  test('apply decodes the mean, or a draw where there is noise', async () => {
    const model = autoencoderKL(small);
    const p = model.init(key);
    const x = normal(1, [1, 8, 8, 3]);
    const q = model.encode(p, x);
    const noise = normal(2, [1, 2, 2, 4]);
    const same = async (a: typeof x, b: typeof x) =>
      expect(worstError(await a.data(), await b.data())).toBeLessThan(1e-5);
    await same(model.apply(p, x), model.decode(p, q.mean));
    await same(model.apply(p, x, noise), model.decode(p, sampleGaussian(q, noise)));
    await same(sampleGaussian(q, zeros([1, 2, 2, 4])), q.mean);
    expect(() => sampleGaussian(q, normal(2, [2, 2, 4]))).toThrow(ShapeError);
  });

  test('log variances stay within [-30, 20], so that exp does', async () => {
    const model = autoencoderKL(small);
    const p = model.init(key);
    const bias = tensor([0, 0, 0, 0, 1e4, -1e4, 25, -2]);
    const quant_conv = { w: zeros([1, 1, 8, 8]), b: bias };
    const { mean: m, logvar } = model.encode({ ...p, quant_conv }, normal(1, [1, 4, 4, 3]));
    expect([...(await logvar.data())]).toEqual([20, -30, 20, -2]);
    const z = await sampleGaussian({ mean: m, logvar }, full(m.shape, 1)).data();
    for (const [i, v] of [20, -30, 20, -2].entries()) {
      expect(z[i] / Math.exp(v / 2)).toBeCloseTo(1, 5);
    }
  });

  test('the 1x1 convolutions between can be left out, as later versions do', () => {
    const model = autoencoderKL({ ...small, use_quant_conv: false, use_post_quant_conv: false });
    const names = Object.keys(toStateDict(model.init(key)));
    expect(names.filter((n) => n.includes('quant'))).toEqual([]);
    expect(model.apply(model.init(key), normal(1, [1, 8, 8, 3])).shape).toEqual([1, 8, 8, 3]);
  });

  test('attention within levels has the reference’s names', async () => {
    const model = autoencoderKL({
      ...small,
      down_block_types: ['DownEncoderBlock2D', 'AttnDownEncoderBlock2D', 'DownEncoderBlock2D'],
      up_block_types: ['UpDecoderBlock2D', 'UpDecoderBlock2D', 'AttnUpDecoderBlock2D'],
    });
    const p = model.init(key);
    const names = Object.keys(toStateDict(p));
    expect(names).toContain('encoder.down_blocks.1.attentions.0.to_q.weight');
    expect(names).toContain('decoder.up_blocks.2.attentions.1.to_out.0.bias');
    expect(names.some((n) => n.startsWith('encoder.down_blocks.0.attentions'))).toBe(false);
    const y = await model.apply(p, normal(1, [1, 8, 8, 3])).data();
    expect(y.every(Number.isFinite)).toBe(true);
  });

  test('what is not implemented or does not fit together says so', () => {
    expect(() => autoencoderKL({ latents_mean: [0] } as never)).toThrow(
      'AutoencoderKL: latents_mean = [0] is not implemented, only null',
    );
    expect(() => autoencoderKL({ ...small, block_out_channels: [4, 8] })).toThrow(
      'down_block_types has 3 entries for 2 levels',
    );
    expect(() => autoencoderKL({ down_block_types: ['DownBlock'] })).toThrow(WgradError);
    expect(() => autoencoderKL({ colour: true } as never)).toThrow('there is no option colour');
  });
});

describe('VQModel', () => {
  const model = vqModel({ ...small, num_vq_embeddings: 16 });
  let p: VQModelParams;
  beforeAll(() => {
    p = model.init(key);
  });

  test('the nearest entry of the codebook, as by plain search', async () => {
    const z = mul(normal(3, [2, 2, 5, 3]), 0.05);
    const { quantized, indices } = model.quantize(p, z);
    const table = await p.quantize.embedding.weight.data();
    const [values, found, codes] = [await z.data(), await indices.data(), await quantized.data()];
    expect(indices.shape).toEqual([2, 2, 5]);
    for (let i = 0; i < 20; i++) {
      const distance = (k: number): number =>
        [0, 1, 2].reduce((s, d) => s + (values[3 * i + d] - table[3 * k + d]) ** 2, 0);
      const all = Array.from({ length: 16 }, (_, k) => distance(k));
      expect(distance(found[i])).toBeCloseTo(Math.min(...all), 8);
      for (let d = 0; d < 3; d++) expect(codes[3 * i + d]).toBeCloseTo(table[3 * found[i] + d], 6);
    }
  });

  test('entries start uniform within 1 / K', async () => {
    const table = await p.quantize.embedding.weight.data();
    expect(Math.max(...table.map(Math.abs))).toBeLessThanOrEqual(1 / 16);
    expect(Math.max(...table)).toBeGreaterThan(0.8 / 16);
  });

  test('gradients of codes pass straight through to latents', async () => {
    const z = normal(3, [1, 2, 2, 3]);
    const ct = normal(4, [1, 2, 2, 3]);
    const [, pull] = vjp((x: typeof z) => model.quantize(p, x).quantized, z);
    expect(await pull(ct).data()).toEqual(await ct.data());
  });

  test('loss: 0 where latents are codes; beta on the codes’ term, or on the commitment', async () => {
    const codes = model.quantize(p, normal(3, [1, 2, 2, 3])).quantized;
    const exact = await model.quantize(p, codes).loss.item();
    expect(exact).toBeLessThan(1e-12);
    const z = normal(5, [1, 2, 2, 3]);
    const d = await mean(square(sub(z, model.quantize(p, z).quantized))).item();
    const forLatents = async (legacy: boolean, beta: number) => {
      const g = grad((x: typeof z) => model.quantize(p, x, { legacy, beta }).loss)(z);
      return (await sum(square(g)).item()) ** 0.5;
    };
    expect(await model.quantize(p, z, { beta: 0.5 }).loss.item()).toBeCloseTo(1.5 * d, 5);
    const whole = await forLatents(true, 0.25);
    expect(whole).toBeGreaterThan(0);
    expect((await forLatents(false, 0.25)) / whole).toBeCloseTo(0.25, 5);
  });

  test('decode quantises latents first, unless told that they are codes', async () => {
    const z = normal(6, [1, 2, 2, 3]);
    const { quantized, indices } = model.quantize(p, z);
    const want = await model.decode(p, quantized, { quantized: false }).data();
    expect(worstError(await model.decode(p, z).data(), want)).toBeLessThan(1e-5);
    const byIndex = vqModel({ ...small, num_vq_embeddings: 16, lookup_from_codebook: true });
    expect(worstError(await byIndex.decode(p, indices).data(), want)).toBeLessThan(1e-5);
    expect(() => model.decode(p, indices)).toThrow('lookup_from_codebook');
    const raw = await model.decode(p, z, { quantized: false }).data();
    expect(worstError(raw, want)).toBeGreaterThan(1e-3);
  });

  test('entries may have another width than latents; other widths are refused', () => {
    const wide = vqModel({ ...small, vq_embed_dim: 5 });
    const q = wide.init(key);
    expect(q.quantize.embedding.weight.shape).toEqual([256, 5]);
    expect(wide.apply(q, normal(1, [1, 8, 8, 3])).shape).toEqual([1, 8, 8, 3]);
    expect(() => model.quantize(p, normal(1, [1, 2, 2, 4]))).toThrow(ShapeError);
    expect(() => vqModel({ norm_type: 'spatial' } as never)).toThrow('norm_type = "spatial"');
  });
});
