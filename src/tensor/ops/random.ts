// Random numbers as functions of explicit keys: the same key gives the same values, so keys are
// split and never used twice. Bits and fractions are the same on every backend; values that pass
// through log or erfInv agree to a few units in the last place. See threefry.ts for the generator.
import * as is from '../arguments.ts';
import { type DType, isFloat } from '../dtype.ts';
import { DTypeError, ShapeError } from '../errors.ts';
import { checkShape, normalizeAxis, type Shape } from '../shape.ts';
import { Tensor, type TensorLike } from '../tensor.ts';
import { add, clip, mul, neg, sub, where } from './arithmetic.ts';
import { less } from './comparison.ts';
import { concat } from './concat.ts';
import { tensor, toTensor, zeros } from './create.ts';
import { erfInv } from './erf-inv.ts';
import { take } from './indexing.ts';
import { iota } from './iota.ts';
import { slice } from './layout.ts';
import {
  type BitsAs,
  checkKey,
  randomBitsOp,
  randomIntegersOp,
  threefryOp,
} from './random-bits.ts';
import { argmax } from './reduce.ts';
import { argsort } from './sort.ts';
import { erf, log } from './transcendental.ts';
import { broadcastTo, cast, reshape } from './views.ts';

const keyArgs = is.signature('random.key', ['seed', is.either(is.integer, is.bigint, is.tensor)]);

/**
 * A key u32 [2] from a seed: its upper and lower 32 bits (JAX's rule). A tensor is a run-time seed,
 * of which 32 bits count. @throws DTypeError on fractions
 */
export function key(seed: number | bigint | Tensor): Tensor {
  keyArgs(seed);
  if (seed instanceof Tensor) return counter('random.key: seed', seed);
  if (typeof seed === 'number' && !Number.isSafeInteger(seed)) {
    throw new DTypeError(`random.key: ${seed} is not an integer (use a bigint beyond 2^53)`);
  }
  const bits = BigInt.asUintN(64, BigInt(seed));
  return tensor(Uint32Array.of(Number(bits >> 32n), Number(bits & 0xffffffffn)), { label: 'key' });
}

// The words [0, data].
function counter(what: string, data: Tensor): Tensor {
  if (data.size !== 1) throw new ShapeError(`${what} ${data} is not a single number`);
  return concat([zeros([1], 'u32'), reshape(cast(data, 'u32'), [1])]);
}

function keyTensor(k: Tensor, what: string): Tensor {
  checkKey(k, what);
  return k;
}

// n keys as u32 [n, 2]: key i is the block of counter (0, i).
function splitTogether(k: Tensor, n: number): Tensor {
  checkShape([n], 'random.splitKey');
  const counters = mul(iota([n, 2], 0, 'u32'), iota([n, 2], 1, 'u32'));
  return threefryOp([keyTensor(k, 'random.splitKey'), counters], {});
}

const splitKeyArgs = is.signature('random.splitKey', ['key', is.key], ['n', is.size]);

/** `n` independent keys. @throws DTypeError, ShapeError unless the key is u32 [2] */
export function splitKey(k: Tensor, n = 2): Tensor[] {
  splitKeyArgs(k, n);
  const all = splitTogether(k, n);
  return Array.from({ length: n }, (_, i) => reshape(slice(all, [i, i + 1]), [2]));
}

const foldInArgs = is.signature('random.foldIn', ['key', is.key], ['data', is.quantity]);

/**
 * A key that depends on another and on a number (a step, a worker): 32 bits of it count. @throws
 * DTypeError
 */
export function foldIn(k: Tensor, data: number | Tensor): Tensor {
  foldInArgs(k, data);
  if (typeof data === 'number' && !Number.isInteger(data)) {
    throw new DTypeError(`random.foldIn: ${data} is not an integer`);
  }
  const words =
    data instanceof Tensor
      ? counter('random.foldIn: data', data)
      : tensor(Uint32Array.of(0, data >>> 0));
  return reshape(threefryOp([keyTensor(k, 'random.foldIn'), reshape(words, [1, 2])], {}), [2]);
}

const threefryArgs = is.signature('random.threefry', ['key', is.key], ['counters', is.tensor]);

/**
 * Threefry itself: key u32 [2] and counters u32 [n, 2] give u32 [n, 2]. @throws DTypeError,
 * ShapeError
 */
export const threefry = (k: Tensor, counters: Tensor): Tensor => {
  threefryArgs(k, counters);
  return threefryOp([k, counters], {});
};

function draw(k: Tensor, shape: Shape, as: BitsAs, dtype: DType = 'f32'): Tensor {
  checkShape(shape, 'random');
  if (as !== 'bits' && !isFloat(dtype)) throw new DTypeError(`random: ${dtype} holds no fractions`);
  const type = as === 'bits' ? 'u32' : dtype === 'f64' ? 'f64' : 'f32';
  return randomBitsOp([k], { shape: [...shape], as, dtype: type });
}

const bitsArgs = is.signature('random.bits', ['key', is.key], ['shape', is.shape]);

