// Which adapter computes a case. The groups of the repository's folder have one each; a case of a group
// with another name goes by what it says of itself: its operation, module, kind or reference.
import { type Adapter, type GoldenCase, Unsupported } from './contract.ts';
import { calls } from './run-cases.ts';

/** The groups that have an adapter. */
export const groups: Readonly<Record<string, () => Promise<Adapter>>> = {
  ops: async () => (await import('./adapters/ops.ts')).opsAdapter,
  second_order: async () => (await import('./adapters/second-order.ts')).secondOrderAdapter,
  nn: async () => (await import('./adapters/nn.ts')).nnAdapter,
  optim: async () => (await import('./adapters/optim.ts')).optimAdapter,
  diffusers_models: async () => (await import('./adapters/diffusers.ts')).diffusersAdapter,
  clip: async () => (await import('./adapters/clip.ts')).clipAdapter,
  clip_tokenizer: async () => (await import('./adapters/clip-tokenizer.ts')).clipTokenizerAdapter,
  integration: async () => (await import('./adapters/integration.ts')).integrationAdapter,
  schedulers: async () => (await import('./adapters/schedulers.ts')).schedulersAdapter,
  point_e: async () => (await import('./adapters/point-e.ts')).pointEAdapter,
  metrics: async () => (await import('./adapters/metrics.ts')).metricsAdapter,
  losses: async () => (await import('./adapters/losses.ts')).lossesAdapter,
};

const metrics = ['frechet_distance', 'inception_score', 'chamfer', 'prdc'];
const gaussian = [
  'timestep_embedding',
  'training_losses',
  'p_sample',
  'ddim_sample',
  'karras_sample',
];

// the first that holds; what comes earlier says more
const signs: readonly (readonly [group: string, holds: (c: GoldenCase) => boolean])[] = [
  ['clip_tokenizer', (c) => 'text' in c || 'texts' in c],
  ['ops', (c) => 'op' in c],
  ['second_order', (c) => 'function' in c],
  ['integration', (c) => 'procedure' in c],
  ['nn', (c) => /^torch\.nn\./.test(c.module ?? '')],
  ['optim', (c) => /EMAModel/.test(c.module ?? '') || 'optimizer' in c || c.kind === 'lr'],
  ['diffusers_models', (c) => /^diffusers\b/.test(c.module ?? '')],
  ['clip', (c) => /^openai CLIP/.test(c.module ?? '') || c.kind === 'contrastive_loss'],
  ['point_e', (c) => /^point_e\b/.test(c.module ?? '') || gaussian.includes(c.kind ?? '')],
  ['schedulers', (c) => 'scheduler' in c],
  ['metrics', (c) => metrics.includes(c.kind ?? '')],
  ['losses', (c) => 'reference' in c],
];

/** The group whose conventions a case follows, by what it says of itself. */
export const groupOf = (c: GoldenCase): string | undefined =>
  signs.find(([, holds]) => holds(c))?.[0];

/** An adapter for the cases of a group, whether or not the repository has a group of that name. */
export function adapterOf(group: string): Adapter {
  return async (c, golden) => {
    const load = groups[group in groups ? group : (groupOf(c) ?? '')];
    if (!load) throw new Unsupported(`no adapter knows ${calls(c)}`);
    return (await load())(c, golden);
  };
}
