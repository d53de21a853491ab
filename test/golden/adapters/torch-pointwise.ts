// PyTorch's elementwise functions in terms of ours.
import { stopGradient } from '../../../src/autodiff/identity.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor, TensorLike } from '../../../src/tensor/tensor.ts';
import type { Args, Definition, Definitions } from './torch-call.ts';
import { has, oneOf, only } from './torch-call.ts';

const unary = (f: (x: Tensor) => Tensor): Definition => ['input', ({ input }) => f(input)];
const binary = (f: (x: TensorLike, y: TensorLike) => Tensor): Definition => [
  'input other',
  ({ input, other }) => f(input, other),
];

// Python's remainder has the sign of the divisor
const remainder = (x: TensorLike, y: TensorLike): Tensor =>
  ops.sub(x, ops.mul(ops.floorDiv(x, y), y));

function divide({ input, other, rounding_mode }: Args): Tensor {
  if (!has(rounding_mode)) return ops.div(input, other);
  const mode = oneOf(rounding_mode, ['floor', 'trunc'], 'div: rounding_mode');
  return mode === 'floor' ? ops.floorDiv(input, other) : ops.trunc(ops.div(input, other));
}

const scaledBy = (y: TensorLike, alpha: unknown): TensorLike =>
  has(alpha) ? ops.mul(y, alpha as number) : y;

// SELU's constants, Klambauer et al. 2017
const selu = { alpha: 1.6732632423543772, scale: 1.0507009873554805 };

const arithmetic: Definitions = {
  add: ['input other alpha', ({ input, other, alpha }) => ops.add(input, scaledBy(other, alpha))],
  sub: ['input other alpha', ({ input, other, alpha }) => ops.sub(input, scaledBy(other, alpha))],
  subtract: ['input other alpha', (a) => ops.sub(a.input, scaledBy(a.other, a.alpha))],
  rsub: ['input other alpha', (a) => ops.sub(a.other, scaledBy(a.input, a.alpha))],
  mul: binary(ops.mul),
  multiply: binary(ops.mul),
  div: ['input other rounding_mode', divide],
  divide: ['input other rounding_mode', divide],
  true_divide: binary(ops.div),
  floor_divide: binary(ops.floorDiv),
  pow: ['input exponent', ({ input, exponent }) => ops.pow(input, exponent)],
  remainder: binary(remainder),
  fmod: binary(ops.rem),
  maximum: binary(ops.maximum),
  minimum: binary(ops.minimum),
  atan2: binary(ops.atan2),
  arctan2: binary(ops.atan2),
  logaddexp: binary(ops.logAddExp),
  lt: binary(ops.less),
  less: binary(ops.less),
  le: binary(ops.lessEqual),
  less_equal: binary(ops.lessEqual),
  gt: binary(ops.greater),
  greater: binary(ops.greater),
  ge: binary(ops.greaterEqual),
  greater_equal: binary(ops.greaterEqual),
  eq: binary(ops.equal),
  ne: binary(ops.notEqual),
  not_equal: binary(ops.notEqual),
  logical_and: binary(ops.logicalAnd),
  logical_or: binary(ops.logicalOr),
  logical_xor: binary(ops.logicalXor),
  logical_not: unary(ops.logicalNot),
  bitwise_and: binary(ops.bitwiseAnd),
  bitwise_or: binary(ops.bitwiseOr),
  bitwise_xor: binary(ops.bitwiseXor),
  bitwise_not: unary(ops.bitwiseNot),
  lerp: ['input end weight', ({ input, end, weight }) => ops.lerp(input, end, weight)],
  clamp: ['input min max', ({ input, min, max }) => ops.clip(input, min, max)],
  clip: ['input min max', ({ input, min, max }) => ops.clip(input, min, max)],
  clamp_min: ['input min', ({ input, min }) => ops.clip(input, min)],
  clamp_max: ['input max', ({ input, max }) => ops.clip(input, undefined, max)],
  where: [
    'condition input other',
    ({ condition, input, other }) => ops.where(condition, input, other),
  ],
  masked_fill: ['input mask value', ({ input, mask, value }) => ops.maskedFill(input, mask, value)],
  addcmul: [
    'input tensor1 tensor2 value',
    (a) => ops.add(a.input, scaledBy(ops.mul(a.tensor1, a.tensor2), a.value)),
  ],
  addcdiv: [
    'input tensor1 tensor2 value',
    (a) => ops.add(a.input, scaledBy(ops.div(a.tensor1, a.tensor2), a.value)),
  ],
};