/** Random u32 words. @throws DTypeError, ShapeError */
export const bits = (k: Tensor, shape: Shape = []): Tensor => {
  bitsArgs(k, shape);
  return draw(k, shape, 'bits');
};

const uniformArgs = is.signature(
  'random.uniform',
  ['key', is.key],
  ['shape', is.shape],
  [
    'options',
    is.options({
      low: is.optional(is.operand),
      high: is.optional(is.operand),
      dtype: is.optional(is.dtype),
    }),
  ],
);

/**
 * Uniform values in [low, high), multiples of 2^-24 of the width (also in f64). Differentiable in
 * the bounds.
 * @throws DTypeError, ShapeError
 */
export function uniform(
  k: Tensor,
  shape: Shape = [],
  options: { low?: TensorLike; high?: TensorLike; dtype?: DType } = {},
): Tensor {
  uniformArgs(k, shape, options);
  const { low = 0, high = 1, dtype = 'f32' } = options;
  const u = draw(k, shape, 'unit', dtype);
  if (low === 0 && high === 1 && dtype !== 'f16') return u;
  const scaled = cast(add(mul(u, sub(high, low)), low), dtype);
  // rounding may reach the upper end, which does not belong
  return cast(where(less(scaled, high), scaled, low), dtype);
}

const normalArgs = is.signature(
  'random.normal',
  ['key', is.key],
  ['shape', is.shape],
  [
    'options',
    is.options({
      mean: is.optional(is.operand),
      std: is.optional(is.operand),
      dtype: is.optional(is.dtype),
    }),
  ],
);

/**
 * Normal values of a mean and standard deviation (default 0 and 1), always finite (within 5.42
 * deviations), by the inverse of the distribution function. Differentiable in both. @throws
 * DTypeError, ShapeError
 */
export function normal(
  k: Tensor,
  shape: Shape = [],
  options: { mean?: TensorLike; std?: TensorLike; dtype?: DType } = {},
): Tensor {
  normalArgs(k, shape, options);
  const { mean, std, dtype = 'f32' } = options;
  let z = mul(erfInv(draw(k, shape, 'signed', dtype)), Math.SQRT2);
  if (std !== undefined) z = mul(z, std);
  if (mean !== undefined) z = add(z, mean);
  return cast(z, dtype);
}

const truncatedNormalArgs = is.signature(
  'random.truncatedNormal',
  ['key', is.key],
  ['shape', is.shape],
  [
    'options',
    is.options({
      low: is.optional(is.number),
      high: is.optional(is.number),
      mean: is.optional(is.operand),
      std: is.optional(is.operand),
      dtype: is.optional(is.dtype),
    }),
  ],
);

/**
 * Normal values kept within low..high, which are given in standard deviations (default -2 and 2).
 * @throws DTypeError, ShapeError
 */
export function truncatedNormal(
  k: Tensor,
  shape: Shape = [],
  options: { low?: number; high?: number; mean?: TensorLike; std?: TensorLike; dtype?: DType } = {},
): Tensor {
  truncatedNormalArgs(k, shape, options);
  const { low = -2, high = 2, mean = 0, std = 1, dtype = 'f32' } = options;
  if (!(low < high)) throw new ShapeError(`random.truncatedNormal: ${low} is not below ${high}`);
  const u = draw(k, shape, 'open', dtype);
  const [a, b] = [low, high].map((v) => erf(cast(v * Math.SQRT1_2, u.dtype)));
  const z = mul(erfInv(add(a, mul(u, sub(b, a)))), Math.SQRT2);
  return cast(add(mul(clip(z, low, high), std), mean), dtype);
}

const bernoulliArgs = is.signature(
  'random.bernoulli',
  ['key', is.key],
  ['shape', is.shape],
  ['p', is.operand],
);

/** True with probability p (broadcast to the shape). @throws DTypeError, ShapeError */
export const bernoulli = (k: Tensor, shape: Shape = [], p: TensorLike = 0.5): Tensor => {
  bernoulliArgs(k, shape, p);
  return less(draw(k, shape, 'unit'), p);
};

const exponentialArgs = is.signature(
  'random.exponential',
  ['key', is.key],
  ['shape', is.shape],
  ['options', is.options({ dtype: is.optional(is.dtype) })],
);

/** Exponential values of rate 1: positive and finite. @throws DTypeError, ShapeError */
export const exponential = (
  k: Tensor,
  shape: Shape = [],
  options: { dtype?: DType } = {},
): Tensor => {
  exponentialArgs(k, shape, options);
  const { dtype = 'f32' } = options;
  return cast(neg(log(draw(k, shape, 'open', dtype))), dtype);
};

const gumbelArgs = is.signature(
  'random.gumbel',
  ['key', is.key],
  ['shape', is.shape],
  ['options', is.options({ dtype: is.optional(is.dtype) })],
);

/** Standard Gumbel values, -log(-log(u)): finite. @throws DTypeError, ShapeError */
export const gumbel = (k: Tensor, shape: Shape = [], options: { dtype?: DType } = {}): Tensor => {
  gumbelArgs(k, shape, options);
  const { dtype = 'f32' } = options;
  return cast(neg(log(neg(log(draw(k, shape, 'open', dtype))))), dtype);
};

