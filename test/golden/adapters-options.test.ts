// The adapters where other folders of the same form ask for more than the repository's: options of
// functions, modules, optimizers, losses and procedures, inputs without a batch, manifests as Python writes
// them. Values are PyTorch's for these inputs, or follow from the case by hand.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { use } from '../support/devices.ts';
import { i32, type Row, run, values } from './adapter-values.ts';
import { clipAdapter } from './adapters/clip.ts';
import { integrationAdapter } from './adapters/integration.ts';
import { lossesAdapter } from './adapters/losses.ts';
import { nnAdapter } from './adapters/nn.ts';
import { opsAdapter } from './adapters/ops.ts';
import { pointEAdapter } from './adapters/point-e.ts';
import { scheduleOf } from './adapters/schedules.ts';
import { watched } from './adapters/watched.ts';
import { type Golden, type GoldenCase, type Results, Unsupported } from './contract.ts';
import { fixtures, readGolden } from './golden.ts';

beforeAll(async () => {
  await use('cpu');
});

const t = ops.tensor;
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const row = t([1, 2, 4]);
const image = ops.reshape(t([1, 2, 3, 4, 5, 6]), [1, 2, 3]); // [c, h, w]

const rows: Row[] = [
  ['torch.add', [t([true, false]), t([true, false])], {}, [1, 0]],
  ['torch.remainder', [t([1, -1, 5]), t([infinity, infinity, -3])], {}, [1, infinity, -1]],
  ['torch.sign', [t([nan, -2])], {}, [0, -1]],
  ['torch.fmax', [t([nan, 1]), t([3, nan])], {}, [3, 1]],
  ['torch.xlogy', [t([0, 2]), t([0, 1])], {}, [0, 0]],
  ['torch.copysign', [t([1, 2]), t([-0, 3])], {}, [-1, 2]],
  ['torch.round', [t([1.26])], { decimals: 1 }, [1.3]],
  ['torch.asinh', [t([1e30])], {}, [69.7707]],
  ['torch.acosh', [t([1e30, 0])], {}, [69.7707, nan]],
  ['torch.hypot', [t([infinity, 3]), t([nan, 4])], {}, [infinity, 5]],
  ['torch.nan_to_num', [t([nan, infinity, 1])], { posinf: 7 }, [0, 7, 1]],
  ['torch.isclose', [t([1, 1]), t([1.000001, 1.1])], {}, [1, 0]],
  ['F.softplus', [t([3])], { threshold: 2 }, [3]],
  ['torch.sum', [t(3), 0], {}, [3]],
  ['torch.max', [t(3)], { dim: -1 }, [[3], [0]]],
  ['torch.softmax', [t(3)], { dim: 0 }, [1]],
  [
    'torch.topk',
    [t([1, nan, 3]), 2],
    {},
    [
      [nan, 3],
      [1, 2],
    ],
  ],
  ['torch.median', [t([[4, 1, 3]])], { dim: 1 }, [[3], [2]]],
  ['torch.median', [t([4, nan, 3])], {}, [nan]],
  [
    'torch.cummin',
    [t([3, 1, 2])],
    { dim: 0 },
    [
      [3, 1, 1],
      [0, 1, 1],
    ],
  ],
  ['torch.nansum', [t([1, nan])], {}, [1]],
  [
    'torch.linalg.matrix_norm',
    [
      t([
        [1, -5],
        [2, 2],
      ]),
    ],
    { ord: 1 },
    [7],
  ],
  ['torch.cdist', [t([[0, 0]]), t([[3, 4]])], { p: 'inf' }, [4]],
  ['torch.scatter', [row, 0, i32(1, 1), 5], { reduce: 'add' }, [1, 12, 4]],
  ['torch.scatter_reduce', [row, 0, i32(1, 1), t([4, 9]), 'mean'], {}, [1, 5, 4]],
  [
    'torch.scatter_reduce',
    [row, 0, i32(1, 1), t([4, 9]), 'sum'],
    { include_self: false },
    [1, 13, 4],
  ],
  ['torch.index_fill', [row, 0, i32(2), 9], {}, [1, 2, 9]],
  ['torch.vstack', [[row, row]], {}, [1, 2, 4, 1, 2, 4]],
  ['torch.column_stack', [[row, row]], {}, [1, 1, 2, 2, 4, 4]],
  ['torch.diag', [t([1, 2]), 1], {}, [0, 1, 0, 0, 0, 2, 0, 0, 0]],
  [
    'torch.diag',
    [
      t([
        [1, 2],
        [3, 4],
      ]),
      -1,
    ],
    {},
    [3],
  ],
  ['torch.tensor_split', [row, 2], {}, [[1, 2], [4]]],
  ['torch.tensordot', [t([[1, 2]]), t([[3], [4]])], { dims: 1 }, [11]],
  [
    'torch.rot90',
    [
      t([
        [1, 2],
        [3, 4],
      ]),
    ],
    {},
    [2, 4, 1, 3],
  ],
  ['torch.kron', [t([1, 2]), t([1, 10])], {}, [1, 10, 2, 20]],
  ['torch.cross', [t([[1, 0, 0]]), t([[0, 1, 0]])], {}, [0, 0, 1]],
  ['Tensor.long', [t([1.7, -1.7])], {}, [1, -1]],
  ['F.avg_pool2d', [image, [1, 2]], { ceil_mode: true }, [1.5, 3, 4.5, 6]],
  ['F.max_pool2d', [image, 2], {}, [5]],
  ['F.adaptive_avg_pool2d', [image, [null, 1]], {}, [2, 5]],
  ['F.conv1d', [t([[1, 2, 4]]), t([[[1, 1]]])], {}, [3, 6]],
  [
    'F.interpolate',
    [ops.reshape(row, [1, 1, 3])],
    { scale_factor: 0.7, mode: 'linear' },
    [1.2143, 3.2857],
  ],
  [
    'F.mse_loss',
    [
      t([
        [1, 2],
        [3, 4],
      ]),
      t([1, 2]),
    ],
    { reduction: 'sum' },
    [8],
  ],
  ['F.margin_ranking_loss', [t([1]), t([3]), t([1])], { margin: 0.5 }, [2.5]],
  [
    'F.embedding',
    [
      i32(1),
      t([
        [1, 2],
        [3, 4],
      ]),
    ],
    { padding_idx: 0 },
    [3, 4],
  ],
];

