import { loadEmoji, selectEmoji, firstGroups } from '../src/data/emoji.ts';
import { useDevice } from '../src/runtime/device.ts';
import '../src/runtime/evaluate.ts';
import { buildVocabulary } from '../src/data/vocabulary.ts';
import { a24, } from '../src/diffusion/autoencoder.ts';
import * as T from '../src/diffusion/train.ts';
import { smallPrompt } from '../src/diffusion/prompt-model.ts';
import { unet64 } from '../src/diffusion/unet.ts';
await useDevice('cpu');
const set = selectEmoji(await loadEmoji(), { groups: firstGroups, styles: ['noto','twemoji','fluent','fluent3d'], splits: ['train'] } as any);
console.log(set.records.length);
const what = process.argv[2], n = Number(process.argv[3] ?? 5);
let t = performance.now();
if (what === 'ae') {
  const options = { ...T.autoencoderRecipe, steps: n };
  const state = await T.initAutoencoder(options);
  console.log('init', performance.now() - t); t = performance.now();
  for await (const r of T.trainAutoencoder({ config: a24, set, options, state, reportEvery: 1 })) { console.log(r.step, r.loss.toFixed(4), (performance.now() - t).toFixed(0), 'ms'); t = performance.now(); }
} else {
  const vocabulary = buildVocabulary(set.records);
  const config = { unet: unet64, prompt: smallPrompt(vocabulary.words.length) } as any;
  const latents = { data: new Float32Array(set.records.length * 256).map(() => Math.random() * 2 - 1), count: set.records.length, shape: [8, 8, 4] } as any;
  const options = { ...T.diffusionRecipe, steps: n };
  const state = await T.initDiffusion(config, options);
  console.log('init', performance.now() - t); t = performance.now();
  for await (const r of T.trainDiffusion({ config, latents, records: set.records, vocabulary, options, state, reportEvery: 1 })) { console.log(r.step, r.loss.toFixed(4), (performance.now() - t).toFixed(0), 'ms'); t = performance.now(); }
}
