// Tasks that begin with a picture: what is shown of it, and each task from a tiny text-to-image run to a folder that
// draws with a picture; a fresh one draws as the model that it came from.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmojiSet } from '../../src/data/emoji-set.ts';
import { hostRandom } from '../../src/data/random.ts';
import { openPipeline } from '../../src/diffusion/stable-diffusion.ts';
import { configure } from '../../src/run/config.ts';
import type { Config, Task } from '../../src/run/task.ts';
import { besideHole, edits } from '../../src/run/tasks/edited-pictures.ts';
import { emojiTextToImage } from '../../src/run/tasks/emoji-text-to-image.ts';
import { taskNamed } from '../../src/run/tasks/index.ts';
import { trainRun } from '../../src/run/train.ts';
import { useDevice } from '../../src/runtime/device.ts';
import { random, tensor } from '../../src/tensor/ops/index.ts';
import { tinyRun } from '../cli/support.ts';

const size = 8;
const bytes = size * size * 3;
// two things in two styles, one of them mirrored as well, and one in a single style
const told = ['a x', 'a y', 'b x', 'b y', 'c x', 'a x', 'a y'];
const set: EmojiSet = {
  size,
  images: Uint8Array.from(
    { length: told.length * bytes },
    (_, i) => (i * 7919 + Math.floor(i / bytes) * 31) % 256,
  ),
  records: told.map((text) => ({
    ...{ hexcode: text[0], name: text[0], style: text[2], group: 'symbols', subgroup: 's' },
    ...{ keywords: [], split: 'train' },
  })),
  styles: [],
};
const pictureOf = (of: EmojiSet, i: number) => of.images.subarray(i * bytes, (i + 1) * bytes);

describe('what is shown', () => {
  test('of super-resolution is the mean of each block of four by four', () => {
    const { set: shown } = edits['emoji-super-resolution'].shown(set);
    for (const [i, by, bx, c] of [
      [0, 0, 0, 0],
      [3, 1, 0, 2],
      [6, 1, 1, 1],
    ]) {
      const values: number[] = [];
      const seen = new Set<number>();
      for (let y = 4 * by; y < 4 * by + 4; y++) {
        for (let x = 4 * bx; x < 4 * bx + 4; x++) {
          values.push(pictureOf(set, i)[(y * size + x) * 3 + c]);
          seen.add(pictureOf(shown, i)[(y * size + x) * 3 + c]);
        }
      }
      expect([...seen]).toEqual([Math.round(values.reduce((a, b) => a + b) / 16)]);
    }
  });

  test('of inpainting is the picture but for a rectangle, which the hole says', () => {
    const { set: shown, holes = [] } = edits['emoji-inpainting'].shown(set, hostRandom(0, 0, 3));
    const areas: number[] = [];
    for (let i = 0; i < told.length; i++) {
      let area = 0;
      for (let p = 0; p < size * size; p++) {
        const hole = holes[i * size * size + p];
        area += hole;
        for (let c = 0; c < 3; c++) {
          expect(pictureOf(shown, i)[3 * p + c]).toBe(hole ? 128 : pictureOf(set, i)[3 * p + c]);
        }
      }
      areas.push(area);
    }
    expect(Math.min(...areas)).toBeGreaterThanOrEqual(4);
    expect(new Set(areas).size).toBeGreaterThan(2);
  });

  test('of style transfer is another picture of the same thing, on the same side', () => {
    const { set: shown } = edits['emoji-style-transfer'].shown(set, hostRandom(0, 0, 3));
    const from = told.map((_, i) =>
      told.findIndex((_t, k) => Buffer.compare(pictureOf(shown, i), pictureOf(set, k)) === 0),
    );
    expect(from).toEqual([1, 0, 3, 2, 4, 6, 5]);
  });

  test('beside latents is the hole at the first pixel of each', () => {
    const holes = Uint8Array.from({ length: 32 }, (_, i) =>
      i === 0 || i === 26 || i === 5 ? 1 : 0,
    );
    const latents = Float32Array.from({ length: 16 }, (_, i) => i + 10);
    const got = [...besideHole(holes, latents, { size: 4, factor: 2, channels: 2 })];
    // two pictures of 4 x 4 with latents 2 x 2: corners at 0, 2, 8, 10 of 16
    const corners = [1, 0, 0, 0, 0, 0, 0, 1];
    expect(got).toEqual(corners.flatMap((hole, i) => [hole, 2 * i + 10, 2 * i + 11]));
  });
});

describe('a run', () => {
  let folder = '';
  const lines: string[] = [];
  const run = (task: Task, name: string, config: Config): Promise<unknown> =>
    trainRun(task, {
      ...{ folder: join(folder, name), config, resume: false, command: ['train', task.name] },
      ...{ checkpointEvery: 4, sampleEvery: 4, say: (line: string) => lines.push(line) },
    });
  beforeAll(async () => {
    await useDevice('cpu', { threads: 1 });
    folder = await mkdtemp(join(tmpdir(), 'wgrad-edits-'));
    const short = {
      ...tinyRun,
      autoencoder: { steps: 4, batchSize: 4 },
      diffusion: { steps: 4, batchSize: 4 },
    };
    const given = configure(emojiTextToImage, emojiTextToImage.defaults, short, 'test');
    await run(emojiTextToImage, 'base', given);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(Object.keys(edits))(
    '%s begins as the model that it came from, and draws with a picture',
    async (name) => {
      const task = taskNamed(name);
      const change = {
        ...{ from: join(folder, 'base', 'model'), groups: tinyRun.groups, styles: tinyRun.styles },
        diffusion: { steps: 4, batchSize: 4, learningRate: 1e-12, weightDecay: 0 },
      };
      await run(task, name, configure(task, task.defaults, change, 'test'));
      expect(lines.at(-2)).toContain('done: ');
      const png = readFileSync(join(folder, name, 'samples', 'diffusion-000004-samples.png'));
      expect(png.readUInt32BE(16)).toBeGreaterThan(100); // the width
      const before = await openPipeline(join(folder, 'base', 'model'));
      const after = await openPipeline(join(folder, name, 'model'));
      expect(after.sees).toBe(name === 'emoji-inpainting' ? 'hole' : 'picture');
      const [h, w] = after.size;
      const image = {
        picture: random.uniform(random.key(1), [1, h, w, 3]),
        strength: 1,
        ...(after.sees === 'hole' && {
          mask: tensor(new Float32Array(h * w).fill(1), { shape: [1, h, w, 1] }),
        }),
      };
      const plain = await before.draw(['apple'], { steps: 2, seed: 3 });
      const seeing = await after.draw(['apple'], { steps: 2, seed: 3, image });
      const worst = Math.max(
        ...Array.from(plain.images.data, (v, i) => Math.abs(v - seeing.images.data[i])),
      );
      expect(worst).toBeLessThan(1e-3);
    },
    120_000,
  );
});
