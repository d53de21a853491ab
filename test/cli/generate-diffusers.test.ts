// `wgrad random-model` and `wgrad generate` with the folder that it writes: files, options, the same bytes for
// a seed, and every option that does not apply.
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { io } from '../../src/index.ts';
import { refused, temporaryFolder, wgrad } from './support.ts';

const folder = temporaryFolder();
const model = join(folder, 'model');
const out = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const drawn = ['generate', '--model', model, '--out', out, '--steps', '2'];
const usual = [...drawn, '--count', '1', '--size', '32'];
const generate = (...args: string[]) => wgrad([...usual, ...args]);

describe('random-model', () => {
  beforeAll(async () => {
    const { code, stdout, stderr } = await wgrad(['random-model', model, '--preset', 'tiny']);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/unet 203,204 parameters.*4 MB in f16, seed 0/);
  }, 60_000);

  test('refuses a folder with something in it, and parts that are none', async () => {
    const again = await wgrad(['random-model', model, '--preset', 'tiny']);
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringMatching(/^error: .*holds something already .*name a new folder\n$/),
    ]);
    const wide = await wgrad(['random-model', join(folder, 'wide'), '--width', '3']);
    expect(wide.stderr).toMatch(/--width.*between 1\/64 and 1/);
    expect(existsSync(join(folder, 'wide'))).toBe(false);
  });

  test('draws a picture, the same bytes for a seed, and says what runs', async () => {
    const { code, stdout, stderr } = await generate('--seed', '3', 'a red fox');
    expect(code, stderr).toBe(0);
    const path = join(out, 'a-red-fox.png');
    expect(stdout).toContain(`${path}: 1 x a red fox`);
    expect(stderr).toMatch(/^device: cpu, /m);
    expect(stderr).toMatch(/^model: .*\(StableDiffusionPipeline, PNDMScheduler, 64x64\)$/m);
    expect(stderr).toMatch(/^loading unet \d+\/\d+ kB$/m);
    expect(stderr).toMatch(/^denoising 3\/3 steps, .* s each, 0:00 left$/m);
    const bytes = readFileSync(path);
    const { width, height } = await io.readPicture(path);
    expect([width, height]).toEqual([32, 32]);
    await generate('--seed', '3', 'a red fox');
    expect(readFileSync(path).equals(bytes)).toBe(true);
    await generate('--seed', '4', 'a red fox');
    expect(readFileSync(path).equals(bytes)).toBe(false);
  }, 120_000);

  test('draws a picture again from what its PNG file says, with other options where they are given', async () => {
    const [first, second] = [join(out, 'first'), join(out, 'second')];
    const asked = ['--seed', '9', '--guidance', '3', '--negative', 'snö', 'a “fox”'];
    const { code, stderr } = await generate(...asked, '--out', first);
    expect(code, stderr).toBe(0);
    const path = join(first, 'a-fox.png');
    const missing = await refused(['generate', '--again', path]);
    expect(missing.stderr).toMatch(/was drawn with --model \(StableDiffusion.*give it again/);
    const repeat = ['generate', '--again', path, '--model', model, '--out', second];
    expect((await wgrad(repeat)).code).toBe(0);
    expect(readFileSync(join(second, 'a-fox.png')).equals(readFileSync(path))).toBe(true);
    expect((await wgrad([...repeat, '--seed', '8'])).code).toBe(0);
    expect(readFileSync(join(second, 'a-fox.png')).equals(readFileSync(path))).toBe(false);
    const plain = join(folder, 'plain.png');
    await io.writePng(plain, await io.readPicture(path));
    const none = await refused(['generate', '--again', plain, '--model', model]);
    expect(none.stderr).toMatch(/plain\.png: does not say what it was drawn with/);
  }, 60_000);

  test('draws a picture of a list again, alone', async () => {
    const list = join(folder, 'again.json');
    const entries = [
      { file: 'fox', name: 'a fox' },
      { file: 'hen', name: 'a hen' },
      { file: 'other', name: 'a hen' },
    ];
    writeFileSync(list, JSON.stringify(entries));
    const [own, alone] = [join(out, 'own'), join(out, 'alone')];
    const from = ['generate', '--model', model];
    await wgrad([...from, '--prompts', list, '--steps', '2', '--seed', '3', '--out', own]);
    await wgrad([...from, '--again', join(own, 'hen.png'), '--out', alone]);
    const [first, second] = await Promise.all(
      [join(own, 'hen.png'), join(alone, 'a-hen.png')].map((path) => io.readPicture(path)),
    );
    const other = await io.readPicture(join(own, 'other.png')); // the same prompt, another noise
    const furthest = (a: Uint8Array, b: Uint8Array) =>
      Math.max(...a.map((v, i) => Math.abs(v - b[i])));
    expect(furthest(second.pixels, first.pixels)).toBeLessThanOrEqual(1);
    expect(furthest(other.pixels, first.pixels)).toBeGreaterThan(10);
  }, 60_000);

  test('draws the way between prompts, a row for each noise', async () => {
    const way = ['--between', '2', '--count', '2', '--size', '48x32', '--steps', '2'];
    const { code, stderr } = await generate('a fox', 'a hen', ...way);
    expect(code, stderr).toBe(0);
    const { width, height } = await io.readPicture(join(out, 'between.png'));
    const scale = Math.floor(1600 / (4 * 48));
    expect([width, height]).toEqual([2 + 4 * (scale * 48 + 2), 2 + 2 * (scale * 32 + 2)]);
    expect(readFileSync(join(out, 'between.gif')).subarray(0, 6).toString()).toBe('GIF89a');
    const alone = await refused(['generate', 'a fox', '--between', '2', '--model', model]);
    expect(alone.stderr).toMatch(/--between needs two prompts/);
  }, 60_000);

  test('draws grids, sizes, another scheduler and a negative prompt', async () => {
    const { code, stderr } = await generate(
      ...['--count', '2', '--size', '48x32', '--scheduler', 'euler-a', '--guidance', '4'],
      ...['--negative', 'snow', 'a fox', 'a hen'],
    );
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('EulerAncestralDiscreteScheduler');
    const { width, height } = await io.readPicture(join(out, 'prompts.png'));
    // two of each prompt in a row, three times as large
    expect([width, height]).toEqual([2 + 4 * (3 * 48 + 2), 2 + 3 * 32 + 2]);
  }, 60_000);

  test('starts from a picture, and draws anew only where a mask is light', async () => {
    const [width, height] = [64, 64];
    const picture = { width, height, pixels: new Uint8Array(3 * width * height).fill(90) };
    // the right half is light
    const mask = {
      ...picture,
      pixels: picture.pixels.map((_, i) => (Math.floor(i / 3) % width < 32 ? 0 : 255)),
    };
    const [of, under] = [join(folder, 'grey.png'), join(folder, 'mask.png')];
    await io.writePng(of, picture);
    await io.writePng(under, mask);
    const paint = [...drawn, '--count', '1', '--image', of];
    const { code, stderr } = await wgrad([...paint, '--mask', under, 'a fox']);
    expect(code, stderr).toBe(0);
    const { pixels } = await io.readPicture(join(out, 'a-fox.png'));
    const changed = [...pixels].map((b, i) => [Math.floor(i / 3) % width < 32, b !== 90]);
    expect(changed.some(([left, other]) => left && other)).toBe(false);
    expect(changed.some(([left, other]) => !left && other)).toBe(true);
    const edited = await wgrad([...paint, '--strength', '0.5', 'a hen']);
    expect(edited.code, edited.stderr).toBe(0);
    const alone = await refused(['generate', 'x', '--model', model, '--mask', under]);
    expect(alone.stderr).toMatch(/--mask goes with --image/);
  }, 60_000);

  test('takes a list of prompts, and says what was cut', async () => {
    const list = join(folder, 'list.json');
    const long = `${'very '.repeat(74)}red fox`;
    writeFileSync(
      list,
      JSON.stringify([
        { file: 'one.png', name: 'a fox' },
        { file: 'deep/two', name: long },
      ]),
    );
    const { code, stdout, stderr } = await generate('--prompts', list);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('2 pictures and list.json');
    expect(stderr).toContain('warning: the prompt is longer than 77 tokens; left out: fox');
    for (const file of ['one.png', 'deep/two.png', 'list.json']) {
      expect(existsSync(join(out, file))).toBe(true);
    }
  }, 60_000);

  test('runs on WebGPU', async () => {
    const { code, stderr } = await generate('--device', 'webgpu', '--size', '16', 'a fox');
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/^device: webgpu, /m);
  }, 240_000);

  test.each([
    [['a fox', '--scheduler', 'best'], /--scheduler.*Allowed choices are pndm, ddim/],
    [['a fox', '--size', '44'], /size 44x44: height and width are multiples of 8/],
    [['a fox', '--size', 'big'], /--size.*Expected N or WxH/],
    [['a fox', '--eta', '0.5'], /eta/],
    [['a fox', '--lora', 'missing.safetensors'], /missing.safetensors: no such file/],
  ])('%s is refused', async (args, message) => {
    const { code, stderr } = await refused([...usual, ...args]);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at .*\.[mc]?[jt]s:\d/m);
  });

  test('weights that are not those of the configuration are named', async () => {
    const unet = join(model, 'unet', 'diffusion_pytorch_model.safetensors');
    const saved = join(folder, 'saved');
    copyFileSync(unet, saved);
    copyFileSync(join(model, 'vae', 'diffusion_pytorch_model.safetensors'), unet);
    const { code, stderr } = await generate('a fox');
    copyFileSync(saved, unet);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: .*unet.*does not fit.*missing: /m);
  });
});
