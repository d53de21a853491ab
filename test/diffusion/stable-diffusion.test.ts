// Stable Diffusion from a folder with random weights, small enough to run in seconds: what is drawn is what
// the models, the scheduler and guidance give when they are called one by one, the same for a seed whatever
// is drawn beside it, on every device; and nothing is left on the device.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { officialClipFiles } from '../../src/data/clip-vocabulary.ts';
import type { DrawPicturesOptions, PipelineProgress } from '../../src/diffusion/pipeline.ts';
import { writeRandomModel } from '../../src/diffusion/random-model.ts';
import { scaleModelInput, startHistory } from '../../src/diffusion/schedulers/scheduler.ts';
import {
  openPipeline,
  type SchedulerName,
  schedulerNames,
} from '../../src/diffusion/stable-diffusion.ts';
import {
  add,
  concat,
  currentDevice,
  diffusion,
  mul,
  ones,
  random,
  slice,
  sub,
  tensor,
  useDevice,
  zeros,
} from '../../src/index.ts';
import { initLora } from '../../src/nn/lora.ts';
import { device } from '../../src/runtime/device.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { leaves, map } from '../../src/tensor/tree.ts';

const folder = mkdtempSync(join(tmpdir(), 'wgrad-sd-'));
const tiny = join(folder, 'tiny');
const second = join(folder, 'second');

beforeAll(async () => {
  await useDevice('cpu');
  const tokenizer = await officialClipFiles();
  await writeRandomModel(tiny, { preset: 'tiny', tokenizer });
  await writeRandomModel(second, { preset: 'sd21', width: 1 / 64, tokenizer });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await useDevice('cpu');
});

// one a folder and device: what it has compiled serves all tests
const opened = new Map<string, Promise<diffusion.StableDiffusion>>();

const draw = async (prompts: string[], options: DrawPicturesOptions = {}, path = tiny) => {
  const key = `${path} on ${currentDevice()?.name}`;
  const model = await (opened.get(key) ?? openPipeline(path));
  opened.set(key, Promise.resolve(model));
  const { images, notes } = await model.draw(prompts, { steps: 2, size: [32, 48], ...options });
  return { data: images.data as Float32Array, shape: images.shape, notes };
};

/** The same by hand, operation by operation, without compiled steps. */
async function byHand(prompt: string, negative: string, guidance: number, steps: number) {
  const parts = await diffusion.openDiffusers(tiny);
  const text = diffusion.partOf(parts, 'text_encoder', 'CLIPTextModel');
  const unet = diffusion.partOf(parts, 'unet', 'UNet2DConditionModel');
  const vae = diffusion.partOf(parts, 'vae', 'AutoencoderKL');
  const words = await (await openPipeline(tiny)).tokenizer;
  const params = { text: await text.load(), unet: await unet.load(), vae: await vae.load() };
  const statesOf = (p: string): Tensor => {
    const { ids } = words.encode(p);
    return text.model.apply(params.text, tensor(ids, { shape: [1, 77] })).last_hidden_state;
  };
  const states = concat([statesOf(prompt), statesOf(negative)]);
  const scheduler = diffusion.schedulerFromConfig(parts.schedulers.scheduler.config);
  const plan = scheduler.plan(steps);
  let x = mul(random.normal(random.foldIn(random.key(5), 0), [1, 4, 6, 4]), plan.initNoiseSigma);
  let history = startHistory(scheduler, x);
  for (const s of plan.steps) {
    const input = scaleModelInput(concat([x, x]), s);
    const both = unet.model.apply(params.unet, input, s.time, states);
    const [cond, uncond] = [slice(both, [0, 1]), slice(both, [1, 2])];
    const prediction = add(uncond, mul(sub(cond, uncond), guidance));
    const made = scheduler.step(s, x, prediction, history);
    x = made.next;
    history = [...made.history];
  }
  const pixels = vae.model.decode(params.vae, mul(x, 1 / 0.18215));
  const values = (await pixels.data()) as Float32Array;
  return values.map((v) => Math.min(Math.max(v, -1), 1));
}

