// PyTorch's elementwise functions in terms of ours.
import { stopGradient } from '../../../src/autodiff/identity.ts';
import type { DType } from '../../../src/tensor/dtype.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import { Tensor, type TensorLike } from '../../../src/tensor/tensor.ts';
import type { Args, Definition, Definitions } from './torch-call.ts';
import { dtypeOf, has, oneOf, only } from './torch-call.ts';
import {
  acosh,
  asinh,
  copySign,
  entr,
  hardShrink,
  hardSigmoid,
  hypot,
  logit,
  numbersFirst,
  remainder,
  sinc,
  softShrink,
  threshold,
  within,
  xlogy,
} from './torch-edges.ts';

const unary = (f: (x: Tensor) => Tensor): Definition => ['input', ({ input }) => f(input)];
const binary = (f: (x: TensorLike, y: TensorLike) => Tensor): Definition => [
  'input other',
  ({ input, other }) => f(input, other),
];

const isBool = (x: unknown): boolean => x instanceof Tensor && x.dtype === 'bool';

// the sum of booleans is a boolean
const plus = ({ input, other, alpha }: Args): Tensor =>
  isBool(input) && isBool(other)
    ? ops.logicalOr(input, other)
    : ops.add(input, scaledBy(other, alpha));

const signOf = (x: Tensor): Tensor => ops.where(ops.isNan(x), 0, ops.sign(x)); // not a number: 0

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
  add: ['input other alpha', plus],
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
  fmax: binary(numbersFirst(1)),
  fmin: binary(numbersFirst(-1)),
  copysign: binary(copySign),
  xlogy: binary(xlogy),
  ldexp: binary((x, y) => ops.mul(x, ops.pow(2, y))),
  float_power: ['input exponent', ({ input, exponent }) => ops.pow(input, exponent)],
  logaddexp: binary(ops.logAddExp),
  logaddexp2: binary((x, y) =>
    ops.div(ops.logAddExp(ops.mul(x, Math.LN2), ops.mul(y, Math.LN2)), Math.LN2),
  ),
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
  bitwise_left_shift: binary(ops.shiftLeft),
  bitwise_right_shift: binary(ops.shiftRight),
  isclose: [
    'input other rtol atol equal_nan',
    ({ input, other, rtol, atol, equal_nan }) => {
      const near = ops.add(ops.mul(ops.abs(other), rtol ?? 1e-5), atol ?? 1e-8);
      const equal = ops.logicalOr(
        ops.equal(input, other),
        ops.logicalAnd(
          ops.lessEqual(ops.abs(ops.sub(input, other)), near),
          ops.logicalAnd(ops.isFinite(input), ops.isFinite(other)),
        ),
      );
      return equal_nan
        ? ops.logicalOr(equal, ops.logicalAnd(ops.isNan(input), ops.isNan(other)))
        : equal;
    },
  ],
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

const atanh = (x: Tensor): Tensor => ops.mul(ops.sub(ops.log1p(x), ops.log1p(ops.neg(x))), 0.5);

const likeSignature = (f: (x: Tensor, dtype: DType) => Tensor): Definition => [
  'input dtype device',
  ({ input, dtype }) => f(input, has(dtype) ? dtypeOf(dtype) : (input as Tensor).dtype),
];

