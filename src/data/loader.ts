// Which examples a training step sees. The examples of all epochs form one endless sequence, each
// epoch a new permutation of all indices, and step s takes the s-th slice of it. Batches therefore
// always have the same size (compiled programs keep their shapes), every index comes exactly once
// an epoch even where the batch size does not divide it, and a run resumes at any step.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { hostRandom, permutation } from './random.ts';

/** What determines the sequence of batches. */
export type LoaderOptions = {
  /** Number of examples. */
  readonly count: number;
  /** Examples a step; may be larger than `count`. */
  readonly batchSize: number;
  /** Any integer; another seed gives another order. */
  readonly seed: number;
  /** Shuffle (the default), or go through the examples in order. */
  readonly shuffle?: boolean;
};

/** One step's examples. */
export type Batch = {
  readonly step: number;
  /** The epoch that the batch's first example belongs to. */
  readonly epoch: number;
  /** `[batchSize]` indices in 0 .. count-1. */
  readonly indices: Int32Array;
};

const batchesArgs = is.signature('data.batches', [
  'options',
  is.options<LoaderOptions & { startStep?: number; endStep?: number }>({
    count: is.count,
    batchSize: is.count,
    seed: is.integer,
    shuffle: is.optional(is.boolean),
    startStep: is.optional(is.size),
    endStep: is.optional(is.notNegative),
  }),
]);

/**
 * Endless batches from `startStep` (default 0) on, or up to `endStep` (exclusive). The n-th batch
 * is a function of the options and n alone: `batches({ ...options, startStep: n })` continues a
 * run. Throws ShapeError on sizes that are not positive integers.
 */
export function* batches(
  options: LoaderOptions & { readonly startStep?: number; readonly endStep?: number },
): Generator<Batch, void, undefined> {
  batchesArgs(options);
  const { startStep = 0, endStep = Infinity } = options;
  const take = batchTaker(options);
  for (let step = startStep; step < endStep; step++) yield take(step);
}

const batchAtArgs = is.signature(
  'data.batchAt',
  [
    'options',
    is.options<LoaderOptions>({
      count: is.count,
      batchSize: is.count,
      seed: is.integer,
      shuffle: is.optional(is.boolean),
    }),
  ],
  ['step', is.size],
);

/** The batch of one step; see {@link batches}. */
export function batchAt(options: LoaderOptions, step: number): Batch {
  batchAtArgs(options, step);
  return batchTaker(options)(step);
}

function batchTaker(options: LoaderOptions): (step: number) => Batch {
  const { count, batchSize, seed, shuffle = true } = options;
  requireInteger('count', count, 1);
  requireInteger('batchSize', batchSize, 1);
  let order: Int32Array | undefined;
  let orderEpoch = -1;
  const indexAt = (position: number): number => {
    const epoch = Math.floor(position / count);
    if (!shuffle) return position - epoch * count;
    if (order === undefined || epoch !== orderEpoch) {
      order = permutation(count, hostRandom(seed, epoch));
      orderEpoch = epoch;
    }
    return order[position - epoch * count];
  };
  return (step) => {
    requireInteger('step', step, 0);
    const first = step * batchSize;
    const indices = Int32Array.from({ length: batchSize }, (_, i) => indexAt(first + i));
    return { step, epoch: Math.floor(first / count), indices };
  };
}

function requireInteger(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new ShapeError(`loader: ${name} is ${value}, expected an integer of at least ${least}`);
}