const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let worst = 0;
  for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs(a[i] - b[i]));
  return worst;
};

describe('a picture', () => {
  test('is what its parts give, called by hand', async () => {
    const { data, shape } = await draw(['a red fox'], {
      negative: 'snow',
      guidance: 4,
      seed: 5,
      steps: 4,
    });
    expect(shape).toEqual([1, 32, 48, 3]);
    const wanted = await byHand('a red fox', 'snow', 4, 4);
    // not flat, not clipped throughout
    expect(new Set(wanted).size).toBeGreaterThan(1000);
    expect(furthest(data, wanted)).toBeLessThan(1e-3);
  });

  test('follows every option', async () => {
    const plain = (await draw(['a fox'])).data;
    const changed: DrawPicturesOptions[] = [
      { steps: 3 },
      { guidance: 1 },
      { guidance: 9 },
      { negative: 'snow' },
      { rescale: 0.7 },
      { clipSkip: 1 },
    ];
    for (const options of changed) {
      const { data } = await draw(['a fox'], options);
      expect(furthest(data, plain), JSON.stringify(options)).toBeGreaterThan(1e-3);
    }
    // without guidance nothing is kept away from
    const free = await draw(['a fox'], { guidance: 1 });
    expect((await draw(['a fox'], { guidance: 1, negative: 'snow' })).data).toEqual(free.data);
  });

  test('starts from a picture as far as strength says', async () => {
    const picture = random.uniform(random.key(3), [1, 32, 48, 3], { low: -1, high: 1 });
    const of = async (strength: number) =>
      (await draw(['a fox'], { steps: 4, size: undefined, image: { picture, strength } })).data;
    const [little, much] = [await of(0.25), await of(1)];
    expect(furthest(little, much)).toBeGreaterThan(0.01);
    expect(furthest(await of(0.25), little)).toBe(0);
    await expect(of(0)).rejects.toThrow(
      /draw: options\.image\.strength must be in \(0, 1\], not 0/,
    );
    const drawn = (options: DrawPicturesOptions) => draw(['a fox'], options);
    const image = { picture, strength: 0.5 };
    await expect(drawn({ image })).rejects.toThrow(/options\.size goes without options\.image/);
    const flat = { picture: random.normal(random.key(3), [32, 48, 3]), strength: 0.5 };
    await expect(drawn({ size: undefined, image: flat })).rejects.toThrow(
      /options\.image\.picture must be \[1, height, width, 3\], not f32\[32, ?48, ?3\]/,
    );
  });

  test('draws anew under a mask, and nowhere else', async () => {
    const picture = random.uniform(random.key(3), [1, 32, 48, 3], { low: -1, high: 1 });
    const of = async (mask?: ReturnType<typeof zeros>) =>
      (await draw(['a fox'], { steps: 3, size: undefined, image: { picture, strength: 1, mask } }))
        .data;
    const given = await picture.data();
    expect(furthest(await of(zeros([1, 32, 48, 1])), given)).toBe(0);
    expect(furthest(await of(ones([1, 32, 48, 1])), await of())).toBeLessThan(1e-4);
    const painted = await of(concat([zeros([1, 32, 24, 1]), ones([1, 32, 24, 1])], 2));
    const change = (left: boolean) =>
      Math.max(
        ...painted.map((v, i) => +(Math.floor(i / 3) % 48 < 24 === left) * Math.abs(v - given[i])),
      );
    expect([change(true), change(false) > 0.1]).toEqual([0, true]);
    const small = { picture, strength: 1, mask: zeros([1, 16, 48, 1]) };
    await expect(draw(['a fox'], { size: undefined, image: small })).rejects.toThrow(
      /options\.image\.mask must be \[1, 32, 48, 1\], as large as the picture, not f32\[1, ?16/,
    );
  });

  test('says what of a prompt was cut', async () => {
    const long = `${'very '.repeat(74)}red fox`;
    const { notes } = await draw([long], { steps: 1 });
    expect(notes).toEqual(['the prompt is longer than 77 tokens; left out: fox']);
    expect((await draw(['a fox'], { steps: 1 })).notes).toEqual([]);
  });

  test('has any size of whole latents', async () => {
    for (const size of [
      [33, 48],
      [32, 0],
    ] as const) {
      await expect(draw(['a fox'], { size })).rejects.toThrow(/multiples of 8 for this model/);
    }
    const model = await openPipeline(tiny);
    expect([model.factor, model.size]).toEqual([8, [64, 64]]);
    // 5 x 3 latents, which no level of the network halves evenly
    const { images } = await model.draw(['a fox'], { steps: 1, size: [40, 24] });
    expect(images.shape).toEqual([1, 40, 24, 3]);
    expect(Array.from(images.data).every(Number.isFinite)).toBe(true);
  });

  test('has no other options: they are refused by name, before anything is loaded', async () => {
    const progress: unknown[] = [];
    const refused = (options: object) =>
      draw(['a fox'], { ...options, onProgress: (p) => void progress.push(p) });
    await expect(refused({ step: 3 })).rejects.toThrow(/^draw: .*"step"; did you mean steps\?/);
    await expect(draw('apple' as never)).rejects.toThrow(/^draw: prompts must be an array/);
    expect(progress).toEqual([]);
  });

  test('says what it is drawn with', async () => {
    const model = await openPipeline(tiny, { scheduler: 'ddim' });
    expect(model.description).toBe('StableDiffusionPipeline, DDIMScheduler, 64x64');
  });

  test('has options that the scheduler takes: nothing is loaded before that is known', async () => {
    const stages = new Set<string>();
    const onProgress = ({ stage }: PipelineProgress) => void stages.add(stage);
    await expect(draw(['a fox'], { eta: 0.5, onProgress })).rejects.toThrow(/eta/);
    await expect(draw(['a fox'], { steps: 0, onProgress })).rejects.toThrow(/steps/);
    expect([...stages]).toEqual([]);
  });

  test('agrees between the CPU and WebGPU', async () => {
    const options = { guidance: 3, seed: 4 };
    const { data } = await draw(['a fox'], options);
    await useDevice('webgpu');
    const there = await draw(['a fox'], options);
    // a level of 256 in a pixel at most
    expect(furthest(there.data, data)).toBeLessThan(2 / 255);
  }, 240_000);

  test('of Stable Diffusion 2 predicts v, with its own heads and projections', async () => {
    const model = await openPipeline(second);
    expect([model.scheduler.name, model.scheduler.kind]).toEqual(['DDIMScheduler', 'v']);
    const { images } = await model.draw(['a fox'], { steps: 2, size: [64, 64] });
    expect(Array.from(images.data).every(Number.isFinite)).toBe(true);
    expect(new Set(images.data as Float32Array).size).toBeGreaterThan(1000);
    // padding is another token than in Stable Diffusion 1
    const first = await openPipeline(tiny);
    expect([
      model.tokenizer.encode('a fox').ids[76],
      first.tokenizer.encode('a fox').ids[76],
    ]).toEqual([0, 49407]);
  }, 120_000);
});

describe('memory', () => {
  test('networks leave the device when their work is done, or stay if they are to be kept', async () => {
    const backend = await device();
    const before = backend.memory().used;
    const options = { steps: 1, size: [32, 32] } as const;
    const passing = await openPipeline(tiny, { keep: false });
    await passing.draw(['a fox'], options);
    // but for a few keys of noise, which the garbage collector takes
    expect(backend.memory().used - before).toBeLessThan(4096);
    // small ones stay where nothing is said
    const model = await openPipeline(tiny);
    const one = await model.draw(['a fox'], options);
    const held = backend.memory().used;
    expect(held - before).toBeGreaterThan(3_700_000);
    expect(await model.draw(['a fox'], options)).toEqual(one);
    expect(backend.memory().used - held).toBeLessThan(4096);
    model.dispose();
    expect(backend.memory().used - before).toBeLessThan(8192);
  });

  test('f16 weights give the picture of f32 weights: arithmetic is f32 in both', async () => {
    const pictures = [];
    for (const dtype of ['f16', 'f32'] as const) {
      const model = await openPipeline(tiny, { dtype });
      pictures.push((await model.draw(['a fox'], { steps: 2, size: [32, 32] })).images.data);
    }
    expect(furthest(pictures[0], pictures[1])).toBeLessThan(1e-5);
  });
});

describe('LoRA files', () => {
  test('change pictures by their scale', async () => {
    const parts = await diffusion.openDiffusers(tiny);
    const unet = diffusion.partOf(parts, 'unet', 'UNet2DConditionModel');
    const match = (path: string): boolean => /attn2\.to_[qkv]\.w$/.test(path);
    const zero = initLora(random.key(1), unet.template, { rank: 2, match });
    const lora = map(zero, (t, path) =>
      path.endsWith('.b') ? random.normal(random.key(t.size), t.shape) : t,
    );
    expect(leaves(lora).length).toBeGreaterThan(0);
    const path = join(folder, 'lora.safetensors');
    await diffusion.writeLora(path, { unet: lora });
    const backend = await device();
    const before = backend.memory().used;
    const at = async (scale?: number) => {
      const loras = scale === undefined ? [] : [{ path, scale }];
      const model = await openPipeline(tiny, { loras });
      const { images } = await model.draw(['a fox'], { steps: 2, size: [32, 32] });
      model.dispose();
      return images.data;
    };
    const plain = await at();
    expect(furthest(await at(0), plain)).toBe(0);
    expect(furthest(await at(1), plain)).toBeGreaterThan(1e-3);
    expect(backend.memory().used - before).toBeLessThan(16384);
  });
});

describe('folders that cannot draw', () => {
  const changed = async (file: string, change: (json: Record<string, unknown>) => void) => {
    const path = join(tiny, file);
    const text = readFileSync(path, 'utf8');
    const json = JSON.parse(text);
    change(json);
    writeFileSync(path, JSON.stringify(json));
    try {
      return await openPipeline(tiny).then(
        () => 'opened',
        (error: Error) => error.message,
      );
    } finally {
      writeFileSync(path, text);
    }
  };

  test('say what they are or lack', async () => {
    const index = 'model_index.json';
    expect(
      await changed(index, (json) => {
        json._class_name = 'StableDiffusionXLPipeline';
      }),
    ).toMatch(/model_index.json: a pipeline of class StableDiffusionXLPipeline; only/);
    expect(await changed(index, (json) => delete json.scheduler)).toMatch(/has no scheduler/);
    expect(await changed(index, (json) => delete json.unet)).toMatch(/unet is not there/);
    expect(await changed(index, (json) => delete json.tokenizer)).toMatch(
      /the tokenizer is not there; CLIPTokenizer is needed/,
    );
    const scheduler = 'scheduler/scheduler_config.json';
    expect(
      await changed(scheduler, (json) => {
        json.skip_prk_steps = false;
      }),
    ).toMatch(/scheduler_config.json: .*skip_prk_steps = false.*choose another.*ddim/);
  });

  test('another scheduler can be asked for', async () => {
    for (const [name, className] of Object.entries(schedulerNames)) {
      const model = await openPipeline(tiny, {
        scheduler: name as SchedulerName,
      });
      expect(model.scheduler.name).toBe(className);
      const { images } = await model.draw(['a fox'], { steps: 2, size: [32, 32] });
      expect(Array.from(images.data).every(Number.isFinite), name).toBe(true);
    }
  }, 120_000);
});
