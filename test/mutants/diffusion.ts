// Faults in the training of text-to-image models, in drawing, samplers and schedulers.
import type { Fault } from './list.ts';

const first = ['test/diffusion/train-vae.test.ts'];
const second = ['test/diffusion/train.test.ts'];
const loss = ['test/diffusion/train-text-to-image.test.ts'];
const written = ['test/cli/generate.test.ts'];
const drawn = ['test/diffusion/stable-diffusion.test.ts'];
const schedulers = ['test/diffusion/schedulers.test.ts'];
const numbers = ['test/diffusion/schedulers-numbers.test.ts'];
const solutions = ['test/diffusion/schedulers-solutions.test.ts', ...schedulers];

export const diffusionFaults: readonly Fault[] = [
  {
    file: 'src/diffusion/bottleneck.ts',
    find: 'mul(divergence, kl)',
    replace: 'mul(divergence, 0)',
    tests: first,
  },
  {
    file: 'src/diffusion/train-vae.ts',
    find: 'mul(add(neighbours(d, 1), neighbours(d, 2)), weights.edges)',
    replace: 'mul(neighbours(d, 1), weights.edges)',
    tests: first,
  },
  {
    file: 'src/diffusion/train-vae.ts',
    find: '.test(path) ? zerosLike(t) : t',
    replace: '.test(path) ? t : t',
    tests: first,
  },
  {
    file: 'src/diffusion/train-vae.ts',
    find: 'delayedWeight(at, weights.judgeFrom, weights.judge)',
    replace: 'weights.judge',
    tests: first,
  },
  {
    file: 'src/diffusion/latents.ts',
    find: 'data[i] = (data[i] - measured.mean[c]) / measured.std[c];',
    replace: 'data[i] = data[i] / measured.std[c];',
    tests: first,
  },
  {
    file: 'src/diffusion/latents.ts',
    find: 'sums[i % channels] += values[i]',
    replace: 'sums[0] += values[i]',
    tests: first,
  },
  {
    file: 'src/diffusion/standard-latents.ts',
    find: 'neg(mul(2, log(std)))',
    replace: 'neg(log(std))',
    tests: first,
  },
  {
    file: 'src/diffusion/standard-latents.ts',
    find: 'sum(mul(w, expandDims(c, 1)), [0, 1, 2])',
    replace: 'sum(mul(w, c), [0, 1, 2])',
    tests: first,
  },
  {
    file: 'src/diffusion/train-text-to-image.ts',
    find: "chance.chance(promptDropout) ? '' : text",
    replace: 'text',
    tests: second,
  },
  {
    file: 'src/diffusion/train-text-to-image.ts',
    find: "div(add(iota([n], 0, 'f32'), random.uniform(key, [n])), n)",
    replace: 'random.uniform(key, [n])',
    tests: loss,
  },
  {
    file: 'src/diffusion/train-text-to-image.ts',
    find: 'eps: () => eps,\n    x0: () => latents,',
    replace: 'eps: () => latents,\n    x0: () => eps,',
    tests: loss,
  },
  {
    file: 'src/diffusion/train-text-to-image.ts',
    find: 'minSnrWeights(scheduler.kind, snr, weights.minSnr)',
    replace: "minSnrWeights('eps', snr, weights.minSnr)",
    tests: loss,
  },
  {
    file: 'src/diffusion/train-text-to-image.ts',
    find: 'const ids = new Int32Array(contextLength).fill(padId);',
    replace: 'const ids = new Int32Array(contextLength);',
    tests: loss,
  },
  {
    file: 'src/diffusion/generation-config.ts',
    find: 'guidance_scale: 7.5, ...config',
    replace: '...config, guidance_scale: 7.5',
    tests: loss,
  },
  {
    file: 'src/diffusion/write-pipeline.ts',
    find: '        checksum: true,\n',
    replace: '',
    tests: written,
  },
  {
    file: 'src/diffusion/stable-diffusion-drawing.ts',
    find: 'told(broadcastTo(of(negative), said.shape))',
    replace: 'condition',
    tests: drawn,
  },
  {
    file: 'src/diffusion/stable-diffusion-drawing.ts',
    find: 'mul(z, 1 / scaling)',
    replace: 'mul(z, scaling)',
    tests: drawn,
  },
  {
    file: 'src/diffusion/stable-diffusion-drawing.ts',
    find: 'random.foldIn(roots[i], k)',
    replace: 'random.foldIn(roots[i], 0)',
    tests: ['test/diffusion/drawn-together.test.ts'],
  },
  {
    file: 'src/diffusion/process.ts',
    find: "return kind === 'x0' ? x0 : sub(mul(eps, alpha), mul(x0, sigma));",
    replace: "return kind === 'x0' ? x0 : sub(mul(x0, sigma), mul(eps, alpha));",
    tests: ['test/diffusion/process.test.ts'],
  },
  {
    file: 'src/diffusion/process.ts',
    find: 'return mul(mul(prediction, sigma), -1);',
    replace: 'return mul(prediction, sigma);',
    tests: ['test/diffusion/process.test.ts'],
  },
  {
    file: 'src/diffusion/schedulers/scheduler.ts',
    find: 'const { mean, deviation = s.noise } = made;',
    replace: 'const { mean } = made, deviation = s.noise;',
    tests: ['test/diffusion/gaussian-diffusion.test.ts'],
  },
  {
    file: 'src/diffusion/schedulers/karras.ts',
    find: 's_noise * Math.sqrt(raised ** 2 - sigma ** 2)',
    replace: '0 * Math.sqrt(raised ** 2 - sigma ** 2)',
    tests: ['test/diffusion/karras.test.ts'],
  },
  {
    file: 'src/diffusion/gaussian-diffusion.ts',
    find: 't === 0 ? 0 : learned ? 1',
    replace: 'learned ? 1',
    tests: ['test/diffusion/gaussian-diffusion.test.ts'],
  },
  {
    file: 'src/diffusion/schedulers/ddim.ts',
    find: 'Math.max(to.sigma ** 2 - variance, 0)',
    replace: 'Math.max(to.sigma ** 2, 0)',
    tests: numbers,
  },
  {
    file: 'src/diffusion/schedulers/ddim.ts',
    find: 'eta ** 2 * posteriorVariance(from, to)',
    replace: 'eta * posteriorVariance(from, to)',
    tests: numbers,
  },
  {
    file: 'src/diffusion/schedulers/ddpm.ts',
    find: 'time > 0 ? Math.sqrt(variance) : 0',
    replace: 'Math.sqrt(variance)',
    tests: numbers,
  },
  {
    file: 'src/diffusion/schedulers/heun.ts',
    find: 'now: d / 2, before: d / 2',
    replace: 'now: d, before: 0',
    tests: solutions,
  },
  {
    file: 'src/diffusion/schedulers/euler-ancestral.ts',
    find: 'eulerNumbers(time, from, to ** 2 / from)',
    replace: 'eulerNumbers(time, from, to)',
    tests: solutions,
  },
  {
    file: 'src/diffusion/schedulers/dpm-solver-multistep.ts',
    find: ': x0 / 2;',
    replace: ': x0 / 3;',
    tests: solutions,
  },
  {
    file: 'src/diffusion/schedulers/sigmas.ts',
    find: 'keep: to / from',
    replace: 'keep: (to / from) ** 2',
    tests: solutions,
  },
  {
    file: 'src/diffusion/schedulers/estimates.ts',
    find: 'clip(estimate, -range, range)',
    replace: 'estimate',
    tests: solutions,
  },
  {
    file: 'src/diffusion/denoising-step.ts',
    find: 'div(std(conditional), std(guided))',
    replace: 'div(std(guided), std(conditional))',
    tests: ['test/diffusion/samplers.test.ts'],
  },
  {
    file: 'src/diffusion/samplers.ts',
    find: 'random.foldIn(k, index)',
    replace: 'k',
    tests: ['test/diffusion/samplers.test.ts'],
  },
];
