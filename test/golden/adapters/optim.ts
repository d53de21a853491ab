// Cases of the group `optim`: parameters after each step of an optimizer for given gradients, sequences
// of learning rates, moving averages. Optimizers, schedules and their options are read off the
// manifest's PyTorch names.
import * as optim from '../../../src/nn/optim/index.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type Adapter, type GoldenCase, type Results, Unsupported } from '../contract.ts';
import { roleOf } from '../golden.ts';
import { given } from './torch-call.ts';

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
type Make = (rates: Rates, c: Config) => optim.Optimizer;

// what PyTorch also has, and the value at which it changes nothing
const idle: Readonly<Record<string, unknown>> = {
  dampening: 0,
  maximize: false,
  amsgrad: false,
  centered: false,
  foreach: null,
  capturable: false,
  fused: null,
  differentiable: false,
};

const optimizers: Readonly<Record<string, readonly [takes: string, decay: number, make: Make]>> = {
  SGD: [
    'lr momentum nesterov weight_decay',
    0,
    (rates, { momentum, nesterov }) => optim.sgd(given({ ...rates, momentum, nesterov })),
  ],
  Adam: [
    'lr betas eps weight_decay',
    0,
    (rates, { betas, eps }) => optim.adam(given({ ...rates, betas, eps })),
  ],
  AdamW: [
    'lr betas eps weight_decay',
    0.01,
    (rates, { betas, eps }) => optim.adamw(given({ ...rates, betas, eps })),
  ],
  RMSprop: [
    'lr alpha eps weight_decay momentum',
    0,
    (rates, { alpha, eps, momentum }) => optim.rmsprop(given({ ...rates, alpha, eps, momentum })),
  ],
};

/** Refuses options of `what` beyond `names` unless they change nothing. */
function takes(what: string, options: object, names: string): void {
  for (const [key, value] of Object.entries(options)) {
    if (names.split(' ').includes(key) || (key in idle && value === idle[key])) continue;
    throw new Unsupported(`${what} with ${key}=${JSON.stringify(value)}`);
  }
}

type Numbers = Readonly<Record<string, number>>;
type Maker = (base: number, k: Numbers) => optim.Schedule;

// torch.optim.lr_scheduler's and diffusers' names, with the defaults of each
const scheduleMakers: Readonly<Record<string, readonly [takes: string, make: Maker]>> = {
  CosineAnnealingLR: [
    'T_max eta_min',
    (base, { T_max, eta_min = 0 }) => schedules.cosine(base, T_max, { end: eta_min, mirror: true }),
  ],
  LinearLR: [
    'start_factor end_factor total_iters',
    (base, { start_factor = 1 / 3, end_factor = 1, total_iters = 5 }) =>
      schedules.linear(base * start_factor, base * end_factor, total_iters),
  ],
  StepLR: [
    'step_size gamma',
    (base, { step_size, gamma = 0.1 }) => schedules.stepDecay(base, step_size, gamma),
  ],
  ExponentialLR: ['gamma', (base, { gamma }) => schedules.stepDecay(base, 1, gamma)],
  constant: ['', (base) => schedules.constant(base)],
  constant_with_warmup: [
    'num_warmup_steps',
    (base, { num_warmup_steps }) => schedules.linearWarmup(base, num_warmup_steps),
  ],
  cosine: [
    'num_warmup_steps num_training_steps',
    (base, { num_warmup_steps: warmup, num_training_steps: steps }) =>
      schedules.warmupCosine(base, warmup, steps, { mirror: true }),
  ],
  linear: [
    'num_warmup_steps num_training_steps',
    (base, { num_warmup_steps: warmup, num_training_steps: steps }) =>
      schedules.warmupLinear(base, warmup, steps),
  ],
};