const categoricalArgs = is.signature(
  'random.categorical',
  ['key', is.key],
  ['logits', is.operand],
  ['options', is.options({ axis: is.optional(is.axis), shape: is.optional(is.shape) })],
);

/**
 * Draws from the distributions softmax(logits) along an axis: logits [..., n] give i32 [...];
 * `shape` puts dimensions of further independent draws in front. Logits of -infinity are never
 * drawn.
 * @throws DTypeError, ShapeError
 */
export function categorical(
  k: Tensor,
  logits: TensorLike,
  options: { axis?: number; shape?: Shape } = {},
): Tensor {
  categoricalArgs(k, logits, options);
  const { axis = -1, shape = [] } = options;
  const x = toTensor(logits);
  const a = normalizeAxis(axis, x.rank, `random.categorical of ${x}`);
  const full = [...shape, ...x.shape];
  return argmax(add(broadcastTo(x, full), gumbel(k, full)), a + shape.length);
}

const randintArgs = is.signature(
  'random.randint',
  ['key', is.key],
  ['shape', is.shape],
  ['low', is.number],
  ['high', is.number],
);

/**
 * Integers low..high-1 (i32). Each value's probability is off by less than 1e-9 relative for up to
 * 2^16 values. @throws ShapeError on an empty range or one beyond i32
 */
export function randint(k: Tensor, shape: Shape, low: number, high: number): Tensor {
  randintArgs(k, shape, low, high);
  checkShape(shape, 'random.randint');
  const fits = low >= -(2 ** 31) && high <= 2 ** 31 && high - low < 2 ** 32;
  if (!Number.isInteger(low) || !Number.isInteger(high) || low >= high || !fits) {
    throw new ShapeError(`random.randint: ${low}..${high} is not a range of i32 integers`);
  }
  return randomIntegersOp([splitTogether(k, 2)], { shape: [...shape], low, span: high - low });
}

const permutationArgs = is.signature('random.permutation', ['key', is.key], ['n', is.size]);

/**
 * 0..n-1 in random order (i32 [n]); equal sort keys fall back to the order of positions. @throws
 * ShapeError
 */
export const permutation = (k: Tensor, n: number): Tensor => {
  permutationArgs(k, n);
  return argsort(bits(k, [n]));
};

const shuffleArgs = is.signature(
  'random.shuffle',
  ['key', is.key],
  ['input', is.operand],
  ['axis', is.axis],
);

/** The slices of an axis in random order. @throws ShapeError */
export function shuffle(k: Tensor, input: TensorLike, axis = 0): Tensor {
  shuffleArgs(k, input, axis);
  const x = toTensor(input);
  const a = normalizeAxis(axis, x.rank, `random.shuffle of ${x}`);
  return take(x, permutation(k, x.shape[a]), a);
}

const choiceArgs = is.signature(
  'random.choice',
  ['key', is.key],
  ['from', is.quantity],
  ['shape', is.shape],
  [
    'options',
    is.options({ replace: is.optional(is.boolean), probabilities: is.optional(is.operand) }),
  ],
);

/**
 * Slices of the first axis (or, for a number n, integers 0..n-1), drawn uniformly or with given
 * probabilities. @throws ShapeError if more are drawn than there are, without replacement
 */
export function choice(
  k: Tensor,
  from: number | Tensor,
  shape: Shape = [],
  options: { replace?: boolean; probabilities?: TensorLike } = {},
): Tensor {
  choiceArgs(k, from, shape, options);
  const { replace = true, probabilities } = options;
  const n = typeof from === 'number' ? from : (from.shape[0] ?? 0);
  const count = shape.reduce((a, b) => a * b, 1);
  if (!(n >= 1)) throw new ShapeError(`random.choice: from ${from} there is nothing to choose`);
  if (!replace && count > n) {
    throw new ShapeError(`random.choice: ${count} of ${n} without replacement`);
  }
  const weights = probabilities === undefined ? undefined : log(toTensor(probabilities));
  let picked: Tensor;
  if (!replace) {
    // the largest of perturbed log-probabilities: a draw without replacement (Gumbel top-k)
    const order = weights
      ? argsort(add(weights, gumbel(k, [n])), { descending: true })
      : permutation(k, n);
    picked = reshape(slice(order, [0, count]), shape);
  } else if (weights) {
    picked = categorical(k, weights, { shape });
  } else {
    picked = randint(k, shape, 0, n);
  }
  return typeof from === 'number' ? picked : take(from, picked, 0);
}

const dropoutMaskArgs = is.signature(
  'random.dropoutMask',
  ['key', is.key],
  ['shape', is.shape],
  ['rate', is.fraction],
);

/**
 * True where dropout keeps an element: with probability 1 - rate. @throws ShapeError on rates off
 * [0, 1)
 */
export function dropoutMask(k: Tensor, shape: Shape, rate: number): Tensor {
  dropoutMaskArgs(k, shape, rate);
  if (!(rate >= 0 && rate < 1)) throw new ShapeError(`dropout: rate ${rate} is not in [0, 1)`);
  return bernoulli(k, shape, 1 - rate);
}
