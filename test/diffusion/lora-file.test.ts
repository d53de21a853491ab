// LoRA files in diffusers' layout: every spelling means W + scale (alpha / r) up down, computed here by plain
// loops over PyTorch's layouts.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partClasses } from '../../src/diffusion/diffusers-parts.ts';
import { type LoraParts, readLora, writeLora } from '../../src/diffusion/lora-file.ts';
import { decodeSafetensors } from '../../src/io/safetensors.ts';
import { applyLora, initLora, type LoraParams, toStateDict } from '../../src/nn/index.ts';
import { FileError } from '../../src/tensor/errors.ts';
import { random } from '../../src/tensor/ops/index.ts';
import { leavesWithPaths } from '../../src/tensor/tree.ts';
import { use } from '../support/devices.ts';
import { tinyConfigs } from '../support/tiny-pipeline.ts';
import { randomStored, type Stored, seeded, weightFile } from '../support/weight-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wgrad-lora-'));
  await use('cpu');
});
afterAll(() => rm(folder, { recursive: true }));

const key = random.key(5);
const models = {
  unet: partClasses.UNet2DConditionModel.build(tinyConfigs.unet as never).init(key),
  text_encoder: partClasses.CLIPTextModel.build(tinyConfigs.text_encoder as never).init(key),
};

const write = async (tensors: Record<string, Stored>): Promise<string> => {
  const path = join(folder, 'pytorch_lora_weights.safetensors');
  await writeFile(path, weightFile(tensors));
  return path;
};
const read = async (tensors: Record<string, Stored>): Promise<LoraParts> =>
  readLora(await write(tensors), models);