it.each(rows)('%s %#', async (name, args, kwargs, want) => {
  expect(await values(run(name, args, kwargs))).toEqual(want);
});

// a group of tensors in memory
const goldenOf = (tensors: Record<string, Tensor>): Golden => ({
  ...readGolden('metrics'),
  tensor: (name) => tensors[name],
  shape: (name) => tensors[name].shape,
  values: () => [1, 0],
});
const names = (...keys: string[]): Record<string, string> =>
  Object.fromEntries(keys.map((k) => [k, k]));

const outputsOf = (got: Results | undefined): Record<string, Tensor> =>
  got?.outputs as Record<string, Tensor>;

it('takes numbers before index tensors, as PyTorch does and NumPy does not', async () => {
  const x = ops.reshape(ops.arange(12), [2, 3, 2]);
  const c: GoldenCase = { id: 'c', op: 'getitem', inputs: names('x', 'i'), outputs: {} };
  const slice = { start: null, stop: null, step: null };
  const golden = goldenOf({ x, i: i32(1, 0) });
  const at = async (index: unknown) => {
    const { y } = outputsOf((await opsAdapter({ ...c, index }, golden)) as Results);
    return [y.shape, await values(y)];
  };
  expect(await at([0, slice, '$i'])).toEqual([
    [3, 2],
    [1, 0, 3, 2, 5, 4],
  ]);
  expect(await at(['$i', slice, '$i'])).toEqual([
    [2, 3],
    [7, 9, 11, 0, 2, 4],
  ]);
  expect(await at(['...', [[1], [0]]])).toEqual([
    [2, 3, 2, 1],
    [1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10],
  ]);
});

