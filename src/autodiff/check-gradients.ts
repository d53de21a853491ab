// Checking gradients against central finite differences, for users' own functions as for every operation
// of the library. Everything is computed in float64, so the difference quotient is good to about 1e-9
// and a wrong rule cannot hide behind rounding. The second order is checked as the first order of
// x -> <grad f(x), v> for a fixed v.
import * as is from '../tensor/arguments.ts';
import { GradientError } from '../tensor/errors.ts';
import { add, cast, mul, sum, tensor, toTensor } from '../tensor/ops/index.ts';
import { Tensor, type TensorLike } from '../tensor/tensor.ts';
import { describe } from '../tensor/tree-errors.ts';
import { grad, treeDot } from './transforms.ts';

/** What `checkGradients` found. */
export interface GradientReport {
  /** Largest |analytic - numeric| / (1 + |numeric|), per order. */
  readonly worst: readonly number[];
  /** Elements compared. */
  readonly compared: number;
}

/** Options of `checkGradients`. */
export interface CheckOptions {
  /** 1 or 2 (default): how many orders of derivative. */
  readonly order?: 1 | 2;
  /** Step of the difference quotient. */
  readonly step?: number;
  /** Largest accepted error relative to 1 + |derivative|. */
  readonly tolerance?: number;
  /** At most this many elements per input are perturbed (spread evenly). */
  readonly elements?: number;
}

const checkGradientsArgs = is.signature(
  'checkGradients',
  ['f', is.func],
  ['inputs', is.list(is.operand)],
  [
    'options',
    is.options<CheckOptions>({
      order: is.optional(is.oneOf(1, 2)),
      step: is.optional(is.positive),
      tolerance: is.optional(is.notNegative),
      elements: is.optional(is.count),
    }),
  ],
);

// Fixed irrational-looking weights, so that no symmetry hides an error.
const weights = (n: number, phase: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Math.sin(1.7 * i + phase) + 0.3);

type Scalar = (...inputs: Tensor[]) => Tensor;

/**
 * Compares the gradient of `f` (and the gradient of its gradient) with finite differences. `f` takes
 * tensors and returns one tensor of any shape; integer inputs are passed through unperturbed.
 * Needs a device with f64: cpu or interpret.
 * @throws GradientError naming input, element, analytic and numeric value
 */
export async function checkGradients(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: readonly TensorLike[],
  options: CheckOptions = {},
): Promise<GradientReport> {
  checkGradientsArgs(f, inputs, options);
  const { order = 2, step = 1e-5, tolerance = 1e-6, elements = 24 } = options;
  const exact = inputs.map((x) => {
    const t = toTensor(x);
    return t.isFloat ? cast(t, 'f64') : t;
  });
  const scalar: Scalar = (...xs) => {
    const y: unknown = f(...xs);
    if (!(y instanceof Tensor)) {
      throw new GradientError(`checkGradients: f must return a tensor, not ${describe(y)}`);
    }
    const r = tensor(weights(y.size, 0.4), { shape: y.shape });
    return sum(mul(cast(y, 'f64'), r));
  };
  const directions = exact.map((t, i) =>
    tensor(weights(t.size, 2 + i), { shape: t.shape, dtype: 'f64' }),
  );
  const slope: Scalar = (...xs) => {
    const floats = xs.filter((t) => t.isFloat);
    const grads = grad((ps: Tensor[]) => {
      let k = 0;
      return scalar(...xs.map((t) => (t.isFloat ? ps[k++] : t)));
    })(floats);
    return treeDot(
      grads,
      directions.filter((_, i) => exact[i].isFloat),
    );
  };
  const worst: number[] = [];
  let compared = 0;
  for (const [k, g] of [scalar, slope].slice(0, order).entries()) {
    const found = await compare(g, exact, step, tolerance, elements, k + 1);
    worst.push(found.worst);
    compared += found.compared;
  }
  return { worst, compared };
}

async function compare(
  f: Scalar,
  inputs: readonly Tensor[],
  step: number,
  tolerance: number,
  elements: number,
  order: number,
): Promise<{ worst: number; compared: number }> {
  const floats = inputs.filter((t) => t.isFloat);
  const place = (xs: readonly Tensor[]): Tensor[] => {
    let k = 0;
    return inputs.map((t) => (t.isFloat ? xs[k++] : t));
  };
  const grads = grad((xs: Tensor[]) => f(...place(xs)))(floats);
  let worst = 0;
  let compared = 0;
  for (const [i, x] of floats.entries()) {
    const values = Float64Array.from(await x.data());
    const analytic = await grads[i].data();
    const stride = Math.max(1, Math.ceil(x.size / elements));
    for (let e = 0; e < x.size; e += stride) {
      const at = async (h: number): Promise<number> => {
        const moved = values.slice();
        moved[e] += h;
        const xs = floats.map((t, j) => (j === i ? tensor(moved, { shape: x.shape }) : t));
        return add(f(...place(xs)), 0).item();
      };
      const numeric = ((await at(step)) - (await at(-step))) / (2 * step);
      const error = Math.abs(analytic[e] - numeric) / (1 + Math.abs(numeric));
      compared++;
      if (!(error <= tolerance)) {
        throw new GradientError(
          `gradient check, order ${order}: input ${i} (${x}), element ${e} at value ${values[e]}: ` +
            `the derivative is ${analytic[e]}, finite differences give ${numeric}`,
        );
      }
      worst = Math.max(worst, error);
    }
  }
  return { worst, compared };
}
