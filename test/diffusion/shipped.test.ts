// The shipped text-to-image model: a small folder, and what it must still draw after any change of the code.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPipeline, type StableDiffusion } from '../../src/diffusion/stable-diffusion.ts';
import { clipNetwork } from '../../src/evaluate/feature-network.ts';
import { drawnSet } from '../../src/evaluate/picture-set.ts';
import { dozenPrompts } from '../../src/run/tasks/emoji-pictures.ts';
import { useDevice } from '../../src/runtime/device.ts';

const weights = (name: string): string =>
  fileURLToPath(new URL(`../../weights/${name}`, import.meta.url));

let model: StableDiffusion;
beforeAll(async () => {
  await useDevice('cpu');
  model = await openPipeline(weights('emoji'));
});
afterAll(() => model.dispose());

test('has at most 20 MB', () => {
  const files = readdirSync(weights('emoji'), { recursive: true }) as string[];
  const bytes = files.map((file) => statSync(join(weights('emoji'), file)).size);
  expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThan(20e6);
});

test('draws what it is told, as a CLIP sees it that was not there when it learned', async () => {
  const texts = dozenPrompts.map((prompt) => ({ prompt, name: prompt }));
  const drawn = await drawnSet('a dozen', model, texts, { seed: 1, steps: 10 });
  const clip = await clipNetwork(weights('clip-b'), 'clip-b');
  const { embeddings } = await clip.both(drawn);
  const { values, dim } = await clip.classes(embeddings, dozenPrompts);
  const guesses = texts.map((_, i) => {
    const row = [...values.subarray(i * dim, (i + 1) * dim)];
    return dozenPrompts[row.indexOf(Math.max(...row))];
  });
  const right = guesses.filter((guess, i) => guess === dozenPrompts[i]).length;
  expect(right, guesses.join(', ')).toBeGreaterThanOrEqual(9);
  clip.dispose();
}, 60_000);

test('knows a colour from a thing: hearts of prompts differ by their hue alone', async () => {
  const hues = { red: 0, green: 1, blue: 2 };
  const prompts = Object.keys(hues).map((hue) => `${hue} heart`);
  const { images } = await model.draw(prompts, { seed: 2, steps: 10 });
  const [, h, w] = images.shape;
  Object.values(hues).forEach((channel, i) => {
    // the middle of the heart
    const at = ((i * h + h / 2) * w + w / 2) * 3;
    const pixel = [0, 1, 2].map((c) => images.data[at + c]);
    expect(pixel.indexOf(Math.max(...pixel)), `${prompts[i]}: ${pixel}`).toBe(channel);
  });
}, 60_000);
