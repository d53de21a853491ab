// Sequences of learning rates by the text of a case: torch.optim.lr_scheduler's classes and the names of
// diffusers' get_scheduler, with the defaults of each.
import { type Schedule, schedules } from '../../../src/nn/optim/index.ts';
import { Unsupported } from '../contract.ts';

// what PyTorch's optimizers also have, and the value at which it changes nothing
const idle: Readonly<Record<string, unknown>> = {
  foreach: null,
  capturable: false,
  fused: null,
  differentiable: false,
};

/** Refuses options of `what` beyond `names` unless they change nothing. @throws Unsupported */
export function takes(what: string, options: object, names: string): void {
  for (const [key, value] of Object.entries(options)) {
    if (names.split(' ').includes(key) || (key in idle && value === idle[key])) continue;
    throw new Unsupported(`${what} with ${key}=${JSON.stringify(value)}`);
  }
}

// options have the types that their libraries document; `never` fits them all
type Maker = (base: number, k: Readonly<Record<string, never>>) => Schedule;
type Numbers = Readonly<Record<string, number>>;
const ofNumbers = (make: (base: number, k: Numbers) => Schedule): Maker => make;

const makers: Readonly<Record<string, readonly [takes: string, make: Maker]>> = {
  CosineAnnealingLR: [
    'T_max eta_min',
    ofNumbers((base, { T_max, eta_min = 0 }) =>
      schedules.cosine(base, T_max, { end: eta_min, mirror: true }),
    ),
  ],
  CosineAnnealingWarmRestarts: [
    'T_0 T_mult eta_min',
    ofNumbers((base, { T_0, T_mult = 1, eta_min = 0 }) =>
      schedules.cosineRestarts(base, T_0, { growth: T_mult, end: eta_min }),
    ),
  ],
  LinearLR: [
    'start_factor end_factor total_iters',
    ofNumbers((base, { start_factor = 1 / 3, end_factor = 1, total_iters = 5 }) =>
      schedules.linear(base * start_factor, base * end_factor, total_iters),
    ),
  ],
  ConstantLR: [
    'factor total_iters',
    ofNumbers((base, { factor = 1 / 3, total_iters = 5 }) =>
      schedules.delayed(base, factor, total_iters),
    ),
  ],
  PolynomialLR: [
    'total_iters power',
    ofNumbers((base, { total_iters = 5, power = 1 }) =>
      schedules.polynomial(base, total_iters, power),
    ),
  ],
  StepLR: [
    'step_size gamma',
    ofNumbers((base, { step_size, gamma = 0.1 }) => schedules.stepDecay(base, step_size, gamma)),
  ],
  MultiStepLR: [
    'milestones gamma',
    (base, { milestones, gamma }) => schedules.multiStepDecay(base, milestones, gamma ?? 0.1),
  ],
  ExponentialLR: ['gamma', ofNumbers((base, { gamma }) => schedules.stepDecay(base, 1, gamma))],
  constant: ['', (base) => schedules.constant(base)],
  constant_with_warmup: [
    'num_warmup_steps',
    ofNumbers((base, { num_warmup_steps }) => schedules.linearWarmup(base, num_warmup_steps)),
  ],
  cosine: [
    'num_warmup_steps num_training_steps num_cycles',
    ofNumbers((base, { num_warmup_steps: warmup, num_training_steps: steps, num_cycles = 0.5 }) =>
      schedules.warmupCosine(base, warmup, steps, { mirror: true, halves: 2 * num_cycles }),
    ),
  ],
  cosine_with_restarts: [
    'num_warmup_steps num_training_steps num_cycles',
    ofNumbers((base, { num_warmup_steps: warmup, num_training_steps: steps, num_cycles = 1 }) =>
      schedules.warmupCosineRestarts(base, warmup, steps, num_cycles),
    ),
  ],
  polynomial: [
    'num_warmup_steps num_training_steps power lr_end',
    ofNumbers((base, { num_warmup_steps: warmup, num_training_steps: steps, power, lr_end }) =>
      schedules.warmupPolynomial(base, warmup, steps, power, lr_end),
    ),
  ],
  linear: [
    'num_warmup_steps num_training_steps',
    ofNumbers((base, { num_warmup_steps: warmup, num_training_steps: steps }) =>
      schedules.warmupLinear(base, warmup, steps),
    ),
  ],
};

// 3, 0.5, [2, 4], 'text', True
function value(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) return trimmed.slice(1, -1).split(',').map(Number);
  if (/^'.*'$/.test(trimmed)) return trimmed.slice(1, -1);
  return /^(True|False)$/.test(trimmed) ? trimmed === 'True' : Number(trimmed);
}

// diffusers' get_scheduler takes these for every schedule and hands on what it names itself:
// num_cycles to 'cosine_with_restarts' only, not to 'cosine'
const forAll = ['num_warmup_steps', 'num_training_steps', 'num_cycles', 'power'];
function dropUnused(name: string, names: string, options: Record<string, unknown>): void {
  for (const key of forAll) {
    const handed = names.split(' ').includes(key) && !(name === 'cosine' && key === 'num_cycles');
    if (!handed) delete options[key];
  }
}

/**
 * The schedule of 'torch CosineAnnealingLR(T_max=6, eta_min=0.001)' or "diffusers get_scheduler('cosine', ...)"
 * from a base rate. @throws Unsupported for what is not known
 */
export function scheduleOf(text: string, base: number): Schedule {
  const inside = text.match(/\((.*)\)/)?.[1] ?? '';
  const name = text.match(/get_scheduler\('(\w+)'/)?.[1] ?? text.match(/(\w+)\(/)?.[1] ?? text;
  const options = Object.fromEntries(
    [...inside.matchAll(/(\w+)=(\[[^\]]*\]|[^,]+)/g)].map(([, key, v]) => [key, value(v)]),
  );
  if (!Object.hasOwn(makers, name)) throw new Unsupported(`scheduler ${text}`);
  const [names, make] = makers[name];
  if (/get_scheduler\(/.test(text)) dropUnused(name, names, options);
  takes(name, options, names);
  return make(base, options as never);
}