const isPositive = (x: Tensor): Tensor => ops.greater(x, 0);

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
  asinh: unary(asinh),
  arcsinh: unary(asinh),
  acosh: unary(acosh),
  arccosh: unary(acosh),
  atanh: unary(atanh),
  arctanh: unary(atanh),
  hypot: binary(hypot),
  erf: unary(ops.erf),
  erfc: unary((x) => ops.sub(1, ops.erf(x))),
  logit: ['input eps', ({ input, eps }) => logit(input, has(eps) ? eps : undefined)],
  sign: unary(signOf),
  sgn: unary(signOf),
  positive: unary((x) => x),
  sinc: unary(sinc),
  erfinv: unary(ops.erfInv),
  ndtr: unary((x) => ops.mul(ops.add(ops.erf(ops.mul(x, Math.SQRT1_2)), 1), 0.5)),
  entr: unary(entr),
  deg2rad: unary((x) => ops.mul(x, Math.PI / 180)),
  rad2deg: unary((x) => ops.mul(x, 180 / Math.PI)),
  signbit: unary((x) => ops.logicalOr(ops.less(x, 0), ops.less(ops.div(1, x), 0))),
  isposinf: unary((x) => ops.logicalAnd(ops.isInf(x), isPositive(x))),
  isneginf: unary((x) => ops.logicalAnd(ops.isInf(x), ops.less(x, 0))),
  nan_to_num: [
    'input nan posinf neginf',
    ({ input, nan, posinf, neginf }) => {
      // infinities become the largest number of the reference's float64, which f32 does not hold
      const x = ops.where(ops.isNan(input), nan ?? 0, input);
      const below = ops.where(
        ops.logicalAnd(ops.isInf(x), ops.less(x, 0)),
        neginf ?? Number.NEGATIVE_INFINITY,
        x,
      );
      return ops.where(
        ops.logicalAnd(ops.isInf(below), isPositive(below)),
        posinf ?? Number.POSITIVE_INFINITY,
        below,
      );
    },
  ],
  floor: unary(ops.floor),
  ceil: unary(ops.ceil),
  round: [
    'input decimals',
    ({ input, decimals }) => {
      if (!decimals) return ops.round(input);
      return ops.div(ops.round(ops.mul(input, 10 ** decimals)), 10 ** decimals);
    },
  ],
  trunc: unary(ops.trunc),
  fix: unary(ops.trunc),
  frac: unary((x) => ops.sub(x, ops.trunc(x))),
  isfinite: unary(ops.isFinite),
  isinf: unary(ops.isInf),
  isnan: unary(ops.isNan),
  clone: unary((x) => x),
  detach: unary(stopGradient),
  zeros_like: likeSignature((x, dtype) => ops.zeros(x.shape, dtype)),
  ones_like: likeSignature((x, dtype) => ops.ones(x.shape, dtype)),
  full_like: [
    'input fill_value dtype device',
    ({ input, fill_value, dtype }) => {
      const x = input as Tensor;
      return ops.full(x.shape, fill_value, has(dtype) ? dtypeOf(dtype) : x.dtype);
    },
  ],
};

const activations: Definitions = {
  relu: unary(ops.relu),
  relu6: unary((x) => within(x, 0, 6)),
  silu: unary(ops.silu),
  mish: unary(ops.mish),
  logsigmoid: unary(ops.logSigmoid),
  softsign: unary(ops.softsign),
  hardswish: unary(ops.hardSwish),
  hardsigmoid: unary(hardSigmoid),
  rrelu: [
    'input lower upper training',
    ({ input, lower, upper, training }) => {
      only(training, false, 'rrelu: training');
      return ops.leakyRelu(input, ((lower ?? 1 / 8) + (upper ?? 1 / 3)) / 2);
    },
  ],
  dropout: [
    'input p training',
    ({ input, p, training }) => {
      if (p !== 0) only(training ?? true, false, 'dropout: training');
      return input;
    },
  ],
  threshold: ['input threshold value', (a) => threshold(a.input, a.threshold, a.value)],
  hardshrink: ['input lambd', ({ input, lambd }) => hardShrink(input, lambd ?? 0.5)],
  softshrink: ['input lambd', ({ input, lambd }) => softShrink(input, lambd ?? 0.5)],
  tanhshrink: unary((x) => ops.sub(x, ops.tanh(x))),
  hardtanh: [
    'input min_val max_val',
    ({ input, min_val, max_val }) => within(input, min_val ?? -1, max_val ?? 1),
  ],
  softplus: [
    'input beta threshold',
    ({ input, beta, threshold }) => {
      const y = ops.softplus(input, beta ?? 1);
      const straight = ops.greater(ops.mul(input, beta ?? 1), threshold ?? 20);
      return has(threshold) ? ops.where(straight, input, y) : y;
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
