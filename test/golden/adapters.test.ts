// The adapters of PyTorch's functions, expressions and modules beyond the cases of the folder: arguments by
// position and by name, defaults, options; values are small enough to check by hand. What is not offered
// says so.
import { beforeAll, expect, it } from 'vitest';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { i32, type Row, run, values } from './adapter-values.ts';
import { expressionOf } from './adapters/expression.ts';
import { nnAdapter } from './adapters/nn.ts';
import { opsAdapter } from './adapters/ops.ts';
import { type Golden, type GoldenCase, Unsupported } from './contract.ts';
import { readGolden } from './golden.ts';

beforeAll(async () => {
  await use('cpu');
});

const t = ops.tensor;
const x = t([
  [1, -2, 3],
  [4, 5, -6],
]);
const row = t([1, 2, 4]);
const image = ops.reshape(t([1, 2, 3, 4, 5, 6, 7, 8]), [1, 2, 2, 2]); // [n, c, h, w]

const rows: Row[] = [
  ['torch.sum', [x, 1], {}, [2, 3]],
  ['torch.sum', [], { input: x, dim: 0 }, [5, 3, -3]],
  ['Tensor.sum', [x, [0, 1], true], {}, [5]],
  ['torch.div', [x, 2], { rounding_mode: 'trunc' }, [0, -1, 1, 2, 2, -3]],
  ['torch.div', [x, 4], { rounding_mode: 'floor' }, [0, -1, 0, 1, 1, -2]],
  ['torch.remainder', [x, 4], {}, [1, 2, 3, 0, 1, 2]],
  ['torch.fmod', [x, 4], {}, [1, -2, 3, 0, 1, -2]],
  ['torch.clamp', [x, -1, 3], {}, [1, -1, 3, 3, 3, -1]],
  ['F.softplus', [t([0])], { beta: 2 }, [0.3466]],
  ['F.elu', [t([-1]), 2], {}, [-1.2642]],
  ['F.celu', [t([-1])], { alpha: 2 }, [-0.7869]],
  ['F.glu', [t([1, 2, 0, 0])], {}, [0.5, 1]],
  ['F.prelu', [x, t([0.5])], {}, [1, -1, 3, 4, 5, -3]],
  ['torch.max', [x], {}, [5]],
  [
    'torch.max',
    [x, 1, true],
    {},
    [
      [3, 5],
      [2, 1],
    ],
  ],
  ['torch.max', [row, t([3, 1, 1])], {}, [3, 2, 4]],
  ['torch.argmax', [x], {}, [4]],
  ['torch.argmin', [x], { dim: 0, keepdim: true }, [0, 0, 1]],
  ['torch.var', [row, false], {}, [1.5556]],
  ['torch.var', [row, 0], { correction: 2 }, [4.6667]],
  ['torch.norm', [row], {}, [4.5826]],
  ['torch.linalg.norm', [row, 1], { dim: 0 }, [7]],
  ['torch.linalg.vector_norm', [x], { ord: 'inf' }, [6]],
  ['F.softmin', [t([0, 0])], { dim: 0 }, [0.5, 0.5]],
  [
    'torch.sort',
    [row],
    { descending: true },
    [
      [4, 2, 1],
      [2, 1, 0],
    ],
  ],
  ['torch.topk', [row, 1], { largest: false }, [[1], [0]]],
  ['torch.squeeze', [ops.reshape(row, [1, 3]), 1], {}, [1, 2, 4]],
  ['Tensor.expand', [row, 2, -1], {}, [1, 2, 4, 1, 2, 4]],
  ['torch.movedim', [x, 0, 1], {}, [1, 4, -2, 5, 3, -6]],
  ['torch.split', [row, [1, 2]], {}, [[1], [2, 4]]],
  ['torch.roll', [x, 1], {}, [-6, 1, -2, 3, 4, 5]],
  ['torch.flip', [x, [0, 1]], {}, [-6, 5, 4, 3, -2, 1]],
  ['torch.repeat_interleave', [t([1, 2]), 2], {}, [1, 1, 2, 2]],
  ['torch.tril', [x, -1], {}, [0, 0, 0, 4, 0, 0]],
  ['torch.select', [x, 1, -1], {}, [3, -6]],
  ['torch.scatter', [row, 0, i32(1), 9], {}, [1, 9, 4]],
  ['torch.index_add', [row, 0, i32(1), t([3])], { alpha: 2 }, [1, 8, 4]],
  ['torch.addmm', [t([[1]]), t([[2]]), t([[3]])], { beta: 10, alpha: 2 }, [22]],
  ['F.avg_pool2d', [image, [1, 2]], {}, [1.5, 3.5, 5.5, 7.5]],
  ['F.max_pool1d', [ops.reshape(row, [1, 1, 3]), 2], { stride: 1 }, [2, 4]],
  ['F.interpolate', [image, [1, 1]], {}, [1, 5]],
  ['F.interpolate', [ops.reshape(row, [1, 1, 3])], { scale_factor: 2 }, [1, 1, 2, 2, 4, 4]],
  ['F.conv1d', [ops.reshape(row, [1, 1, 3]), t([[[1, 1]]])], { padding: [1] }, [1, 3, 6, 4]],
  ['F.mse_loss', [row, t([1, 1, 1])], { reduction: 'sum' }, [10]],
  ['F.smooth_l1_loss', [t([3]), t([0])], { beta: 2 }, [2]],
  ['F.huber_loss', [t([3]), t([0])], { delta: 2 }, [4]],
  [
    'F.nll_loss',
    [
      t([
        [-1, -2],
        [-3, -4],
      ]),
      i32(0, 1),
    ],
    { weight: t([1, 3]) },
    [3.25],
  ],
  [
    'F.cross_entropy',
    [t([[0, 0]]), i32(1)],
    { label_smoothing: 0.2, reduction: 'none' },
    [Math.round(Math.LN2 * 1e4) / 1e4],
  ],
  [
    'F.cross_entropy',
    [
      t([
        [0, 0],
        [0, 0],
      ]),
      i32(1, 0),
    ],
    { ignore_index: 0, reduction: 'sum' },
    [Math.round(Math.LN2 * 1e4) / 1e4],
  ],
  ['F.binary_cross_entropy_with_logits', [t([0]), t([1])], { pos_weight: t([3]) }, [2.0794]],
  ['F.normalize', [ops.reshape(t([3, 4]), [1, 2])], {}, [0.6, 0.8]],
  ['torch.asinh', [t([1e-3, -2])], {}, [0.001, -1.4436]],
  ['torch.acosh', [t([1, 2])], {}, [0, 1.317]],
  ['torch.atanh', [t([0.5])], {}, [0.5493]],
  ['torch.logit', [t([0, 0.75])], { eps: 0.25 }, [-1.0986, 1.0986]],
  ['torch.erfc', [t([0, 1])], {}, [1, 0.1573]],
  ['F.softshrink', [x], { lambd: 2 }, [0, 0, 1, 2, 3, -4]],
  ['F.hardshrink', [x, 2], {}, [0, 0, 3, 4, 5, -6]],
  ['F.threshold', [x, 1, 9], {}, [9, 9, 3, 4, 5, 9]],
  ['torch.var_mean', [row], { unbiased: false }, [[1.5556], [2.3333]]],
  ['torch.diff', [row], { n: 2 }, [1]],
  ['F.fold', [ops.reshape(t([1, 2, 3, 4]), [1, 2, 2]), [1, 3], [1, 2]], {}, [1, 5, 4]],
  [
    'F.soft_margin_loss',
    [t([0]), t([1])],
    { reduction: 'sum' },
    [Math.round(Math.LN2 * 1e4) / 1e4],
  ],
  ['F.pairwise_distance', [t([[3, 4]]), t([[0, 0]])], {}, [5]],
  ['F.normalize', [row], { p: 1, dim: 0 }, [0.1429, 0.2857, 0.5714]],
];

