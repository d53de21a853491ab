// Faults in our own models, their recipes, samplers and schedulers.
import type { Fault } from './list.ts';

const models = ['test/diffusion/own-models.test.ts'];
const recipes = ['test/diffusion/recipes.test.ts'];
const schedulers = ['test/diffusion/schedulers.test.ts'];
const numbers = ['test/diffusion/schedulers-numbers.test.ts'];
const solutions = ['test/diffusion/schedulers-solutions.test.ts', ...schedulers];

export const diffusionFaults: readonly Fault[] = [
  {
    file: 'src/diffusion/autoencoder.ts',
    find: 'mul(kl, 1e-4)',
    replace: 'mul(kl, 0)',
    tests: recipes,
  },
  {
    file: 'src/diffusion/autoencoder.ts',
    find: 'exp(mul(q.logVariance, 0.5))',
    replace: 'exp(q.logVariance)',
    tests: recipes,
  },
  {
    file: 'src/diffusion/autoencoder.ts',
    find: 'mul(edges, 0.5)',
    replace: 'edges',
    tests: recipes,
  },
  {
    file: 'src/diffusion/autoencoder.ts',
    find: '[c, 2 * c]), -20, 8)',
    replace: '[0, c]), -20, 8)',
    tests: models,
  },
  {
    file: 'src/diffusion/train.ts',
    find: "chance.chance(promptDropout) ? '' : text",
    replace: 'text',
    tests: recipes,
  },
  {
    file: 'src/diffusion/train.ts',
    find: "div(add(iota([n], 0, 'f32'), random.uniform(key, [n])), n)",
    replace: 'random.uniform(key, [n])',
    tests: recipes,
  },
  {
    file: 'src/diffusion/train.ts',
    find: 'targetOf(kind, batch.latents, eps, alpha, sigma)',
    replace: 'targetOf(kind, batch.latents, eps, sigma, alpha)',
    tests: recipes,
  },
  {
    file: 'src/diffusion/train.ts',
    find: "key: Tensor,\n  kind: Parametrization = 'v',\n): Tensor {\n  diffusionLossArgs",
    replace: "key: Tensor,\n  kind: Parametrization = 'eps',\n): Tensor {\n  diffusionLossArgs",
    tests: recipes,
  },
  {
    file: 'src/diffusion/train.ts',
    find: 'emaDecay: 0.999',
    replace: 'emaDecay: 0.99',
    tests: recipes,
  },
  {
    file: 'src/diffusion/unet.ts',
    find: 'h = add(mul(norm2.apply({}, h), add(a, 1)), b);',
    replace: 'h = mul(norm2.apply({}, h), add(a, 1));',
    tests: models,
  },
  {
    file: 'src/diffusion/unet.ts',
    find: 'h = add(mul(norm2.apply({}, h), add(a, 1)), b);',
    replace: 'h = add(mul(norm2.apply({}, h), a), b);',
    tests: models,
  },
  {
    file: 'src/diffusion/unet.ts',
    find: 'silu(add(time.apply(p.time, times), pooled.apply(p.pooled, prompt.pooled)))',
    replace: 'silu(time.apply(p.time, times))',
    tests: models,
  },
  {
    file: 'src/diffusion/unet.ts',
    find: 'const words = { context: prompt.tokens, mask: prompt.mask };',
    replace: 'const words = { context: prompt.tokens };',
    tests: models,
  },
  {
    file: 'src/diffusion/unet.ts',
    find: 'concat([h, skips[i]], 3)',
    replace: 'concat([skips[i], h], 3)',
    tests: models,
  },
  {
    file: 'src/diffusion/prompt-model.ts',
    find: 'div(sum(mul(tokens, weight), 1), maximum(sum(weight, 1), 1))',
    replace: 'div(sum(mul(tokens, weight), 1), context)',
    tests: models,
  },
  {
    file: 'src/diffusion/prompt-model.ts',
    find: 'add(words.apply(p.words, ids), p.positions.w)',
    replace: 'words.apply(p.words, ids)',
    tests: models,
  },
  {
    file: 'src/diffusion/process.ts',
    find: "return kind === 'x0' ? x0 : sub(mul(eps, alpha), mul(x0, sigma));",
    replace: "return kind === 'x0' ? x0 : sub(mul(x0, sigma), mul(eps, alpha));",
    tests: recipes,
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
