// Products, convolutions, pooling and resizing against PyTorch: values and gradients of a projection.
// PyTorch's layouts ([n, c, h, w], [out, in, kh, kw]) are transposed in and out here.
import { beforeAll, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type GoldenCase, mismatch, readGolden, roleOf } from '../golden/golden.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const golden = readGolden('ops');
type Args = readonly Tensor[];
// biome-ignore format: a table
type K = {
  stride?: number | [number, number]; padding?: number | [number, number]; dilation?: number | [number, number];
  groups?: number; output_padding?: number; kernel_size?: number; scale_factor?: number; size?: [number, number];
  mode?: string; align_corners?: boolean;
};

const toLast = (x: Tensor): Tensor => ops.transpose(x, [0, 2, 3, 1]);
const toFirst = (y: Tensor): Tensor => ops.transpose(y, [0, 3, 1, 2]);
const kernel = (w: Tensor): Tensor => ops.transpose(w, [2, 3, 1, 0]);
const biased = (y: Tensor, b?: Tensor): Tensor => (b ? ops.add(y, b) : y);
const swap = (x: Tensor): Tensor => ops.swapAxes(x, 1, 2);

const functions: Record<string, (args: Args, k: K, rest: readonly unknown[]) => Tensor> = {
  'torch.matmul': ([a, b]) => ops.matmul(a, b),
  'torch.bmm': ([a, b]) => ops.bmm(a, b),
  'torch.outer': ([a, b]) => ops.outer(a, b),
  'F.linear': ([x, w, b]) => ops.affine(x, ops.transpose(w), b),
  'torch.einsum': (args, _, [spec]) => ops.einsum(spec as string, ...args),
  'F.conv2d': ([x, w, b], k) => toFirst(biased(ops.conv2d(toLast(x), kernel(w), k), b)),
  'F.conv1d': ([x, w, b], k) =>
    swap(
      biased(ops.conv1d(swap(x), ops.transpose(w, [2, 1, 0]), { padding: k.padding as number }), b),
    ),
  'F.conv_transpose2d': ([x, w, b], k) =>
    toFirst(
      biased(
        ops.convTranspose2d(toLast(x), kernel(w), {
          ...(k as object),
          outputPadding: k.output_padding,
        }),
        b,
      ),
    ),
  'F.conv_transpose1d': ([x, w, b], k) => {
    const options = { stride: k.stride as number, padding: k.padding as number };
    return swap(biased(ops.convTranspose1d(swap(x), ops.transpose(w, [2, 1, 0]), options), b));
  },
  'F.unfold': ([x], k) => {
    const y = ops.unfold(toLast(x), k.kernel_size as number, k);
    const [n, oh, ow, p] = y.shape;
    const c = x.shape[1];
    return ops.reshape(ops.transpose(ops.reshape(y, [n, oh * ow, p / c, c]), [0, 3, 2, 1]), [
      n,
      p,
      oh * ow,
    ]);
  },
  'F.avg_pool2d': ([x], k) => toFirst(ops.avgPool2d(toLast(x), k.kernel_size as number, pool(k))),
  'F.max_pool2d': ([x], k) => toFirst(ops.maxPool2d(toLast(x), k.kernel_size as number, pool(k))),
  'F.adaptive_avg_pool2d': ([x], _, [size]) =>
    toFirst(ops.adaptiveAvgPool2d(toLast(x), size as [number, number])),
  'F.interpolate': ([x], k) => {
    const { scale_factor: f = 1 } = k;
    const size = k.size ?? ([x.shape[2] * f, x.shape[3] * f] as [number, number]);
    const mode = k.mode as 'nearest' | 'bilinear';
    return toFirst(ops.resize(toLast(x), size, { mode, alignCorners: k.align_corners }));
  },
};
const pool = ({ stride, padding }: K) => ({
  ...(stride === undefined ? {} : { stride }),
  ...(padding === undefined ? {} : { padding }),
});

function call(c: GoldenCase, inputs: Record<string, Tensor>): Tensor {
  const args = (c.args ?? []) as readonly unknown[];
  const isName = (a: unknown): a is string => typeof a === 'string' && a.startsWith('$');
  const tensors = args.filter(isName).map((a) => inputs[a.slice(1)]);
  const rest = args.filter((a) => !isName(a));
  return functions[c.op as string](tensors, (c.kwargs ?? {}) as K, rest);
}

const cases = golden.cases.filter((c) => c.op !== undefined && c.op in functions);

test('the golden file has cases of every function', () => {
  expect(new Set(cases.map((c) => c.op)).size).toBe(Object.keys(functions).length);
});

test.each(cases.map((c) => [c.id, c] as const))('%s', async (_, c) => {
  const inputs = roleOf(golden, c.inputs);
  const [name, output] = Object.entries(c.outputs ?? {})[0];
  const y = call(c, inputs);
  expect(mismatch(await y.data(), golden.values(output), c.tol?.outputs?.[name])).toBe('');
  const proj = Object.values(roleOf(golden, c.proj))[0];
  expect(proj).toBeDefined();
  const grads = grad((x: Record<string, Tensor>) => ops.sum(ops.mul(call(c, x), proj)))(inputs);
  for (const [k, want] of Object.entries(c.grads ?? {})) {
    const got = await grads[k].data();
    expect(mismatch(got, golden.values(want), c.tol?.grads?.[k]), k).toBe('');
  }
});