it('spreads a mask of masked_select over the input', async () => {
  const golden = goldenOf({
    x: t([
      [1, 2],
      [3, 4],
    ]),
    m: t([true, false]),
  });
  const c: GoldenCase = {
    id: 'c',
    op: 'torch.masked_select',
    args: ['$x', '$m'],
    inputs: names('x', 'm'),
  };
  expect(await values(outputsOf((await opsAdapter(c, golden)) as Results).y)).toEqual([1, 3]);
});

it('adds a mask of heads and one of padding', async () => {
  const full = readGolden('nn').find('mha.self.0');
  const golden = readGolden('nn');
  const [n, tokens] = golden.shape(full.inputs?.x as string);
  const masks = {
    attn_mask: ops.zeros([n * 2, tokens, tokens], 'bool'),
    key_padding_mask: ops.less(ops.iota([n, tokens], 1), 1),
  };
  const own: Golden = {
    ...golden,
    tensor: (name) => masks[name as 'attn_mask'] ?? golden.tensor(name),
  };
  const inputs = { ...full.inputs, ...names('attn_mask', 'key_padding_mask') };
  const c = { ...full, call: 'm(x, x, x), weights per head', inputs, proj: {} };
  const { weights } = outputsOf((await nnAdapter(c, own)) as Results);
  expect(weights.shape).toEqual([n, 2, tokens, tokens]);
  const first = ops.sliceAxis(weights, 3, [0, 1]);
  expect((await ops.max(first).data())[0]).toBe(0);
  expect((await ops.min(ops.sum(weights, -1)).data())[0]).toBeCloseTo(1, 5);
});

it.each<[string, Record<string, unknown>, number[]]>([
  ['Softmax2d', {}, [1, 1, 1, 1, 1, 1]],
  ['ZeroPad2d', { padding: [1, 0, 0, 0] }, [0, 1, 2, 3, 0, 4, 5, 6]],
  ['Flatten', {}, [1, 2, 3, 4, 5, 6]],
])('builds torch.nn.%s', async (module, config, want) => {
  const golden = goldenOf({ x: ops.expandDims(image, 1) });
  const c: GoldenCase = { id: 'c', module: `torch.nn.${module}`, config, inputs: names('x') };
  expect(await values(outputsOf((await nnAdapter(c, golden)) as Results).y)).toEqual(want);
});

it.each<[string, number[]]>([
  ['torch MultiStepLR(milestones=[1, 3], gamma=0.5)', [2, 1, 1, 0.5]],
  ['torch ConstantLR(factor=0.5, total_iters=2)', [1, 1, 2, 2]],
  ['torch CosineAnnealingWarmRestarts(T_0=2, eta_min=1)', [2, 1.5, 2, 1.5]],
  ["diffusers get_scheduler('polynomial', num_warmup_steps=1, num_training_steps=3)", [0, 2, 1, 0]],
])('reads %s', async (text, want) => {
  const schedule = scheduleOf(text, 2);
  const got = await Promise.all(want.map((_, k) => values(schedule(t(k)))));
  expect(got.flat()).toEqual(want);
});

it('does not know every schedule', () => {
  expect(() => scheduleOf('torch OneCycleLR(max_lr=1)', 2)).toThrow(Unsupported);
  expect(() => scheduleOf('torch StepLR(step_size=2, verbose=True)', 2)).toThrow(/verbose/);
});