const refused = async (tensors: Record<string, Stored>): Promise<string> => {
  const error = await read(tensors).then(
    () => expect.fail('nothing was refused'),
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(FileError);
  return (error as Error).message.split('\n')[0].replace(/^.*?safetensors: /, '');
};

const next = seeded(3);
const f32 = (...shape: number[]): Stored => randomStored('F32', shape, next);
const numbers = (t: Stored): Float32Array => new Float32Array(t.bytes.buffer);
const scalar = (value: number): Stored => ({
  dtype: 'F32',
  shape: [],
  bytes: new Uint8Array(Float32Array.of(value).buffer),
});

/** W + scale up down for W [out, in, taps] flat, down [r, in, taps], up [out, r]. */
function adapted(w: ArrayLike<number>, down: Stored, up: Stored, scale: number): number[] {
  const [r, ...rest] = down.shape;
  const [d, u] = [numbers(down), numbers(up)];
  const inner = rest.reduce((a, b) => a * b, 1);
  return Array.from(w, (value, i) => {
    const [o, rem] = [Math.floor(i / inner), i % inner];
    let sum = 0;
    for (let k = 0; k < r; k++) sum += u[o * r + k] * d[k * inner + rem];
    return value + scale * sum;
  });
}

/** The weight of a layer in PyTorch's layout, before and after a LoRA. */
async function weightsOf(part: keyof typeof models, name: string, lora: LoraParams, scale = 1) {
  const before = await toStateDict(models[part])[name].data();
  const after = await toStateDict(applyLora(models[part], lora, scale))[name].data();
  return { before, after };
}

const q = 'down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q'; // [8, 8]
const k2 = 'up_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k'; // [8, 8] from the prompt
const out = 'down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_out.0';
const attention = out.replace('.to_out.0', '');
const fc1 = 'text_model.encoder.layers.1.mlp.fc1'; // [16, 8]
const self = 'text_model.encoder.layers.0.self_attn'; // [8, 8]

describe('spellings', () => {
  const spellings: [string, 'unet' | 'text_encoder', string, string, string][] = [
    ['diffusers 0.27', 'unet', q, `unet.${q}.lora.down.weight`, `unet.${q}.lora.up.weight`],
    ['without a part', 'unet', q, `${q}.lora.down.weight`, `${q}.lora.up.weight`],
    ['PEFT', 'unet', k2, `unet.${k2}.lora_A.weight`, `unet.${k2}.lora_B.weight`],
    [
      'PEFT with an adapter',
      'unet',
      k2,
      `unet.base_model.model.${k2}.lora_A.default.weight`,
      `unet.base_model.model.${k2}.lora_B.default.weight`,
    ],
    [
      'processors',
      'unet',
      q,
      `unet.${attention}.processor.to_q_lora.down.weight`,
      `unet.${attention}.processor.to_q_lora.up.weight`,
    ],
    [
      'processors without a part',
      'unet',
      out,
      `${attention}.processor.to_out_lora.down.weight`,
      `${attention}.processor.to_out_lora.up.weight`,
    ],
    [
      'sd-scripts',
      'unet',
      out,
      `lora_unet_${out.replaceAll('.', '_')}.lora_down.weight`,
      `lora_unet_${out.replaceAll('.', '_')}.lora_up.weight`,
    ],
    [
      'sd-scripts, text encoder',
      'text_encoder',
      fc1,
      `lora_te_${fc1.replaceAll('.', '_')}.lora_down.weight`,
      `lora_te_${fc1.replaceAll('.', '_')}.lora_up.weight`,
    ],
    [
      'text encoder 0.27',
      'text_encoder',
      `${self}.v_proj`,
      `text_encoder.${self}.v_proj.lora_linear_layer.down.weight`,
      `text_encoder.${self}.v_proj.lora_linear_layer.up.weight`,
    ],
    [
      'text encoder, old',
      'text_encoder',
      `${self}.out_proj`,
      `text_encoder.${self}.to_out_lora.down.weight`,
      `text_encoder.${self}.to_out_lora.up.weight`,
    ],
    [
      'text encoder, PEFT',
      'text_encoder',
      fc1,
      `text_encoder.${fc1}.lora_A.weight`,
      `text_encoder.${fc1}.lora_B.weight`,
    ],
  ];
  test.each(spellings)('%s', async (_, part, layer, downName, upName) => {
    const down = f32(2, 8);
    const up = f32(layer === fc1 ? 16 : 8, 2);
    const loras = await read({ [downName]: down, [upName]: up });
    expect(Object.keys(loras)).toEqual([part]);
    expect(Object.keys(loras[part])).toEqual([`${layer}.w`]);
    const { before, after } = await weightsOf(part, `${layer}.weight`, loras[part], 0.7);
    const want = adapted(before, down, up, 0.7);
    after.forEach((v, i) => expect(v).toBeCloseTo(want[i], 5));
    expect(after).not.toEqual(before);
  });

  test('alpha over rank is part of the scale, under every spelling', async () => {
    const [down, up] = [f32(4, 8), f32(8, 4)];
    for (const [names, alpha] of [
      [[`unet.${q}.lora.down.weight`, `unet.${q}.lora.up.weight`], `unet.${q}.alpha`],
      [[`unet.${q}.lora_A.weight`, `unet.${q}.lora_B.weight`], `unet.${q}.lora.alpha`],
      [
        [
          `${attention}.processor.to_q_lora.down.weight`,
          `${attention}.processor.to_q_lora.up.weight`,
        ],
        `${attention}.processor.to_q_lora.alpha`,
      ],
      [
        ['down', 'up'].map((s) => `lora_unet_${q.replaceAll('.', '_')}.lora_${s}.weight`),
        `lora_unet_${q.replaceAll('.', '_')}.alpha`,
      ],
    ] as const) {
      const { unet } = await read({ [names[0]]: down, [names[1]]: up, [alpha]: scalar(6) });
      const { before, after } = await weightsOf('unet', `${q}.weight`, unet);
      const want = adapted(before, down, up, 6 / 4);
      after.forEach((v, i) => expect(v).toBeCloseTo(want[i], 5));
    }
  });
});

describe('convolutions', () => {
  const conv = 'down_blocks.0.resnets.0.conv1'; // [8, 8, 3, 3]
  const projIn = 'down_blocks.0.attentions.0.proj_in'; // [8, 8, 1, 1]

  test('3x3: down is a convolution, up is 1x1', async () => {
    const [down, up] = [f32(2, 8, 3, 3), f32(8, 2, 1, 1)];
    const { unet } = await read({
      [`unet.${conv}.lora.down.weight`]: down,
      [`unet.${conv}.lora.up.weight`]: up,
    });
    expect(unet[`${conv}.w`].a.shape).toEqual([3, 3, 8, 2]);
    const { before, after } = await weightsOf('unet', `${conv}.weight`, unet);
    const want = adapted(before, down, up, 1);
    after.forEach((v, i) => expect(v).toBeCloseTo(want[i], 5));
  });

  test('1x1 and linear are taken for each other', async () => {
    for (const [layer, down, up] of [
      [projIn, f32(2, 8), f32(8, 2)],
      [projIn, f32(2, 8, 1, 1), f32(8, 2, 1, 1)],
      [q, f32(2, 8, 1, 1), f32(8, 2, 1, 1)],
    ] as const) {
      const names = [`unet.${layer}.lora.down.weight`, `unet.${layer}.lora.up.weight`];
      const { unet } = await read({ [names[0]]: down, [names[1]]: up });
      const { before, after } = await weightsOf('unet', `${layer}.weight`, unet);
      const want = adapted(before, down, up, 1);
      after.forEach((v, i) => expect(v).toBeCloseTo(want[i], 5));
    }
  });
});

describe('writing', () => {
  const drawn = (): Record<string, LoraParams> => {
    const make = (part: keyof typeof models, match: (path: string) => boolean) => {
      const lora = initLora(random.key(1), models[part], {
        rank: 3,
        match: (path, leaf) => /\.w$/.test(path) && leaf.rank >= 2 && match(path),
      });
      // b starts at zero; numbers say more
      return Object.fromEntries(
        Object.entries(lora).map(([path, { a, b }], i) => [
          path,
          { a, b: random.normal(random.key(i), b.shape) },
        ]),
      );
    };
    return {
      unet: make('unet', (path) => /attn\d\.to_|conv1|proj_in/.test(path)),
      text_encoder: make('text_encoder', (path) => /self_attn|mlp/.test(path)),
    };
  };

  test('what is written is read again, bit by bit', async () => {
    const path = join(folder, 'a.safetensors');
    const loras = drawn();
    await writeLora(path, loras, { metadata: { about: 'a test' } });
    const again = await readLora(path, models);
    const [was, is] = [leavesWithPaths(loras), leavesWithPaths(again)];
    expect(is.map(([p]) => p).sort()).toEqual(was.map(([p]) => p).sort());
    const found = new Map(is);
    for (const [p, t] of was) expect(await found.get(p)?.data()).toEqual(await t.data());
    // and the same file comes of it
    const second = join(folder, 'b.safetensors');
    await writeLora(second, again, { metadata: { about: 'a test' } });
    expect((await readFile(second)).equals(await readFile(path))).toBe(true);
  });

  test('names and shapes are those of diffusers 0.27, in the dtype that was asked for', async () => {
    const path = join(folder, 'c.safetensors');
    await writeLora(path, drawn(), { dtype: 'F16' });
    const { tensors, metadata } = decodeSafetensors(await readFile(path));
    expect(metadata).toEqual({ format: 'pt' });
    const shape = (name: string) => `${tensors.get(name)?.dtype} ${tensors.get(name)?.shape}`;
    expect(shape(`unet.${q}.lora.down.weight`)).toBe('f16 3,8');
    expect(shape(`unet.${q}.lora.up.weight`)).toBe('f16 8,3');
    const conv = 'unet.down_blocks.0.resnets.0.conv1.lora';
    expect(shape(`${conv}.down.weight`)).toBe('f16 3,8,3,3');
    expect(shape(`${conv}.up.weight`)).toBe('f16 8,3,1,1');
    const text = `text_encoder.${fc1}.lora_linear_layer`;
    expect(shape(`${text}.down.weight`)).toBe('f16 3,8');
    expect(shape(`${text}.up.weight`)).toBe('f16 16,3');
  });

  test('updates that have no name are refused', async () => {
    const pair = drawn().unet[`${q}.w`];
    const path = join(folder, 'd.safetensors');
    await expect(writeLora(path, { unet: { table: pair } })).rejects.toThrow(
      'there is no LoRA name for unet.table',
    );
  });
});

test('files that do not fit are refused with the name and the fault', async () => {
  const [d, u] = [`unet.${q}.lora.down.weight`, `unet.${q}.lora.up.weight`];
  const good = { [d]: f32(2, 8), [u]: f32(8, 2) };
  expect(await refused({ [d]: f32(2, 8) })).toBe(`the LoRA of unet.${q}.w has no up weight`);
  expect(await refused({ [u]: f32(8, 2) })).toBe(`the LoRA of unet.${q}.w has no down weight`);
  expect(await refused({ ...good, [`unet.${q}.alpha`]: f32(2) })).toMatch(
    'which no LoRA weight is',
  );
  expect(await refused({ ...good, [d]: f32(2, 7) })).toMatch(
    'has down [7, 2] (turned) for a weight [8, 8]',
  );
  expect(await refused({ ...good, [u]: f32(8, 3) })).toMatch(
    'has up [3, 8] (turned) for rank 2 and a weight [8, 8]',
  );
  expect(await refused({ ...good, [d]: f32(2, 2, 2, 2) })).toMatch(
    'has down [2, 2, 2, 2] (turned)',
  );
  expect(await refused({ 'unet.mid_block.what.lora.down.weight': f32(2, 8) })).toBe(
    'unet.mid_block.what.lora.down.weight adapts a layer that unet does not have',
  );
  expect(await refused({ ...good, [`unet.${q}.lora_A.weight`]: f32(2, 8) })).toMatch(
    /(lora_A|lora.down).weight says again what another name says/,
  );
  expect(await refused({ ...good, [`unet.${q}.lora_magnitude_vector`]: f32(8) })).toBe(
    `unet.${q}.lora_magnitude_vector is not the name of a LoRA weight`,
  );
  expect(
    await refused({
      'text_encoder.text_model.embeddings.token_embedding.lora_A.weight': f32(2, 11),
    }),
  ).toMatch('adapts a layer that text_encoder does not have');
  expect(await refused({ lora_unet_what: f32(2, 8) })).toMatch('is not the name of a LoRA weight');
  expect(await refused({ 'lora_unet_what.lora_up.weight': f32(2, 8) })).toBe(
    'lora_unet_what.lora_up.weight adapts a layer that unet does not have',
  );
  expect(await refused({ 'text_encoder_2.x.lora.down.weight': f32(2, 8) })).toBe(
    'text_encoder_2.x.lora.down.weight adapts text_encoder_2, which was not given',
  );
  const nan = f32(2, 8);
  numbers(nan)[9] = Number.NaN;
  expect(await refused({ ...good, [d]: nan })).toBe(
    `tensor "${d}" holds 1 value that is NaN or infinite, the first at [1,1]`,
  );
});
