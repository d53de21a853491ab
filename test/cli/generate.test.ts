// `wgrad generate` with an untrained model of a few thousand parameters: files, options and every kind of
// bad input.
import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thinnedFrames } from '../../src/cli/movie.ts';
import { io, useDevice } from '../../src/index.ts';
import { writeUntrained } from '../support/untrained-pipeline.ts';
import { refused, startWgrad, temporaryFolder, wgrad } from './support.ts';

// a frame of JavaScript; Dawn's own warnings have frames too
const stack = /^\s+at .*\.[mc]?[jt]s:\d/m;

const folder = temporaryFolder();
const model = join(folder, 'model');
const out = join(folder, 'out');

beforeAll(async () => {
  await useDevice('cpu');
  await writeUntrained(model);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const generate = (...args: string[]) =>
  wgrad(['generate', '--model', model, '--out', out, '--steps', '2', ...args]);

describe('generate', () => {
  test('a prompt makes a grid of eight and a GIF; the device and what was cut are named', async () => {
    const { code, stdout, stderr } = await generate('red apple apple apple apple apple zebra');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('red-apple-apple-apple-apple-apple-zebra.png');
    expect(stderr).toMatch(/^device: cpu, /m);
    expect(stderr.match(/longer than 8 tokens; left out: zebra$/gm)).toHaveLength(1);
    const name = 'red-apple-apple-apple-apple-apple-zebra';
    const png = await io.readPicture(join(out, `${name}.png`));
    expect([png.width, png.height]).toEqual([2 + 4 * (32 * 6 + 2), 2 + 2 * (32 * 6 + 2)]);
    const gif = readFileSync(join(out, `${name}.gif`));
    expect(gif.subarray(0, 6).toString()).toBe('GIF89a');
    expect(gif.toString('latin1').split('\x21\xf9\x04').length - 1).toBe(2); // a frame a step
  });

  test('a prompt without a command is drawn, one word or more', async () => {
    const own = join(out, 'bare');
    const rest = ['--model', model, '--steps', '2', '--count', '1', '--out', own];
    for (const [prompt, file] of [
      ['red apple', 'red-apple.png'],
      ['apple', 'apple.png'],
    ]) {
      const { code, stderr } = await wgrad([prompt, ...rest]);
      expect(code, stderr).toBe(0);
      expect((await io.readPicture(join(own, file))).width).toBe(32);
    }
    const options = await wgrad([...rest, 'green apple']);
    expect(options.stdout).toContain('green-apple.png');
  });

  test('the seed decides the picture, with either scheduler', async () => {
    const draw = async (name: string, ...args: string[]): Promise<Buffer> => {
      const own = join(out, name);
      const { code, stderr } = await generate('apple', '--count', '1', ...args, '--out', own);
      expect(code, stderr).toBe(0);
      return readFileSync(join(own, 'apple.png'));
    };
    const [a, again, other, ancestral] = await Promise.all([
      draw('a', '--seed', '5'),
      draw('b', '--seed', '5'),
      draw('c', '--seed', '6'),
      draw('d', '--seed', '5', '--scheduler', 'ddpm', '--guidance', '1'),
    ]);
    expect(again.equals(a)).toBe(true);
    expect(other.equals(a)).toBe(false);
    expect(ancestral.equals(a)).toBe(false);
  });

  test('a list of prompts makes a picture an entry at the size of the model', async () => {
    const list = join(folder, 'prompts.json');
    const entries = [
      { file: 'one.png', name: 'red apple' },
      { file: 'deep/two.png', name: 'green zebra' },
    ];
    writeFileSync(list, JSON.stringify(entries));
    const { code, stderr } = await generate('--prompts', list, '--out', join(out, 'list'));
    expect(code, stderr).toBe(0);
    for (const { file } of entries) {
      const { width, height } = await io.readPicture(join(out, 'list', file));
      expect([width, height]).toEqual([32, 32]);
    }
    expect(JSON.parse(readFileSync(join(out, 'list', 'prompts.json'), 'utf8'))).toEqual(entries);
  });
});

test('a list is written batch by batch: what is drawn stands there before the rest is', async () => {
  const list = join(folder, 'long.json');
  const entries = Array.from({ length: 320 }, (_, i) => ({ file: `${i}.png`, name: 'red apple' }));
  writeFileSync(list, JSON.stringify(entries));
  const own = join(out, 'long');
  const args = ['generate', '--model', model, '--prompts', list, '--out', own, '--steps', '40'];
  const { child, result } = await startWgrad(args);
  while (!existsSync(join(own, '63.png')) && child.exitCode === null) await sleep(20);
  const last = existsSync(join(own, '319.png'));
  child.kill('SIGKILL');
  const { stderr } = await result;
  expect(existsSync(join(own, '63.png')), stderr).toBe(true);
  expect(last).toBe(false);
}, 60_000);

test('a movie of many steps keeps evenly spread frames within its room, and the last', () => {
  // 64 pictures of 32 x 32 at scale 4: 3.1 MB a frame
  const { add, frames } = thinnedFrames(4);
  const made = Array.from({ length: 1000 }, (_, i) => ({
    data: { length: 64 * 32 * 32 * 3 },
    shape: [64, 32, 32, 3],
    step: i,
  }));
  for (const frame of made) add(frame as never);
  const steps = frames().map((frame) => (frame as unknown as { step: number }).step);
  expect(steps.at(-1)).toBe(999);
  expect(steps.length * 64 * 32 * 32 * 3 * 16).toBeLessThan(2 ** 27 + 4e6);
  expect(new Set(steps.slice(1, -1).map((step, i) => step - steps[i])).size).toBe(1);
  const few = thinnedFrames(4);
  for (const frame of made.slice(0, 20)) few.add(frame as never);
  expect(few.frames()).toHaveLength(20);
});

describe('bad input is one line and exit code 1', () => {
  const weights = 'unet/diffusion_pytorch_model.safetensors';
  const copy = (name: string): string => {
    const to = join(folder, name);
    cpSync(model, to, { recursive: true });
    return to;
  };

  const cases: [string, () => readonly string[], RegExp][] = [
    ['an unknown command', () => ['gnerate', 'x'], /unknown command 'gnerate'.* mean generate\?/],
    [
      'a mistyped command',
      () => ['trian'],
      /unknown command 'trian'.* mean train\?.*generate trian/,
    ],
    ['an option of no command', () => ['--stps', '3'], /unknown option '--stps'.*--steps/],
    ['an unknown option', () => ['generate', '--stps', '3'], /unknown option '--stps'/],
    ['no such folder', () => ['generate', 'x', '--model', join(folder, 'nope')], /no such model/],
    ['no model folder', () => ['generate', 'x', '--model', folder], /not a model folder/],
    [
      'an unknown scheduler',
      () => ['generate', 'x', '--scheduler', 'rk4'],
      /Allowed .* pndm, ddim, ddpm/,
    ],
    ['negative steps', () => ['generate', 'x', '--steps', '-3'], /whole number of at least 1/],
    ['an eta of 2', () => ['generate', 'x', '--eta', '2'], /at most 1/],
    ['an empty prompt', () => ['generate', ' ', '--model', model], /the prompt is empty/],
    [
      'a folder that cannot be written to',
      () => ['generate', 'apple', '--model', model, '--out', join(model, 'model_index.json', 'x')],
      /cannot write to the folder .+model_index\.json/,
    ],
    [
      'missing weights',
      () => {
        rmSync(join(copy('missing'), weights));
        return ['generate', 'apple', '--model', join(folder, 'missing'), '--out', out];
      },
      /unet: has no diffusion_pytorch_model\.safetensors/,
    ],
    [
      'truncated weights',
      () => {
        truncateSync(join(copy('short'), weights), 40_000);
        return ['generate', 'apple', '--model', join(folder, 'short'), '--out', out];
      },
      /unet\/diffusion_pytorch_model\.safetensors: tensor .* lies at bytes/,
    ],
    [
      'corrupt weights',
      () => {
        copyFileSync(join(model, 'model_index.json'), join(copy('corrupt'), weights));
        return ['generate', 'apple', '--model', join(folder, 'corrupt'), '--out', out];
      },
      /unet\/diffusion_pytorch_model\.safetensors: .+/,
    ],
    [
      'weights with a flipped bit',
      () => {
        const path = join(copy('flipped'), weights);
        const bytes = readFileSync(path);
        bytes[bytes.length - 1000] ^= 4;
        writeFileSync(path, bytes);
        return ['generate', 'apple', '--model', join(folder, 'flipped'), '--out', out];
      },
      /unet\/diffusion_pytorch_model\.safetensors: damaged/,
    ],
    ['a million pictures', () => ['generate', 'x', '--count', '1e9'], /at most 1000/],
    ['pictures beyond a sheet', () => ['generate', 'x', 'y', '--count', '600'], /1200 pictures/],
    [
      'a terminal escape',
      () => ['generate', 'red\u001b[2J apple'],
      /"red\\u001b\[2J apple" has a control/,
    ],
    ['an endless list', () => ['generate', '--prompts', '/dev/zero'], /more than 17 MB/],
    [
      'a broken list',
      () => {
        writeFileSync(join(folder, 'broken.json'), '[{"file": "a.png"}]');
        return ['generate', '--prompts', join(folder, 'broken.json'), '--model', model];
      },
      /entry 0 is not/,
    ],
  ];

  test.each(cases)(
    '%s',
    async (_, args, message) => {
      const { code, stdout, stderr } = await refused(args());
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(message);
      expect(stderr.split('\n').filter((line) => line.startsWith('error: '))).toHaveLength(1);
      expect(stderr).not.toMatch(stack);
    },
    60_000,
  );

  test('WGRAD_DEBUG=1 shows the stack', async () => {
    const { result } = await startWgrad(['generate', ''], { WGRAD_DEBUG: '1' });
    expect((await result).stderr).toMatch(stack);
  });

  test('no adapter', async () => {
    const env = { VK_DRIVER_FILES: join(folder, 'none.json'), WGRAD_RELAUNCHED: '' };
    const args = ['generate', 'apple', '--model', model, '--out', out, '--device', 'webgpu'];
    const { code, stderr } = await wgrad(args, { ...env, WGRAD_ADAPTERS: 'hardware' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: no WebGPU adapter/m);
    expect(stderr).not.toMatch(stack);
  });
});

test('doctor names what is there', async () => {
  const { code, stdout, stderr } = await wgrad(['doctor']);
  expect(code, stderr).toBe(0);
  for (const fact of ['node', 'wasm', 'relaxed simd', 'webgpu', 'data', 'weights', 'device']) {
    expect(stdout).toMatch(new RegExp(`^\\s*${fact} +\\S`, 'm'));
  }
  expect(stdout).toContain(process.version);
}, 60_000);
