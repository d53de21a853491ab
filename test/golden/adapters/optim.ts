// Cases of the group `optim`: parameters after each step of an optimizer for given gradients, sequences
// of learning rates, moving averages. Optimizers, schedules and their options are read off the
// manifest's PyTorch names.

import * as optim from '../../../src/nn/optim/index.ts';
import type { AdamOptions } from '../../../src/nn/optim/optimizers.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type Adapter, type GoldenCase, type Results, Unsupported } from '../contract.ts';
import { roleOf } from '../golden.ts';
import { scheduleOf, takes } from './schedules.ts';
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
  readonly dampening?: number;
  readonly maximize?: boolean;
  readonly amsgrad?: boolean;
  readonly centered?: boolean;
}

type Rates = Pick<AdamOptions, 'learningRate' | 'rateScale' | 'weightDecay' | 'maximize'>;
type Make = (rates: Rates, c: Config) => optim.Optimizer;

const optimizers: Readonly<Record<string, readonly [takes: string, decay: number, make: Make]>> = {
  SGD: [
    'lr momentum dampening nesterov weight_decay maximize',
    0,
    (rates, { momentum, dampening, nesterov }) =>
      optim.sgd(given({ ...rates, momentum, dampening, nesterov })),
  ],
  Adam: [
    'lr betas eps weight_decay amsgrad maximize',
    0,
    (rates, { betas, eps, amsgrad }) => optim.adam(given({ ...rates, betas, eps, amsgrad })),
  ],
  AdamW: [
    'lr betas eps weight_decay amsgrad maximize',
    0.01,
    (rates, { betas, eps, amsgrad }) => optim.adamw(given({ ...rates, betas, eps, amsgrad })),
  ],
  RMSprop: [
    'lr alpha eps weight_decay momentum centered maximize',
    0,
    (rates, { alpha, eps, momentum, centered }) =>
      optim.rmsprop(given({ ...rates, alpha, eps, momentum, centered })),
  ],
};

interface Group extends Partial<Config> {
  readonly param: string;
}

const groupsOf = (c: GoldenCase): readonly Group[] => (c.param_groups ?? []) as Group[];

function scheduleOfCase(c: GoldenCase): optim.Schedule {
  const { lr } = c.config as unknown as Config;
  return c.scheduler ? scheduleOf(c.scheduler as string, lr) : schedules.constant(lr);
}

// 'inf' where infinity is spelled
const normType = (c: GoldenCase): number =>
  Number(
    String((c.clip_grad_norm as { norm_type?: unknown } | undefined)?.norm_type ?? 2).replace(
      /^inf$/,
      'Infinity',
    ),
  );

// gradients clipped before the step, by global norm or by value
function clipOf(c: GoldenCase): optim.Optimizer[] {
  const byNorm = c.clip_grad_norm as { max_norm: number; norm_type?: unknown } | undefined;
  const byValue = c.clip_grad_value as { clip_value: number } | number | undefined;
  const limit = typeof byValue === 'object' ? byValue.clip_value : byValue;
  return [
    ...(byNorm ? [optim.clipByGlobalNorm(byNorm.max_norm, normType(c))] : []),
    ...(limit === undefined ? [] : [optim.clipByValue(limit)]),
  ];
}

// One optimizer for parameters that share all options but rate and decay.
function optimizerFor(c: GoldenCase, config: Config, groups: readonly Group[]): optim.Optimizer {
  const name = (c.optimizer as string).split('.').at(-1) as string;
  const [names, decay, make] = optimizers[name];
  takes(name, config, names);
  const byParam = new Map(groups.map((g) => [g.param, g]));
  const fallback = config.weight_decay ?? decay;
  const rates = given({
    learningRate: c.scheduler ? scheduleOfCase(c) : config.lr,
    weightDecay: byParam.size
      ? (path: string) => byParam.get(path)?.weight_decay ?? fallback
      : fallback,
    rateScale: byParam.size
      ? (path: string) => (byParam.get(path)?.lr ?? config.lr) / config.lr
      : undefined,
    maximize: config.maximize,
  }) as Rates;
  return make(rates, config);
}

// Each parameter under its own optimizer.
function apart(parts: Readonly<Record<string, optim.Optimizer>>): optim.Optimizer {
  const only = (tree: unknown, k: string): Named => ({ [k]: (tree as Named)[k] });
  return {
    init: (params) =>
      Object.fromEntries(Object.entries(parts).map(([k, tx]) => [k, tx.init(only(params, k))])),
    update: (grads, state, params) => {
      const steps = Object.entries(parts).map(([k, tx]) => {
        const own = (state as Record<string, optim.OptimizerState>)[k];
        return [k, tx.update(only(grads, k), own, only(params, k))] as const;
      });
      const updates = Object.fromEntries(steps.map(([k, [update]]) => [k, update[k]]));
      const next = Object.fromEntries(steps.map(([k, [, after]]) => [k, after]));
      return [updates as typeof grads, next];
    },
  };
}

/** The optimizer of a case, with its schedule, clipping and groups. @throws Unsupported */
export function optimizerOf(c: GoldenCase): optim.Optimizer {
  const config = c.config as unknown as Config;
  const name = (c.optimizer as string).split('.').at(-1) as string;
  if (!Object.hasOwn(optimizers, name)) throw new Unsupported(`optimizer ${c.optimizer}`);
  const groups = groupsOf(c);
  const differ = groups.some((g) =>
    Object.keys(g).some((k) => !['param', 'lr', 'weight_decay'].includes(k)),
  );
  const tx = differ
    ? apart(
        Object.fromEntries(
          groups.map(({ param, ...own }) => [
            param,
            optimizerFor(c, { ...config, ...own, lr: config.lr }, [{ param, lr: own.lr }]),
          ]),
        ),
      )
    : optimizerFor(c, config, groups);
  return optim.chain(...clipOf(c), tx);
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

function trajectory(c: GoldenCase, inputs: Named): Results {
  const tx = optimizerOf(c);
  const names = Object.keys(inputs).filter((k) => !k.startsWith('grad.'));
  let params: Named = Object.fromEntries(names.map((k) => [k, inputs[k]]));
  let state = tx.init(params);
  const outputs: Named = {};
  const norms: Tensor[] = [];
  for (let step = 0; step < (c.steps as number); step++) {
    const grads = Object.fromEntries(names.map((k) => [k, inputs[`grad.${step}.${k}`]]));
    norms.push(optim.globalNorm(grads, normType(c)));
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
