// Cases of the group `optim`: parameters after each step of an optimizer for given gradients, sequences
// of learning rates, moving averages. Optimizers, schedules and their options are read off the
// manifest's PyTorch names.
import * as optim from '../../../src/nn/optim/index.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type GoldenCase, roleOf } from '../golden.ts';
import type { Adapter, Results } from '../suite.ts';

type Named = Record<string, Tensor>;
const { schedules } = optim;

/** Constructor arguments in PyTorch's spelling. */
interface Config {
  readonly lr: number;
  readonly momentum?: number;
  readonly nesterov?: boolean;
  readonly weight_decay?: number;
  readonly betas?: [number, number];
  readonly eps?: number;
  readonly alpha?: number;
}

type Rates = Pick<optim.AdamOptions, 'learningRate' | 'rateScale' | 'weightDecay'>;

const given = <T extends object>(options: T): T =>
  Object.fromEntries(Object.entries(options).filter(([, v]) => v !== undefined)) as T;

const optimizers: Record<string, (rates: Rates, c: Config) => optim.Optimizer> = {
  SGD: (rates, { momentum, nesterov }) => optim.sgd(given({ ...rates, momentum, nesterov })),
  Adam: (rates, { betas, eps }) => optim.adam(given({ ...rates, betas, eps })),
  AdamW: (rates, { betas, eps }) => optim.adamw(given({ ...rates, betas, eps })),
  RMSprop: (rates, { alpha }) => optim.rmsprop(given({ ...rates, alpha })),
};

// 'torch CosineAnnealingLR(T_max=6, eta_min=0.001)' or "diffusers get_scheduler('cosine', ...)"
function scheduleOf(text: string, base: number): optim.Schedule | undefined {
  const name = text.match(/get_scheduler\('(\w+)'/)?.[1] ?? text.match(/(\w+)\(/)?.[1];
  const k = Object.fromEntries(
    [...text.matchAll(/(\w+)=([\d.e-]+)/g)].map(([, key, value]) => [key, Number(value)]),
  );
  const { num_warmup_steps: warmup, num_training_steps: steps } = k;
  switch (name) {
    case 'CosineAnnealingLR':
      return schedules.cosine(base, k.T_max, { end: k.eta_min, mirror: true });
    case 'LinearLR':
      return schedules.linear(base * k.start_factor, base * k.end_factor, k.total_iters);
    case 'StepLR':
      return schedules.stepDecay(base, k.step_size, k.gamma);
    case 'cosine':
      return schedules.warmupCosine(base, warmup, steps, { mirror: true });
    case 'linear':
      return schedules.warmupLinear(base, warmup, steps);
    default:
      return undefined;
  }
}

function optimizerOf(c: GoldenCase): optim.Optimizer | undefined {
  const config = c.config as unknown as Config;
  const name = (c.optimizer as string).split('.').at(-1) as string;
  const schedule = c.scheduler && scheduleOf(c.scheduler as string, config.lr);
  type Group = { param: string; lr?: number; weight_decay?: number };
  const groups = new Map(((c.param_groups ?? []) as Group[]).map((g) => [g.param, g]));
  const rates = given({
    learningRate: schedule || config.lr,
    weightDecay: groups.size
      ? (path: string) => groups.get(path)?.weight_decay ?? 0
      : config.weight_decay,
    rateScale: groups.size
      ? (path: string) => (groups.get(path)?.lr ?? config.lr) / config.lr
      : undefined,
  }) as Rates;
  const tx = optimizers[name]?.(rates, config);
  const clip = c.clip_grad_norm as { max_norm: number } | undefined;
  return tx && clip ? optim.chain(optim.clipByGlobalNorm(clip.max_norm), tx) : tx;
}

function trajectory(c: GoldenCase, inputs: Named): Results | undefined {
  const tx = optimizerOf(c);
  if (!tx) return undefined;
  const names = Object.keys(inputs).filter((k) => !k.startsWith('grad.'));
  let params: Named = Object.fromEntries(names.map((k) => [k, inputs[k]]));
  let state = tx.init(params);
  const outputs: Named = {};
  for (let step = 0; step < (c.steps as number); step++) {
    const grads = Object.fromEntries(names.map((k) => [k, inputs[`grad.${step}.${k}`]]));
    const [updates, next] = tx.update(grads, state, params);
    params = optim.applyUpdates(params, updates);
    state = next;
    for (const k of names) outputs[`${k}.${step}`] = params[k];
  }
  return { outputs };
}

function average(c: GoldenCase, inputs: Named): Results {
  type Ema = { decay: number; use_ema_warmup?: boolean; inv_gamma?: number; power?: number };
  const { decay, use_ema_warmup, inv_gamma: invGamma, power } = c.config as unknown as Ema;
  const warmup = use_ema_warmup ? 'power' : 'ratio';
  const ema = optim.ema(given({ decay, warmup, invGamma, power }));
  let state = ema.init({ p: inputs['p.0'] });
  const outputs: Named = {};
  for (let k = 0; k < (c.steps as number); k++) {
    state = ema.update(state, { p: inputs[`p.${k + 1}`] });
    outputs[`shadow.${k}`] = state.average.p;
  }
  return { outputs };
}

/** Computes a case of `optim`. */
export const optimAdapter: Adapter = (c, golden): Results | undefined => {
  const inputs = roleOf(golden, c.inputs);
  if (c.kind === 'trajectory') return trajectory(c, inputs);
  if (c.kind === 'ema') return average(c, inputs);
  if (c.kind !== 'lr') return undefined;
  const schedule = scheduleOf(c.scheduler as string, c.base_lr as number);
  const steps = (c.lr as number[]).map((_, k) => ops.tensor(k));
  return schedule && { outputs: { lr: ops.stack(steps.map(schedule)) } };
};