// 'torch CosineAnnealingLR(T_max=6, eta_min=0.001)' or "diffusers get_scheduler('cosine', ...)"
function scheduleOf(text: string, base: number): optim.Schedule {
  const inside = text.match(/\((.*)\)/)?.[1] ?? '';
  const name = text.match(/get_scheduler\('(\w+)'/)?.[1] ?? text.match(/(\w+)\(/)?.[1] ?? text;
  const options = Object.fromEntries(
    [...inside.matchAll(/(\w+)=([^,]+)/g)].map(([, key, value]) => [key, Number(value)]),
  );
  const known = scheduleMakers[name];
  if (!known) throw new Unsupported(`scheduler ${text}`);
  takes(name, options, known[0]);
  return known[1](base, options);
}

interface Group {
  readonly param: string;
  readonly lr?: number;
  readonly weight_decay?: number;
}

const groupsOf = (c: GoldenCase): readonly Group[] => (c.param_groups ?? []) as Group[];

function scheduleOfCase(c: GoldenCase): optim.Schedule {
  const { lr } = c.config as unknown as Config;
  return c.scheduler ? scheduleOf(c.scheduler as string, lr) : schedules.constant(lr);
}

// gradients clipped before the step, by global norm or by value
function clipOf(c: GoldenCase): optim.Optimizer[] {
  const byNorm = c.clip_grad_norm as { max_norm: number; norm_type?: number } | undefined;
  const byValue = c.clip_grad_value as { clip_value: number } | number | undefined;
  if ((byNorm?.norm_type ?? 2) !== 2) throw new Unsupported(`norm_type=${byNorm?.norm_type}`);
  const limit = typeof byValue === 'object' ? byValue.clip_value : byValue;
  return [
    ...(byNorm ? [optim.clipByGlobalNorm(byNorm.max_norm)] : []),
    ...(limit === undefined ? [] : [optim.clipByValue(limit)]),
  ];
}

/** The optimizer of a case, with its schedule, clipping and groups; undefined if there is none. */
export function optimizerOf(c: GoldenCase): optim.Optimizer | undefined {
  const config = c.config as unknown as Config;
  const name = (c.optimizer as string).split('.').at(-1) as string;
  if (!(name in optimizers)) return undefined;
  const [names, decay, make] = optimizers[name];
  takes(name, config, names);
  for (const group of groupsOf(c)) takes(`a group of ${name}`, group, 'param lr weight_decay');
  const groups = new Map(groupsOf(c).map((g) => [g.param, g]));
  const fallback = config.weight_decay ?? decay;
  const rates = given({
    learningRate: c.scheduler ? scheduleOfCase(c) : config.lr,
    weightDecay: groups.size
      ? (path: string) => groups.get(path)?.weight_decay ?? fallback
      : fallback,
    rateScale: groups.size
      ? (path: string) => (groups.get(path)?.lr ?? config.lr) / config.lr
      : undefined,
  }) as Rates;
  return optim.chain(...clipOf(c), make(rates, config));
}

// learning rates of steps 0 to count - 1: [count], or [count, groups]
function rates(c: GoldenCase, count: number): Tensor {
  const base = (c.config as unknown as Config).lr;
  const schedule = scheduleOfCase(c);
  const at = Array.from({ length: count }, (_, k) => schedule(ops.tensor(k)));
  const groups = groupsOf(c).map((g) => (g.lr ?? base) / base);
  if (groups.length === 0) return ops.stack(at);
  return ops.stack(at.map((lr) => ops.stack(groups.map((scale) => ops.mul(lr, scale)))));
}

function trajectory(c: GoldenCase, inputs: Named): Results | undefined {
  const tx = optimizerOf(c);
  if (!tx) return undefined;
  const names = Object.keys(inputs).filter((k) => !k.startsWith('grad.'));
  let params: Named = Object.fromEntries(names.map((k) => [k, inputs[k]]));
  let state = tx.init(params);
  const outputs: Named = {};
  const norms: Tensor[] = [];
  for (let step = 0; step < (c.steps as number); step++) {
    const grads = Object.fromEntries(names.map((k) => [k, inputs[`grad.${step}.${k}`]]));
    norms.push(optim.globalNorm(grads));
    const [updates, next] = tx.update(grads, state, params);
    params = optim.applyUpdates(params, updates);
    state = next;
    for (const k of names) outputs[`${k}.${step}`] = params[k];
  }
  const manifest: Named = { lr: rates(c, (c.steps as number) + 1) };
  if (c.clip_grad_norm) manifest['clip_grad_norm.norms_before'] = ops.stack(norms);
  return { outputs, manifest };
}

function average(c: GoldenCase, inputs: Named): Results {
  type Ema = {
    decay?: number;
    use_ema_warmup?: boolean;
    inv_gamma?: number;
    power?: number;
    min_decay?: number;
    update_after_step?: number;
  };
  takes(
    'EMAModel',
    c.config ?? {},
    'decay use_ema_warmup inv_gamma power min_decay update_after_step',
  );
  const { decay = 0.9999, use_ema_warmup, inv_gamma: invGamma, power } = c.config as Ema;
  const { min_decay: minDecay, update_after_step: startAfter } = c.config as Ema;
  const warmup = use_ema_warmup ? 'power' : 'ratio';
  const ema = optim.ema(given({ decay, warmup, invGamma, power, minDecay, startAfter }));
  let state = ema.init({ p: inputs['p.0'] });
  const outputs: Named = {};
  const decays: Tensor[] = [];
  for (let k = 0; k < (c.steps as number); k++) {
    decays.push(ema.decayAt(state.count));
    state = ema.update(state, { p: inputs[`p.${k + 1}`] });
    outputs[`shadow.${k}`] = state.average.p;
  }
  return { outputs, manifest: { decay_used: ops.stack(decays) } };
}

/** Computes a case of `optim`. */
export const optimAdapter: Adapter = (c, golden): Results | undefined => {
  const inputs = roleOf(golden, c.inputs);
  if (c.kind === 'trajectory') return trajectory(c, inputs);
  if (c.kind === 'ema') return average(c, inputs);
  if (c.kind !== 'lr') return undefined;
  const schedule = scheduleOf(c.scheduler as string, c.base_lr as number);
  const steps = (c.lr as number[]).map((_, k) => ops.tensor(k));
  return { manifest: { lr: ops.stack(steps.map(schedule)) } };
};
