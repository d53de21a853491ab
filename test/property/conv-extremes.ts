// The three convolutions at infinities and NaN. Padding is zeros: a kernel may leave a tap in the padding
// out, as the definition in plain loops does, or multiply its zero, which makes NaN of an infinite weight
// or cotangent. Nothing else is allowed: every element is one of these two values.
import type { AnyOp } from '../../src/tensor/define.ts';
import type { ConvGeometry } from '../../src/tensor/kernels.ts';
import { tensor } from '../../src/tensor/ops/index.ts';
import { type TestDevice, use, worstError } from '../support/devices.ts';
import { applyOp, random } from '../support/samples.ts';

/** The operations that this file is about. */
export const convolutions = new Set(['conv2d', 'conv2dInputGrad', 'conv2dWeightGrad']);

const inf = Number.POSITIVE_INFINITY;
const pool = [inf, -inf, Number.NaN, 0];

const square = { stride: [1, 1], padding: [1, 1, 1, 1], dilation: [1, 1] } as const;

/** Further geometries than the samples of the operations: one that Winograd's algorithm takes, and depthwise. */
export const geometries: Record<'winograd' | 'depthwise', ConvGeometry> = {
  winograd: {
    n: 2,
    h: 10,
    w: 13,
    c: 24,
    kh: 3,
    kw: 3,
    oc: 16,
    oh: 10,
    ow: 13,
    groups: 1,
    ...square,
  },
  depthwise: { n: 1, h: 6, w: 7, c: 8, kh: 3, kw: 3, oc: 8, oh: 6, ow: 7, groups: 8, ...square },
};

const sized = (
  name: string,
  g: ConvGeometry,
): { first: number[]; second: number[]; out: number[] } => {
  const x = [g.n, g.h, g.w, g.c];
  const w = [g.kh, g.kw, g.c / g.groups, g.oc];
  const y = [g.n, g.oh, g.ow, g.oc];
  if (name === 'conv2d') return { first: x, second: w, out: y };
  if (name === 'conv2dInputGrad') return { first: y, second: w, out: x };
  return { first: x, second: y, out: w };
};

/** The sums of products, without taps in the padding and with their zeros. */
function sums(
  name: string,
  g: ConvGeometry,
  a: readonly number[],
  b: readonly number[],
): [left: Float64Array, counted: Float64Array] {
  const size = sized(name, g).out.reduce((p, q) => p * q, 1);
  const [left, counted] = [new Float64Array(size), new Float64Array(size)];
  const [cg, og] = [g.c / g.groups, g.oc / g.groups];
  const visit = (inside: boolean, x: number, w: number, y: number): void => {
    const [to, p, q] =
      name === 'conv2d' ? [y, x, w] : name === 'conv2dInputGrad' ? [x, y, w] : [w, x, y];
    // the operand that may lie in the padding is the first
    if (inside) left[to] += a[p] * b[q];
    counted[to] += (inside ? a[p] : 0) * b[q];
  };
  const back = name === 'conv2dInputGrad';
  const [rows, columns] = back ? [g.h, g.w] : [g.oh, g.ow];
  for (let n = 0; n < g.n; n++)
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++)
        for (let ky = 0; ky < g.kh; ky++)
          for (let kx = 0; kx < g.kw; kx++)
            for (let o = 0; o < g.oc; o++)
              for (let k = 0; k < cg; k++) {
                const c = Math.floor(o / og) * cg + k;
                const w = ((ky * g.kw + kx) * cg + k) * g.oc + o;
                // (i, j) is an output; or an input, whose output may lie between or beyond the outputs
                const [ty, tx] = [ky * g.dilation[0], kx * g.dilation[1]];
                const y = back ? (i + g.padding[0] - ty) / g.stride[0] : i;
                const x = back ? (j + g.padding[2] - tx) / g.stride[1] : j;
                const iy = back ? i : i * g.stride[0] - g.padding[0] + ty;
                const ix = back ? j : j * g.stride[1] - g.padding[2] + tx;
                const inside = back
                  ? Number.isInteger(y) &&
                    Number.isInteger(x) &&
                    y >= 0 &&
                    x >= 0 &&
                    y < g.oh &&
                    x < g.ow
                  : iy >= 0 && ix >= 0 && iy < g.h && ix < g.w;
                visit(
                  inside,
                  ((n * g.h + iy) * g.w + ix) * g.c + c,
                  w,
                  ((n * g.oh + y) * g.ow + x) * g.oc + o,
                );
              }
  return [left, counted];
}

/** What is neither of the two values, on a device, as texts: on the operation's samples and the geometries. */
export async function convDisagreements(op: AnyOp, device: TestDevice): Promise<string[]> {
  const all = [...op.samples.map((s) => s.attrs as ConvGeometry), ...Object.values(geometries)];
  const found: string[] = [];
  for (const g of all) found.push(...(await ofGeometry(op, g, device, 1e-4, 6)));
  return found;
}

async function ofGeometry(
  op: AnyOp,
  g: ConvGeometry,
  device: TestDevice,
  tolerance: number,
  rounds: number,
): Promise<string[]> {
  const found: string[] = [];
  const { first, second, out } = sized(op.name, g);
  if (out.includes(0)) return found;
  await use(device);
  for (let round = 0; round < rounds; round++) {
    const next = random(round);
    // rare, so that most results stay finite and a stray NaN shows; both operands in the last rounds
    const values = (shape: number[], spoiled: boolean): number[] =>
      Array.from({ length: shape.reduce((p, q) => p * q, 1) }, () =>
        spoiled && next() < 0.03
          ? pool[Math.floor(next() * pool.length)]
          : Math.fround(4 * next() - 2),
      );
    const a = values(first, round % 3 !== 1);
    const b = values(second, round % 3 !== 0);
    const [left, counted] = sums(op.name, g, a, b);
    const result = applyOp(op, [tensor(a, { shape: first }), tensor(b, { shape: second })], g);
    const got = await result.data();
    for (let i = 0; i < left.length; i++) {
      if (worstError([got[i]], [left[i]]) <= tolerance) continue;
      if (Number.isNaN(got[i]) && Number.isNaN(counted[i])) continue;
      found.push(`${op.name} round ${round} [${i}]: ${got[i]}, not ${left[i]} or ${counted[i]}`);
    }
  }
  return found;
}
