// The loop around every algorithm. An algorithm is two functions: `batch` brings data, or makes a rollout with
// the state as it is; `step` is traced once and turns a state into the next one. Batch and key of step `at`
// depend on `at` and the seed alone, so a run that is stopped between steps goes on to the same numbers.
import { compile } from '../runtime/compile.ts';
import type { CompileStats } from '../runtime/compile-stats.ts';
import { realize } from '../runtime/evaluate.ts';
import * as is from '../tensor/arguments.ts';
import { WgradError } from '../tensor/errors.ts';
import { random, tensor } from '../tensor/ops/index.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leaves } from '../tensor/tree.ts';
import type { Form } from './learner.ts';

/** Named scalars. */
export type Metrics<T = number> = Readonly<Record<string, T>>;

/**
 * What is trained and how: S is the state (any tree of tensors: two learners, statistics of rewards), F what the
 * steps read and never change, B a batch (a tree of tensors).
 */
export interface Algorithm<S, F = null, B = unknown> {
  readonly name: string;
  /** The first state. */
  init(key: Tensor): S | Promise<S>;
  /** New tensors for step `at`, freed after use. May compute with the state: a rollout. */
  batch(at: number, state: S, frozen: F): B | Promise<B>;
  /** The batches of the updates that are made with one of `batch` (PPO's epochs); default: itself, once. */
  updates?(batch: B, at: number): readonly B[];
  /**
   * One update: pure, traced by `compile`, which gives the state's memory to the next one. `at` is i32 [], the key
   * differs at each update. Metrics are scalars; the loop reports their means.
   */
  step(
    state: S,
    frozen: F,
    batch: B,
    at: Tensor,
    key: Tensor,
  ): { readonly state: S; readonly metrics: Metrics<Tensor> };
  /** How checkpoints and people see a state; default: as it is. */
  readonly form?: Form<S>;
}

/** A run of an algorithm. */
export interface LoopOptions<S, F> {
  /** Batches to train on, those before `at` included. */
  readonly steps: number;
  /** Determines the keys of steps, and the first state where none is given. */
  readonly seed: number;
  /** Absent for algorithms that freeze nothing. */
  readonly frozen?: F;
  /** Where to go on from; its memory is used up. Default: the first state. */
  readonly state?: S;
  /** Steps that were taken on the way to `state`. Default 0. */
  readonly at?: number;
  /** Steps between reports. Default 10. */
  readonly reportEvery?: number;
}

/** What a loop tells between steps. */
export interface Report<S> {
  /** Steps taken. */
  readonly at: number;
  /** Means since the report before. */
  readonly metrics: Metrics;
  /** Seconds a step since the report before; what the reader of the reports did meanwhile is not counted. */
  readonly seconds: number;
  /** Belongs to this moment: the next step takes over its memory. */
  readonly state: S;
  /** Figures of the compiled step. */
  stats(): Promise<CompileStats>;
}

const loopArgs = is.signature(
  'train.loop',
  ['algorithm', is.methods('an algorithm', 'init', 'batch', 'step')],
  [
    'options',
    is.options({
      steps: is.size,
      seed: is.integer,
      frozen: is.optional(is.anything),
      state: is.optional(is.anything),
      at: is.optional(is.size),
      reportEvery: is.optional(is.count),
    }),
  ],
);

// Means of scalars over steps, read once a report.
function meter(name: string) {
  let rows: Metrics<Tensor>[] = [];
  return {
    add: (metrics: Metrics<Tensor>): void => {
      rows.push(metrics);
    },
    read: async (at: number): Promise<Metrics> => {
      const sums: Record<string, number> = {};
      for (const row of rows) {
        for (const [key, value] of Object.entries(row)) {
          sums[key] = (sums[key] ?? 0) + (await value.item());
          value.dispose();
        }
      }
      const steps = rows.length;
      rows = [];
      const means = Object.entries(sums).map(([key, sum]) => [key, sum / steps] as const);
      const wrong = means.find(([, mean]) => !Number.isFinite(mean));
      if (wrong) {
        throw new WgradError(
          `${name}: the ${wrong[0]} is ${wrong[1]} by step ${at}; lower the learning rate or go back to ` +
            'an earlier checkpoint; debugNaN finds the operation',
        );
      }
      return Object.fromEntries(means);
    },
  };
}

// On a CPU nothing in a loop lets signals, timers or a page's events through.
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Runs an algorithm from a state to the end of `options.steps`, yielding every `reportEvery` steps and at the end;
 * returns the last state. @throws WgradError if a metric stops being a finite number
 */
export async function* loop<S, F, B>(
  algorithm: Algorithm<S, F, B>,
  options: LoopOptions<S, F>,
): AsyncGenerator<Report<S>, S, undefined> {
  loopArgs(algorithm, options);
  const { steps, reportEvery = 10 } = options;
  const frozen = (options.frozen ?? null) as F;
  const seed = random.key(options.seed);
  let state: S = options.state ?? (await algorithm.init(seed));
  let at = options.at ?? 0;
  await realize(state);
  if (at >= steps) return state;

  function trainStep(old: S, fixed: F, batch: B, base: Tensor, index: Tensor) {
    const { state: next, metrics } = algorithm.step(
      old,
      fixed,
      batch,
      index,
      random.foldIn(base, index),
    );
    // metrics first: what reads the old state comes before the kernels that overwrite it
    return { metrics, state: next };
  }
  const step = compile(trainStep, { name: algorithm.name, donate: [0] });
  const metrics = meter(algorithm.name);
  let [since, taken] = [performance.now(), 0];
  try {
    for (;;) {
      const batch = await algorithm.batch(at, state, frozen);
      const updates = algorithm.updates?.(batch, at) ?? [batch];
      for (const [i, part] of updates.entries()) {
        const index = tensor(Int32Array.of(at * updates.length + i), { shape: [] });
        const made = step(state, frozen, part, seed, index) as ReturnType<typeof trainStep>;
        for (const t of [...leaves(part), index]) t.dispose();
        state = made.state;
        metrics.add(made.metrics);
      }
      for (const t of leaves(batch)) t.dispose();
      at++;
      taken++;
      if (at % reportEvery !== 0 && at !== steps) continue;
      const means = await metrics.read(at);
      const seconds = (performance.now() - since) / 1000 / taken;
      await breath();
      if (at === steps) await realize(state);
      yield { at, metrics: means, seconds, state, stats: step.stats };
      if (at === steps) return state;
      [since, taken] = [performance.now(), 0];
    }
  } finally {
    step.dispose();
  }
}