const elementary: Definitions = {
  neg: unary(ops.neg),
  negative: unary(ops.neg),
  abs: unary(ops.abs),
  absolute: unary(ops.abs),
  exp: unary(ops.exp),
  exp2: unary((x) => ops.exp(ops.mul(x, Math.LN2))),
  log: unary(ops.log),
  log1p: unary(ops.log1p),
  log2: unary(ops.log2),
  log10: unary((x) => ops.div(ops.log(x), Math.LN10)),
  expm1: unary(ops.expm1),
  sqrt: unary(ops.sqrt),
  rsqrt: unary(ops.rsqrt),
  reciprocal: unary(ops.reciprocal),
  square: unary(ops.square),
  sin: unary(ops.sin),
  cos: unary(ops.cos),
  tan: unary(ops.tan),
  asin: unary(ops.asin),
  arcsin: unary(ops.asin),
  acos: unary(ops.acos),
  arccos: unary(ops.acos),
  atan: unary(ops.atan),
  arctan: unary(ops.atan),
  sinh: unary(ops.sinh),
  cosh: unary(ops.cosh),
  tanh: unary(ops.tanh),
  sigmoid: unary(ops.sigmoid),
  expit: unary(ops.sigmoid),
  asinh: unary((x) => {
    // log1p keeps the digits near zero
    const a = ops.abs(x);
    const rest = ops.div(ops.square(a), ops.add(ops.sqrt(ops.add(ops.square(a), 1)), 1));
    return ops.mul(ops.sign(x), ops.log1p(ops.add(a, rest)));
  }),
  acosh: unary((x) => {
    const t = ops.sub(x, 1);
    return ops.log1p(ops.add(t, ops.sqrt(ops.mul(t, ops.add(t, 2)))));
  }),
  atanh: unary((x) => ops.mul(ops.sub(ops.log1p(x), ops.log1p(ops.neg(x))), 0.5)),
  hypot: binary((x, y) => ops.sqrt(ops.add(ops.square(x), ops.square(y)))),
  erf: unary(ops.erf),
  erfc: unary((x) => ops.sub(1, ops.erf(x))),
  logit: [
    'input eps',
    ({ input, eps }) => {
      const p = has(eps) ? ops.clip(input, eps, 1 - eps) : input;
      return ops.sub(ops.log(p), ops.log1p(ops.neg(p)));
    },
  ],
  sign: unary(ops.sign),
  sgn: unary(ops.sign),
  floor: unary(ops.floor),
  ceil: unary(ops.ceil),
  round: unary(ops.round),
  trunc: unary(ops.trunc),
  fix: unary(ops.trunc),
  frac: unary((x) => ops.sub(x, ops.trunc(x))),
  isfinite: unary(ops.isFinite),
  isinf: unary(ops.isInf),
  isnan: unary(ops.isNan),
  clone: unary((x) => x),
  detach: unary(stopGradient),
  zeros_like: unary(ops.zerosLike),
  ones_like: unary(ops.onesLike),
};

const activations: Definitions = {
  relu: unary(ops.relu),
  relu6: unary((x) => ops.minimum(ops.relu(x), 6)),
  silu: unary(ops.silu),
  mish: unary(ops.mish),
  logsigmoid: unary(ops.logSigmoid),
  softsign: unary(ops.softsign),
  hardswish: unary(ops.hardSwish),
  hardsigmoid: unary((x) => ops.clip(ops.add(ops.div(x, 6), 0.5), 0, 1)),
  threshold: [
    'input threshold value',
    ({ input, threshold, value }) => ops.where(ops.greater(input, threshold), input, value),
  ],
  hardshrink: [
    'input lambd',
    ({ input, lambd }) => ops.where(ops.greater(ops.abs(input), lambd ?? 0.5), input, 0),
  ],
  softshrink: [
    'input lambd',
    ({ input, lambd }) => ops.mul(ops.sign(input), ops.relu(ops.sub(ops.abs(input), lambd ?? 0.5))),
  ],
  tanhshrink: unary((x) => ops.sub(x, ops.tanh(x))),
  hardtanh: [
    'input min_val max_val',
    ({ input, min_val, max_val }) => ops.clip(input, min_val ?? -1, max_val ?? 1),
  ],
  softplus: [
    'input beta threshold',
    ({ input, beta, threshold }) => {
      only(threshold, 20, 'softplus: threshold');
      return ops.softplus(input, beta ?? 1);
    },
  ],
  elu: ['input alpha', ({ input, alpha }) => ops.elu(input, alpha ?? 1)],
  celu: [
    'input alpha',
    ({ input, alpha }) => ops.mul(ops.elu(ops.div(input, alpha ?? 1)), alpha ?? 1),
  ],
  selu: unary((x) => ops.mul(ops.elu(x, selu.alpha), selu.scale)),
  gelu: [
    'input approximate',
    ({ input, approximate }) => {
      const how = oneOf(approximate ?? 'none', ['none', 'tanh'], 'gelu: approximate');
      return how === 'tanh' ? ops.geluTanh(input) : ops.gelu(input);
    },
  ],
  leaky_relu: [
    'input negative_slope',
    ({ input, negative_slope }) => ops.leakyRelu(input, negative_slope ?? 0.01),
  ],
  glu: [
    'input dim',
    ({ input, dim }) => {
      const [a, b] = ops.chunk(input, 2, dim ?? -1);
      return ops.mul(a, ops.sigmoid(b));
    },
  ],
  prelu: [
    'input weight',
    ({ input, weight }) => {
      const x = input as Tensor;
      const w = weight as Tensor;
      // one slope for each channel, which is axis 1
      const slopes = w.size > 1 ? ops.reshape(w, [-1, ...Array(x.rank - 2).fill(1)]) : w;
      return ops.where(ops.greater(x, 0), x, ops.mul(x, slopes));
    },
  ],
};

/** Elementwise functions. */
export const pointwise: Definitions = { ...arithmetic, ...elementary, ...activations };