it.each(rows)('%s %#', async (name, args, kwargs, want) => {
  expect(await values(run(name, args, kwargs))).toEqual(want);
});

it.each<[string, unknown[], Record<string, unknown>, RegExp]>([
  ['torch.sum', [x], { dtype: 'complex64' }, /the dtype/],
  ['torch.neg', [x, 1], {}, /torch\.neg with 2 arguments/],
  ['F.interpolate', [image], { size: 3, mode: 'lanczos' }, /mode="lanczos"/],
  ['F.max_pool2d', [image, 2], { return_indices: true }, /return_indices=true/],
  ['torch.scatter', [row, 0, i32(1), 9], { reduce: 'multiply' }, /reduce="multiply"/],
  ['torch.linalg.norm', [x, 2], {}, /a matrix norm of order 2/],
  ['torch.linalg.norm', [x, 'nuc'], {}, /order "nuc"/],
  ['torch.fft.fft', [x], {}, /torch\.fft\.fft/],
  ['Tensor.cauchy', [x, 0, 1], {}, /Tensor\.cauchy/],
])('%s %#: unsupported options are named', (name, args, kwargs, message) => {
  expect(() => run(name, args, kwargs)).toThrow(Unsupported);
  expect(() => run(name, args, kwargs)).toThrow(message);
});

