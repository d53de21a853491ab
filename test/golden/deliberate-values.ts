// What results should be where they differ from a reference on purpose, by plain loops in float64 over the
// case's inputs: an element that differs is forgiven only if it is this (deliberate.ts).
import type { Golden, GoldenCase } from './contract.ts';

/** The values of one tensor of a case; undefined if there is no statement about this form of the call. */
export type Instead = (
  c: GoldenCase,
  golden: Golden,
  name: string,
) => ArrayLike<number> | undefined;

const input = (c: GoldenCase, golden: Golden, name: string): ArrayLike<number> =>
  golden.values(c.inputs?.[name] as string);
const cotangent = (c: GoldenCase, golden: Golden): ArrayLike<number> =>
  golden.values(c.proj?.y as string);

/** Gradients along the axis of a call (x, axis), from one row of x and of cotangents to one row of gradients. */
function alongAxis(
  c: GoldenCase,
  golden: Golden,
  gradient: (x: readonly number[], ct: readonly number[]) => readonly number[],
): Float64Array | undefined {
  const [first, axis] = c.args ?? [];
  const shape = golden.shape(c.inputs?.input as string);
  if (first !== '$input' || typeof axis !== 'number' || shape[axis] === undefined) return undefined;
  const [x, ct] = [input(c, golden, 'input'), cotangent(c, golden)];
  const n = shape[axis];
  const inner = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
  const out = new Float64Array(x.length);
  for (let k = 0; k < x.length / n; k++) {
    const start = Math.floor(k / inner) * n * inner + (k % inner);
    const row = (from: ArrayLike<number>) =>
      Array.from({ length: n }, (_, i) => from[start + i * inner]);
    gradient(row(x), row(ct)).forEach((v, i) => {
      out[start + i * inner] = v;
    });
  }
  return out;
}

const others = (x: ArrayLike<number>, i: number, end = x.length): number => {
  let product = 1;
  for (let j = 0; j < end; j++) if (j !== i) product *= x[j];
  return product;
};

/** The product of the others. */
export const prodGradient: Instead = (c, golden) => {
  if (c.args?.length !== 1) return undefined;
  const x = input(c, golden, 'input');
  const [ct] = Array.from(cotangent(c, golden));
  return Array.from(x, (_, i) => ct * others(x, i));
};

/** Of each product that an element is part of, the product of the others, summed term by term. */
export const cumprodGradient: Instead = (c, golden) =>
  alongAxis(c, golden, (x, ct) =>
    x.map((_, i) => ct.reduce((sum, v, k) => (k < i ? sum : sum + v * others(x, i, k + 1)), 0)),
  );

/** The same, with what terms have in common taken out (Horner): infinities that it multiplies do not cancel. */
export const cumprodGradientNested: Instead = (c, golden) =>
  alongAxis(c, golden, (x, ct) =>
    x.map((_, i) => {
      let sum = 0;
      for (let k = x.length - 1; k >= i; k--) sum = ct[k] + (k + 1 < x.length ? x[k + 1] * sum : 0);
      return others(x, i, i) * sum;
    }),
  );

// e^x[i] over the sum of e^x[0..k], where it is not finite by its limit; `between` is the share of what comes
// before or between several infinities
function share(x: readonly number[], i: number, k: number, between: number): number {
  const most = x.slice(0, k + 1).reduce((a, b) => Math.max(a, b));
  if (Number.isNaN(most)) return Number.NaN;
  if (most === Number.NEGATIVE_INFINITY) return 0;
  if (most === Number.POSITIVE_INFINITY) {
    const infinite = x.slice(0, k + 1).filter((v) => v === most).length;
    // several have no shares
    if (infinite > 1) return x[i] === most ? Number.NaN : between;
    return x[i] === most ? 1 : 0;
  }
  const total = x.slice(0, k + 1).reduce((sum, v) => sum + Math.exp(v - most), 0);
  return Math.exp(x[i] - most) / total;
}

const softmaxSoFar =
  (between: number): Instead =>
  (c, golden) =>
    alongAxis(c, golden, (x, ct) =>
      x.map((_, i) =>
        ct.reduce((sum, v, k) => (k < i ? sum : sum + v * share(x, i, k, between)), 0),
      ),
    );

