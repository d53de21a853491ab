// Faults in what trains and draws diffusers' pipelines: the autoencoder's loss, the second stage, what a U-Net sees
// beside the noise, and the pictures that tasks show of others.
import type { Fault } from './list.ts';

const vae = ['test/diffusion/train-vae.test.ts'];
const stage = ['test/diffusion/train-text-to-image.test.ts'];
const seeing = ['test/diffusion/seeing-pipelines.test.ts'];
const drawing = ['test/diffusion/drawn-together.test.ts'];
const edits = ['test/run/emoji-edits.test.ts'];

export const pipelineFaults: readonly Fault[] = [
  {
    file: 'src/diffusion/train-vae.ts',
    find: 'mul(add(r, g), 0.5)',
    replace: 'add(r, g)',
    tests: vae,
  },
  {
    file: 'src/diffusion/train-vae.ts',
    find: 'mul(opponents(d), weights.chroma)',
    replace: 'opponents(d)',
    tests: vae,
  },
  {
    file: 'src/diffusion/train-text-to-image.ts',
    find: 'concat([noisy, beside], -1)',
    replace: 'concat([noisy, noisy], -1)',
    tests: seeing,
  },
  {
    file: 'src/diffusion/train-text-to-image.ts',
    find: 'minSnrWeights(scheduler.kind, snr, weights.minSnr)',
    replace: "minSnrWeights('x0', snr, weights.minSnr)",
    tests: stage,
  },
  {
    file: 'src/diffusion/stable-diffusion-drawing.ts',
    find: 'less(mask, 0.5)',
    replace: 'less(mask, 2)',
    tests: seeing,
  },
  {
    file: 'src/diffusion/stable-diffusion-drawing.ts',
    find: "if (sees === 'picture' || !mask) return posterior(params, picture);",
    replace: "if (sees === 'picture' || !mask) return mul(posterior(params, picture), scaling);",
    tests: seeing,
  },
  {
    file: 'src/diffusion/stable-diffusion-drawing.ts',
    find: 'random.foldIn(roots[i], k))',
    replace: 'random.foldIn(roots[0], k))',
    tests: drawing,
  },
  {
    file: 'src/diffusion/stable-diffusion-drawing.ts',
    find: 'share: j / stops',
    replace: 'share: 0',
    tests: drawing,
  },
  {
    file: 'src/diffusion/samplers.ts',
    find: 'concat(key.map((k) => of(k, [1, ...shape.slice(1)])))',
    replace: 'of(key[0], shape)',
    tests: drawing,
  },
  {
    file: 'src/run/tasks/edited-pictures.ts',
    find: '.filter((k) => k !== i)',
    replace: '',
    tests: edits,
  },
  {
    file: 'src/run/tasks/edited-pictures.ts',
    find: '(y * size + x) * factor]',
    replace: 'y * size + x]',
    tests: edits,
  },
];
