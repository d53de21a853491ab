// Layers against torch.nn: outputs, gradients of inputs and of parameters under PyTorch's own names. Each
// entry arranges PyTorch's parameters and layouts for ours; gradients flow back through the arrangement.
import { beforeAll, expect, test } from 'vitest';
import { grad } from '../../src/autodiff/transforms.ts';
import * as nn from '../../src/nn/index.ts';
import '../../src/runtime/evaluate.ts';
import { useDevice } from '../../src/runtime/device.ts';
import * as ops from '../../src/tensor/ops/index.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import { type GoldenCase, mismatch, readGolden, roleOf } from '../golden/golden.ts';

beforeAll(async () => {
  await useDevice('interpret');
});

const golden = readGolden('nn');
type T = Record<string, Tensor>;

const t2 = (w: Tensor): Tensor => ops.transpose(w);
const toLast = (x: Tensor): Tensor => ops.transpose(x, [0, 2, 3, 1]);
const toFirst = (y: Tensor): Tensor => ops.transpose(y, [0, 3, 1, 2]);
const kernel = (w: Tensor): Tensor => ops.transpose(w, [2, 3, 1, 0]);
const lin = (p: T, name: string): nn.LinearParams => ({
  w: t2(p[`${name}weight`]),
  b: p[`${name}bias`],
});
const norm = (p: T, name: string): nn.NormParams => ({
  scale: p[`${name}weight`],
  bias: p[`${name}bias`],
});
const sees = (forbidden: Tensor): Tensor => ops.logicalNot(forbidden);

function mha(p: T, name = ''): nn.MultiHeadAttentionParams {
  const dim = p[`${name}out_proj.bias`].shape[0];
  const joint = p[`${name}in_proj_weight`];
  const [q, k, v] = joint
    ? ops.split(joint, dim)
    : ['q', 'k', 'v'].map((s) => p[`${name}${s}_proj_weight`]);
  const [bq, bk, bv] = ops.split(p[`${name}in_proj_bias`], dim);
  return {
    q: { w: t2(q), b: bq },
    k: { w: t2(k), b: bk },
    v: { w: t2(v), b: bv },
    out: lin(p, `${name}out_proj.`),
  };
}

const mlp = (p: T): nn.FeedForwardParams => ({
  hidden: lin(p, 'linear1.'),
  out: lin(p, 'linear2.'),
});
const encoder = (p: T): nn.EncoderBlockParams => ({
  norm1: norm(p, 'norm1.'),
  attention: mha(p, 'self_attn.'),
  norm2: norm(p, 'norm2.'),
  feedForward: mlp(p),
});

const attend = (heads: number, p: T, x: Tensor, options: nn.AttendOptions, average: boolean): T => {
  const dim = x.shape[2];
  const { context = x } = options;
  const valueDim = (options.values ?? context).shape[2];
  const m = nn.multiHeadAttention({ dim, heads, keyDim: context.shape[2], valueDim });
  const weights = m.weights(mha(p), x, options);
  return {
    y: m.apply(mha(p), x, options),
    weights: average ? ops.mean(weights, 1) : weights,
  };
};