it('names options and inputs that it would not look at', () => {
  const { values: seen, done } = watched('f', { a: 1, b: 2, c: null, d: 3 }, { d: () => true });
  expect(seen.a).toBe(1);
  expect(done).toThrow(/f with b=2/);
  expect(Object.keys(seen)).toHaveLength(4);
  expect(done).not.toThrow();

  const losses = readGolden('losses');
  const whiten = losses.find('whiten.0');
  const odd: GoldenCase = { ...whiten, config: { ...whiten.config, power: 3 } };
  expect(() => lossesAdapter(odd, losses)).toThrow(/power=3/);
  const more: GoldenCase = {
    ...whiten,
    inputs: { ...whiten.inputs, z: whiten.inputs?.x as string },
  };
  expect(() => lossesAdapter(more, losses)).toThrow(/the input z/);

  const clip = readGolden('clip');
  const tower = clip.find('clip.0');
  const wider: GoldenCase = { ...tower, config: { ...tower.config, embed_dim: 8 } };
  expect(() => clipAdapter(wider, clip)).toThrow(/embed_dim=8: its parameters have 6/);
  const deep: GoldenCase = { ...tower, config: { ...tower.config, vision_layers: [1, 1, 1, 1] } };
  expect(() => clipAdapter(deep, clip)).toThrow(/ResNet/);

  const clouds = readGolden('point_e');
  const step = clouds.find('gd_psample.0');
  const spaced: GoldenCase = { ...step, config: { ...step.config, respacing: '5' } };
  expect(() => pointEAdapter(spaced, clouds)).toThrow(/respacing="5"/);
});

it('guides and truncates DDIM as AlignProp does', async () => {
  const golden = readGolden('integration');
  const whole = golden.find('ddim_backprop.0');
  const context = whole.inputs?.context as string;
  const twice: GoldenCase = {
    ...whole,
    inputs: { ...whole.inputs, uncond: context },
    guidance_scale: 3,
  };
  const answer = async (c: GoldenCase) => {
    const got = (await integrationAdapter(c, golden)) as unknown as Record<
      'outputs' | 'grads' | 'param_grads',
      Record<string, Tensor>
    >;
    return got;
  };
  const norm = async (x: Tensor): Promise<number> => (await ops.norm(x).data())[0];
  const [plain, guided] = [await answer(whole), await answer(twice)];
  // guidance from a context to itself changes nothing but the gradients' shares
  expect(await norm(ops.sub(plain.outputs.x, guided.outputs.x))).toBeLessThan(1e-4);
  const both = ops.add(guided.grads.context, guided.grads.uncond);
  expect(await norm(ops.sub(both, plain.grads.context))).toBeLessThan(1e-4);
  expect(() => integrationAdapter({ ...whole, guidance_scale: 3 }, golden)).toThrow(/guidance/);

  // no prediction carries a gradient: parameters get none, x gets that of the linear chain
  const cut = await answer({ ...whole, truncate_to_last: 0 });
  expect(await norm(cut.param_grads['conv_in.weight'])).toBe(0);
  expect(await norm(cut.grads.x)).toBeGreaterThan(0);
  const apart = await answer({ ...whole, truncate_to_last: 2, no_grad: ['x'] });
  expect(await norm(apart.grads.x)).toBe(0);
  expect(await norm(apart.param_grads['conv_in.weight'])).toBeGreaterThan(0);
});

it('reads infinities and NaN as Python writes them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  try {
    const manifest =
      '{"cases": [{"id": "a", "kwargs": {"ord": Infinity, "text": "Infinity NaN"}, "value": [NaN, -Infinity, 1]}]}';
    writeFileSync(join(folder, 'metrics.json'), manifest);
    const bytes = readFileSync(join(fixtures, 'metrics.safetensors'));
    writeFileSync(join(folder, 'metrics.safetensors'), bytes);
    const c = readGolden('metrics', folder).find('a');
    expect(c.kwargs).toEqual({ ord: infinity, text: 'Infinity NaN' });
    expect(c.value).toEqual([nan, -infinity, 1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