/** The weights of a softmax over what has come so far; beside several infinities there are none. */
export const logCumSumExpGradient: Instead = softmaxSoFar(Number.NaN);

/** The same, where pairs of infinities were added up before they met the element, whose share of them is 0. */
export const logCumSumExpGradientPairs: Instead = softmaxSoFar(0);

/**
 * The gradient goes to what is returned: to the bound where x is beyond it or it is NaN, else to x (also at the
 * bound), and to the upper bound where both apply. Bounds broadcast.
 */
export const clampGradient: Instead = (c, golden, name) => {
  const op = String(c.op).replace(/^.*\./, '');
  const [first, ...rest] = c.args ?? [];
  if (first !== '$input' || c.kwargs) return undefined;
  const [lo, hi] = op === 'clamp_max' ? [undefined, rest[0]] : rest;
  const shape = golden.shape(c.inputs?.input as string);
  const ct = cotangent(c, golden);
  const reader = (what: unknown) => {
    if (typeof what === 'number') return () => [what, -1] as const;
    if (typeof what !== 'string') return undefined;
    const own = golden.shape(c.inputs?.[what.slice(1)] as string);
    const values = input(c, golden, what.slice(1));
    return (flat: number) => {
      let [at, step, over] = [0, 1, flat];
      for (let axis = shape.length - 1; axis >= 0; axis--) {
        const size = own[axis - (shape.length - own.length)] ?? 1;
        if (size > 1) at += step * (over % shape[axis]);
        step *= size;
        over = Math.floor(over / shape[axis]);
      }
      return [values[at], at] as const;
    };
  };
  const [x, low, high] = [reader(first), reader(lo), reader(hi)];
  const out = new Float64Array(golden.values(c.inputs?.[name] as string).length);
  for (let i = 0; i < ct.length; i++) {
    let [value, place] = x?.(i) ?? [0, 0];
    let owner = 'input';
    for (const [bound, read, past] of [
      [lo, low, (v: number, b: number) => v < b],
      [hi, high, (v: number, b: number) => v > b],
    ] as const) {
      if (!read) continue;
      const [b, at] = read(i);
      if (!past(value, b) && !Number.isNaN(b)) continue;
      [value, place, owner] = [b, at, typeof bound === 'string' ? bound.slice(1) : ''];
    }
    if (owner === name) out[place] += ct[i];
  }
  return out;
};

/** Linear interpolation between the neighbours of a position; one of weight 0 takes no part. */
export const interpolated: Instead = (c, golden) => {
  const [first, size, factor, mode, alignCorners] = c.args ?? [];
  if (first !== '$input' || !size || factor || !/linear/.test(String(mode))) return undefined;
  const shape = golden.shape(c.inputs?.input as string);
  const x = input(c, golden, 'input');
  const to = golden.shape(c.outputs?.y as string);
  const flat = shape.length === 3;
  const [h, w] = flat ? [1, shape[2]] : shape.slice(2);
  const [oh, ow] = flat ? [1, to[2]] : to.slice(2);
  // [position, weight] of what output i of `out` along an axis of `n` is made of
  const taps = (i: number, n: number, out: number): [number, number][] => {
    const at = alignCorners
      ? out > 1
        ? (i * (n - 1)) / (out - 1)
        : 0
      : Math.max(0, ((i + 0.5) * n) / out - 0.5);
    const low = Math.floor(at);
    const both: [number, number][] = [
      [low, 1 - (at - low)],
      [Math.min(low + 1, n - 1), at - low],
    ];
    return both.filter(([, weight]) => weight !== 0);
  };
  const y: number[] = [];
  for (let image = 0; image < x.length / (h * w); image++)
    for (let i = 0; i < oh; i++)
      for (let j = 0; j < ow; j++) {
        let sum = 0;
        for (const [row, a] of taps(i, h, oh))
          for (const [column, b] of taps(j, w, ow))
            sum += a * b * x[(image * h + row) * w + column];
        y.push(sum);
      }
  return y;
};