const runs: Record<string, (x: T, p: T, buffers: T) => T> = {
  'mha.self.0': ({ x }, p) => attend(2, p, x, {}, true),
  'mha.causal.0': ({ x, attn_mask }, p) => {
    const out = attend(4, p, x, { mask: sees(attn_mask) }, false);
    return out;
  },
  'mha.cross.0': ({ q, k, v }, p) => attend(2, p, q, { context: k, values: v }, true),
  'mha.padding.0': ({ q, k, v, key_padding_mask }, p) => {
    const mask = ops.expandDims(sees(key_padding_mask), 1);
    return attend(2, p, q, { context: k, values: v, mask }, true);
  },
  'encoder.post.0': ({ x }, p) => {
    const block = nn.encoderBlock({
      dim: 8,
      heads: 2,
      hidden: 16,
      norm: 'post',
      activation: ops.relu,
    });
    return { y: block.apply(encoder(p), x) };
  },
  'encoder.pre.0': ({ x, mask }, p) => {
    const block = nn.encoderBlock({ dim: 8, heads: 4, hidden: 12 });
    return { y: block.apply(encoder(p), x, { mask: mask.isFloat ? mask : sees(mask) }) };
  },
  'decoder.pre.0': ({ x, memory, mask }, p) => {
    const block = nn.decoderBlock({ dim: 8, heads: 2, hidden: 16, activation: ops.relu });
    const params = { ...encoder(p), cross: mha(p, 'multihead_attn.'), norm3: norm(p, 'norm3.') };
    return { y: block.apply(params, x, memory, { mask: mask.isFloat ? mask : sees(mask) }) };
  },
  'linear.0': ({ x }, p) => ({ y: nn.linear(4, 3).apply(lin(p, ''), x) }),
  'conv2d.0': ({ x }, p) => {
    const layer = nn.conv2d(3, 4, 3, { stride: 2, padding: 1 });
    return { y: toFirst(layer.apply({ w: kernel(p.weight), b: p.bias }, toLast(x))) };
  },
  'convT.0': ({ x }, p) => {
    const layer = nn.convTranspose2d(3, 2, 4, { stride: 2, padding: 1 });
    return { y: toFirst(layer.apply({ w: kernel(p.weight), b: p.bias }, toLast(x))) };
  },
  'layernorm.0': ({ x }, p) => ({ y: nn.layerNorm(6).apply(norm(p, ''), x) }),
  'groupnorm.0': ({ x }, p) => {
    const last = ops.moveAxis(x, 1, -1);
    return { y: ops.moveAxis(nn.groupNorm(2, 6).apply(norm(p, ''), last), -1, 1) };
  },
  'prelu.0': ({ x }, p) => {
    const y = nn.prelu(3).apply({ w: p.weight }, ops.moveAxis(x, 1, -1));
    return { y: ops.moveAxis(y, -1, 1) };
  },
  'embedding.0': ({ i }, p) => ({ y: nn.embedding(7, 4).apply({ w: p.weight }, i) }),
  'batchnorm2d.train.0': ({ x }, p, buffers) => {
    const layer = nn.batchNorm(3);
    const [y, state] = layer.train(norm(p, ''), toLast(x), running(buffers));
    const { mean, variance, count } = state;
    return { y: toFirst(y), running_mean: mean, running_var: variance, num_batches_tracked: count };
  },
  'batchnorm2d.eval.0': ({ x }, p, buffers) => ({
    y: toFirst(nn.batchNorm(3).apply(norm(p, ''), toLast(x), running(buffers))),
  }),
  'grucell.0': ({ x, h }, p) => {
    const params = {
      input: { w: t2(p.weight_ih), b: p.bias_ih },
      hidden: { w: t2(p.weight_hh), b: p.bias_hh },
    };
    return { y: nn.gruCell(3, 4).apply(params, x, h) };
  },
};
const running = (b: T): nn.BatchNormState => ({
  mean: b.running_mean,
  variance: b.running_var,
  count: ops.reshape(b.num_batches_tracked, []),
});

test('every golden case has its layer', () => {
  expect(golden.cases.map((c) => c.id).sort()).toEqual(Object.keys(runs).sort());
});

async function agrees(got: T, want: GoldenCase['outputs'], tol: GoldenCase['tol'], role: string) {
  for (const [k, name] of Object.entries(want ?? {})) {
    const why = mismatch(await got[k].data(), golden.values(name), tol?.[role]?.[k]);
    expect(why, `${role} ${k}`).toBe('');
  }
}

test.each(golden.cases.map((c) => [c.id, c] as const))('%s', async (id, c) => {
  const [inputs, params, buffers] = [c.inputs, c.params, c.buffers].map((r) => roleOf(golden, r));
  const out = runs[id](inputs, params, buffers);
  await agrees(out, c.outputs, c.tol, 'outputs');
  if (c.buffers_after && c.train) await agrees(out, c.buffers_after, c.tol, 'buffers_after');
  const proj = roleOf(golden, c.proj);
  expect(Object.keys(proj).length).toBeGreaterThan(0);
  const loss = (tree: { x: T; p: T }): Tensor => {
    const y = runs[id](tree.x, tree.p, buffers);
    return Object.entries(proj)
      .map(([k, u]) => ops.sum(ops.mul(y[k], u)))
      .reduce((a, b) => ops.add(a, b));
  };
  const g = grad(loss)({ x: inputs, p: params });
  await agrees(g.x, c.grads, c.tol, 'grads');
  await agrees(g.p, c.param_grads, c.tol, 'param_grads');
});
