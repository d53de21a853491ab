// Low-rank adaptation (Hu et al. 2021, arXiv:2106.09685): a matching weight W [..., in, out] becomes
// W + scale a b with a [..., in, rank], b [rank, out]. It transforms trees of parameters; no layer knows
// of it. Train the adapters alone by differentiating with respect to them.

import * as is from '../tensor/arguments.ts';
import { ShapeError } from '../tensor/errors.ts';
import { add, mul } from '../tensor/ops/arithmetic.ts';
import { zeros } from '../tensor/ops/create.ts';
import { matmul } from '../tensor/ops/matmul.ts';
import * as random from '../tensor/ops/random.ts';
import { cast } from '../tensor/ops/views.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { leavesWithPaths, map } from '../tensor/tree.ts';
import { fans } from './initializers.ts';
import type { LeafPredicate } from './partition.ts';

/** One low-rank update: a [..., in, rank] and b [rank, out]. */
export interface LoraPair {
  readonly a: Tensor;
  readonly b: Tensor;
}

/** Updates by the path of their weight, e.g. 'attention.q.w'. */
export type LoraParams = { readonly [path: string]: LoraPair };

/** Which weights get an update and how large it is. */
export interface LoraOptions {
  /** Inner width of the two factors. */
  readonly rank: number;
  /** Default: every leaf named 'w' of rank >= 2. */
  readonly match?: LeafPredicate;
}

const isWeight: LeafPredicate = (path, leaf) => /(^|\.)w$/.test(path) && leaf.rank >= 2;

const initLoraArgs = is.signature(
  'nn.initLora',
  ['key', is.key],
  ['params', is.tree],
  ['options', is.options<LoraOptions>({ rank: is.count, match: is.optional(is.func) })],
);

/**
 * Adapters for the matching weights of a tree: a normal with deviation 1 / sqrt(fanIn), b zero, so that
 * nothing changes at first.
 * @throws ShapeError if nothing matches or a match has fewer than two dimensions
 */
export function initLora(key: Tensor, params: unknown, options: LoraOptions): LoraParams {
  initLoraArgs(key, params, options);
  const match = options.match ?? isWeight;
  const targets = leavesWithPaths(params).filter(([path, leaf]) => match(path, leaf));
  if (targets.length === 0) throw new ShapeError('initLora: no weight of params matches');
  const keys = random.splitKey(key, targets.length);
  return Object.fromEntries(
    targets.map(([path, w], i) => {
      if (w.rank < 2)
        throw new ShapeError(`initLora: ${path}, ${w}, has fewer than two dimensions`);
      const [input, output] = w.shape.slice(-2);
      const shape = [...w.shape.slice(0, -2), input, options.rank];
      const std = 1 / Math.sqrt(Math.max(fans(w.shape).fanIn, 1));
      const pair = { a: random.normal(keys[i], shape, { std }), b: zeros([options.rank, output]) };
      return [path, pair];
    }),
  );
}

const applyLoraArgs = is.signature(
  'nn.applyLora',
  ['params', is.tree],
  ['adapters', is.object],
  ['scale', is.quantity],
);

/**
 * The tree with W + scale a b in place of each adapted weight (also the way to merge for good):
 * `model.apply(applyLora(base, adapters), x)`.
 * @param scale strength of the update, alpha / rank in the paper (default 1)
 * @throws ShapeError if an adapter names a weight that is not there
 */
export function applyLora<P>(params: P, adapters: LoraParams, scale: Tensor | number = 1): P {
  applyLoraArgs(params, adapters, scale);
  const left = new Set(Object.keys(adapters));
  const merged = map(params, (w, path) => {
    if (!left.delete(path)) return w;
    const { a, b } = adapters[path];
    return add(w, cast(mul(matmul(a, b), scale), w.dtype));
  });
  if (left.size > 0)
    throw new ShapeError(
      `applyLora: params have no weight ${[...left].join(', ')}, which adapters are for`,
    );
  return merged as P;
}