it.each<[string, number]>([
  ['-x ** 2 + 2 * x', -3],
  ['(x - 1) / 4 - x // 2', -0.5],
  ['2 ** -1 * x', 1.5],
  ['2 ** x ** 1', 8],
  ['x.exp().log()', 3],
  ['torch.cat([x.reshape(1), torch.ones_like(x).reshape(1)], dim=0).sum()', 4],
  ["F.mse_loss(x, torch.zeros_like(x), reduction='sum')", 9],
  ['torch.where(x > 1 + 1, x ** 2, torch.zeros(1)).sum()', 9],
  ['x.reshape(1, 1)[:, 0].sum() + x.reshape(1)[-1] * x.numel()', 6],
  ['torch.ones(2, 3)[..., 1:].sum() + torch.ones([2])[::2][None, 0].sum()', 5],
  ['torch.sum(x.reshape(1, 1) @ x.reshape(1, 1).T) * x.reshape(1).shape[-1]', 9],
])('evaluates %s', async (source, want) => {
  expect(await values(expressionOf(source)({ x: t(3) }))).toEqual([want]);
});

it.each([
  ['x + y', /the expression x \+ y/],
  ['torch.fft.fft(x)', /torch\.fft\.fft/],
  ['x +', /the expression/],
  ['x x', /after x/],
  ['x ? 1', /at \? 1/],
])('does not evaluate %s', (source, message) => {
  expect(() => expressionOf(source)({ x: t(3) })).toThrow(Unsupported);
  expect(() => expressionOf(source)({ x: t(3) })).toThrow(message);
});

it('refuses constructor arguments that it would not look at', () => {
  const modules: [string, Record<string, unknown>, RegExp][] = [
    ['Linear', { in_features: 2, out_features: 2, gain: 1 }, /Linear with gain=1/],
    ['Conv2d', { in_channels: 1, groups: 1, gain: 2 }, /gain=2/],
    ['Dropout', { p: 0.5 }, /random/],
    ['MaxPool2d', { kernel_size: 2, return_indices: true }, /return_indices/],
  ];
  const golden = readGolden('nn');
  const inputs = golden.find('conv2d.0').inputs;
  for (const [module, config, message] of modules) {
    const c: GoldenCase = { id: module, module: `torch.nn.${module}`, config, inputs, train: true };
    expect(() => nnAdapter(c, golden)).toThrow(Unsupported);
    expect(() => nnAdapter(c, golden)).toThrow(message);
  }
});

it('indexes as PyTorch does', async () => {
  const golden: Golden = {
    ...readGolden('ops'),
    tensor: (name) => (name === 'x' ? x : name === 'i' ? i32(1, 0) : t(Uint8Array.of(0, 1, 1))),
    values: () => [0, 1, 1],
    shape: () => [3],
  };
  const at = async (index: unknown): Promise<unknown> => {
    const inputs = { x: 'x', i: 'i', m: 'm' };
    const got = await opsAdapter({ id: 'c', op: 'getitem', index, inputs, outputs: {} }, golden);
    const { y } = (got as { outputs: Record<string, Tensor> }).outputs;
    return [y.shape, await values(y)];
  };
  const slice = (start: number | null, stop: number | null, step: number | null = null) => ({
    start,
    stop,
    step,
  });
  expect(await at([-1])).toEqual([[3], [4, 5, -6]]);
  expect(await at([slice(null, null), -1])).toEqual([[2], [3, -6]]);
  expect(await at(['...', null, slice(-2, null)])).toEqual([
    [2, 1, 2],
    [-2, 3, 5, -6],
  ]);
  expect(await at(['$i', slice(null, null, 2)])).toEqual([
    [2, 2],
    [4, -6, 1, 3],
  ]);
  expect(await at([0, '$i'])).toEqual([[2], [-2, 1]]);
  expect(await at([slice(null, null), '$m'])).toEqual([
    [2, 2],
    [-2, 3, 5, -6],
  ]);
  expect(await at([slice(1, 1)])).toEqual([[0, 3], []]);
});
