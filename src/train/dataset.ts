// Batches of anything for the steps of a loop: which examples a step sees is a function of the seed and the step
// (data/loader.ts), so a run resumes at any step; the next batches are loaded while a step computes.
import { batchAt } from '../data/loader.ts';
import * as is from '../tensor/arguments.ts';

/** What a data set is made of. */
export interface DatasetOptions<B> {
  /** Examples there are. */
  readonly count: number;
  /** Examples a step; may be larger than `count`. */
  readonly batchSize: number;
  /** Another seed gives another order. */
  readonly seed: number;
  /** Shuffle each epoch (the default), or go through the examples in order. */
  readonly shuffle?: boolean;
  /** Makes a batch of examples: a function of its arguments alone, new tensors at each call. */
  load(indices: Int32Array, step: number): B | Promise<B>;
  /** Batches that are loaded in advance; default 1. 0 for loading that only computes on this thread. */
  readonly ahead?: number;
}

/** Batches by step. */
export interface Dataset<B> {
  /** The batch of a step, whose examples are a function of seed and step. */
  batch(step: number): Promise<B>;
}

const datasetArgs = is.signature('train.dataset', [
  'options',
  is.options<DatasetOptions<unknown>>({
    count: is.count,
    batchSize: is.count,
    seed: is.integer,
    shuffle: is.optional(is.boolean),
    load: is.func,
    ahead: is.optional(is.size),
  }),
]);

/** Shuffled, resumable, prefetched batches. A batch that cannot be loaded fails when it is asked for. */
export function dataset<B>(options: DatasetOptions<B>): Dataset<B> {
  datasetArgs(options);
  const { count, batchSize, seed, shuffle, ahead = 1 } = options;
  const order = { count, batchSize, seed, ...(shuffle !== undefined && { shuffle }) };
  const pending = new Map<number, Promise<B>>();
  const load = (step: number): Promise<B> => {
    const batch = (async () => options.load(batchAt(order, step).indices, step))();
    batch.catch(() => undefined); // told to whoever asks for it
    return batch;
  };
  return {
    batch: (step) => {
      const batch = pending.get(step) ?? load(step);
      // what was prefetched for another order of steps is dropped
      for (const at of pending.keys()) if (at <= step || at > step + ahead) pending.delete(at);
      for (let at = step + 1; at <= step + ahead; at++) {
        if (!pending.has(at)) pending.set(at, load(at));
      }
      return batch;
    },
  };
}
