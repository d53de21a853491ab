// Cases of the group `nn`: a torch.nn module with its configuration and parameters under PyTorch's names,
// its outputs, and the gradients of a projection of them. The adapter builds our module from the same
// configuration and arranges the parameters; gradients flow back through the arrangement. Modules that
// are functions with options (activations, pooling) go by PyTorch's function of that name.

import { vjp } from '../../../src/autodiff/transforms.ts';
import type { MultiHeadAttentionParams } from '../../../src/nn/attention.ts';
import * as nn from '../../../src/nn/index.ts';
import type { EncoderBlockParams, TransformerBlockOptions } from '../../../src/nn/transformer.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type Adapter, type Results, Unsupported } from '../contract.ts';
import { roleOf } from '../golden.ts';
import { cotangents } from './cotangents.ts';
import { type Call, type Config, type Named, reads, takes } from './module-call.ts';
import { functionModule } from './nn-functions.ts';
import { given, call as torchCall } from './torch-call.ts';
import { torchFunction } from './torch-functions.ts';
import { kernel, toFirst, toLast } from './torch-layout.ts';

const t2 = (w: Tensor): Tensor => ops.transpose(w);
const lin = (p: Named, name: string): nn.LinearParams => ({
  w: t2(p[`${name}weight`]),
  b: p[`${name}bias`],
});
const norm = (p: Named, name = ''): nn.NormParams => ({
  scale: p[`${name}weight`],
  bias: p[`${name}bias`],
});

// PyTorch's boolean masks say what is forbidden, ours what is seen; float masks are added
const sees = (mask?: Tensor): Tensor | undefined =>
  mask && (mask.isFloat ? mask : ops.logicalNot(mask));
const added = (mask: Tensor): Tensor =>
  mask.isFloat ? mask : ops.where(mask, 0, Number.NEGATIVE_INFINITY);

// a mask of positions [queries, keys] and one of padding [n, keys], together [n, queries, keys]
function bothMasks(positions?: Tensor, padding?: Tensor): Tensor | undefined {
  const a = sees(positions);
  const b = padding && ops.expandDims(sees(padding) as Tensor, 1);
  if (!a || !b) return a ?? b;
  return a.isFloat || b.isFloat ? ops.add(added(a), added(b)) : ops.logicalAnd(a, b);
}

// a mask for each head and sample [n * heads, queries, keys] becomes [n, heads, queries, keys]
const ofHeads = (mask: Tensor | undefined, heads: number): Tensor | undefined =>
  mask?.rank === 3
    ? ops.reshape(mask, [mask.shape[0] / heads, heads, mask.shape[1], mask.shape[2]])
    : mask;

// [tokens, n, dim] unless batch_first
const batchFirst = (config: Config, t: Tensor): Tensor =>
  config.batch_first ? t : ops.swapAxes(t, 0, 1);

function attention(p: Named, dim: number, name = ''): MultiHeadAttentionParams {
  const joint = p[`${name}in_proj_weight`];
  const [q, k, v] = joint
    ? ops.split(joint, dim)
    : ['q', 'k', 'v'].map((s) => p[`${name}${s}_proj_weight`]);
  const biases = p[`${name}in_proj_bias`];
  const [bq, bk, bv] = biases ? ops.split(biases, dim) : [];
  return {
    q: { w: t2(q), b: bq },
    k: { w: t2(k), b: bk },
    v: { w: t2(v), b: bv },
    out: lin(p, `${name}out_proj.`),
  };
}

const block = (p: Named, dim: number): EncoderBlockParams => ({
  norm1: norm(p, 'norm1.'),
  attention: attention(p, dim, 'self_attn.'),
  norm2: norm(p, 'norm2.'),
  feedForward: { hidden: lin(p, 'linear1.'), out: lin(p, 'linear2.') },
});

function blockOptions({ config, c }: Call): TransformerBlockOptions {
  const activations: Readonly<Record<string, (x: Tensor) => Tensor>> = {
    relu: ops.relu,
    gelu: ops.gelu,
  };
  const name = config.activation ?? 'relu';
  if (!(name in activations)) throw new Unsupported(`${c.module} with activation=${name}`);
  return {
    dim: config.d_model,
    heads: config.nhead,
    hidden: config.dim_feedforward ?? 2048,
    norm: config.norm_first ? 'pre' : 'post',
    activation: activations[name],
    ...given({ eps: config.layer_norm_eps as number }),
  };
}

const blockNames = 'd_model nhead dim_feedforward activation layer_norm_eps batch_first norm_first';

// a call on one sample: a batch of one for the call
function unbatched(f: (call: Call) => Named, call: Call): Named {
  const axis = call.config.batch_first === false || !('batch_first' in call.config) ? 1 : 0;
  const one = (t: Tensor): Tensor => (t.isFloat && t.rank === 2 ? ops.expandDims(t, axis) : t);
  const x = Object.fromEntries(Object.entries(call.x).map(([k, t]) => [k, one(t)]));
  const { y, ...rest } = f({ ...call, x });
  const others = Object.entries(rest).map(([k, t]) => [k, ops.squeeze(t, 0)]);
  return { y: ops.squeeze(y, axis), ...Object.fromEntries(others) };
}

function multiHead(call: Call): Named {
  takes(call, 'embed_dim num_heads kdim vdim batch_first bias');
  reads(call, 'x q k v attn_mask key_padding_mask');
  const { c, config, x, p } = call;
  const { x: self, q: q0 = self, k: k0 = self, v: v0 = k0, attn_mask, key_padding_mask } = x;
  if (q0.rank === 2) return unbatched(multiHead, call);
  const [q, k, v] = [q0, k0, v0].map((t) => batchFirst(config, t));
  const layer = nn.MultiHeadAttention({
    dim: config.embed_dim,
    heads: config.num_heads,
    keyDim: k.shape[2],
    valueDim: v.shape[2],
  });
  const ofAll = ofHeads(attn_mask, config.num_heads);
  const mask =
    ofAll?.rank === 4 && key_padding_mask
      ? ops.add(
          added(sees(ofAll) as Tensor),
          ops.expandDims(added(sees(key_padding_mask) as Tensor), [1, 2]),
        )
      : bothMasks(ofAll, key_padding_mask);
  const options = { context: k, values: v, mask };
  const params = attention(p, config.embed_dim);
  const weights = layer.weights(params, q, options); // [n, heads, queries, keys]
  const perHead = /weights per head|average_attn_weights=False/.test(String(c.call));
  return {
    y: batchFirst(config, layer.apply(params, q, options)),
    weights: perHead ? weights : ops.mean(weights, 1),
  };
}

function encoder(call: Call): Named {
  takes(call, blockNames);
  reads(call, 'x mask src_mask src_key_padding_mask key_padding_mask padding_mask');
  const { config, x, p } = call;
  const padding = x.src_key_padding_mask ?? x.key_padding_mask ?? x.padding_mask;
  const mask = bothMasks(x.mask ?? x.src_mask, padding);
  const layer = nn.EncoderBlock(blockOptions(call));
  const y = layer.apply(block(p, config.d_model), batchFirst(config, x.x), { mask });
  return { y: batchFirst(config, y) };
}

function decoder(call: Call): Named {
  takes(call, blockNames);
  reads(call, 'x memory mask tgt_mask memory_mask tgt_key_padding_mask memory_key_padding_mask');
  const { config, x, p } = call;
  const params = {
    ...block(p, config.d_model),
    cross: attention(p, config.d_model, 'multihead_attn.'),
    norm3: norm(p, 'norm3.'),
  };
  const options = {
    mask: bothMasks(x.mask ?? x.tgt_mask, x.tgt_key_padding_mask),
    memoryMask: bothMasks(x.memory_mask, x.memory_key_padding_mask),
  };
  const [target, memory] = [x.x, x.memory].map((t) => batchFirst(config, t));
  const y = nn.DecoderBlock(blockOptions(call)).apply(params, target, memory, options);
  return { y: batchFirst(config, y) };
}

// a module that is PyTorch's function of its inputs, parameters and options
function applied(c: Call, name: string, config: Config, passed: string): Named {
  const definition = torchFunction(`F.${name}`) as NonNullable<ReturnType<typeof torchFunction>>;
  const options = Object.entries(config).filter(([k]) => !passed.split(' ').includes(k));
  const inputs = name === 'embedding' ? Object.values(c.x) : [c.x.x];
  const y = torchCall(`${c.c.module}`, definition, inputs, {
    ...Object.fromEntries(options),
    ...c.p,
  });
  return { y: y as Tensor };
}

function batchNorm(call: Call): Named {
  const { c, config, x, p, buffers } = call;
  // without running statistics, batches are always normalised by their own
  if ((config.track_running_stats as unknown) === false) {
    const own: Config = { ...config, training: true as never };
    return applied(call, 'batch_norm', own, 'num_features affine track_running_stats');
  }
  takes(call, 'num_features eps momentum affine');
  if (config.momentum === null) throw new Unsupported(`${c.module} with a cumulative average`);
  const options = given({ eps: config.eps as number, momentum: config.momentum as number });
  const layer = nn.BatchNorm(config.num_features, options);
  const state: nn.BatchNormState = {
    mean: buffers.running_mean,
    variance: buffers.running_var,
    count: ops.reshape(buffers.num_batches_tracked, []),
  };
  const [last, first] = x.x.rank > 2 ? [toLast, toFirst] : [(t: Tensor) => t, (t: Tensor) => t];
  const [y, next] = c.train
    ? layer.train(norm(p), last(x.x), state)
    : [layer.apply(norm(p), last(x.x), state), state];
  return {
    y: first(y),
    running_mean: next.mean,
    running_var: next.variance,
    num_batches_tracked: ops.reshape(next.count, buffers.num_batches_tracked.shape),
  };
}

// other paddings than zeros come before the convolution
function paddedConvolution(call: Call, mode: string): Named {
  const { config, x } = call;
  const { padding = 0 as never, padding_mode, ...rest } = config;
  if (mode === 'zeros') return applied(call, 'conv2d', { ...rest, padding }, ofConvolution);
  if (typeof (padding as unknown) === 'string') throw new Unsupported(`${mode} padding=${padding}`);
  const [h, w = h] = [padding].flat() as number[];
  const pad = [w, w, h, h];
  const definition = torchFunction('F.pad') as NonNullable<ReturnType<typeof torchFunction>>;
  const wide = torchCall('F.pad', definition, [x.x, pad], { mode }) as Tensor;
  return applied({ ...call, x: { x: wide } }, 'conv2d', rest, ofConvolution);
}
const ofConvolution = 'in_channels out_channels kernel_size bias';

function convolution(call: Call): Named {
  const { config, x, p } = call;
  const names = 'in_channels out_channels kernel_size stride padding dilation groups bias';
  const mode = (config.padding_mode ?? 'zeros') as string;
  if (mode !== 'zeros' || x.x.rank === 3) return paddedConvolution(call, mode);
  takes(call, names);
  const { in_channels, out_channels, kernel_size, stride, padding, dilation, groups } = config;
  const options = given({ stride, padding, dilation, groups });
  const layer = nn.Conv2d(in_channels, out_channels, kernel_size, options);
  return { y: toFirst(layer.apply({ w: kernel(p.weight), b: p.bias }, toLast(x.x))) };
}

function transposedConvolution(call: Call): Named {
  const names =
    'in_channels out_channels kernel_size stride padding output_padding dilation groups';
  takes(call, `${names} bias`);
  const { config, x, p } = call;
  const { in_channels, out_channels, kernel_size, output_padding: outputPadding } = config;
  const { stride, padding, dilation, groups } = config;
  const options = given({ stride, padding, outputPadding, dilation, groups });
  const layer = nn.ConvTranspose2d(in_channels, out_channels, kernel_size, options);
  return { y: toFirst(layer.apply({ w: kernel(p.weight), b: p.bias }, toLast(x.x))) };
}

// a cell's input and state [n, ...]; a state that is not given is zero, and one sample is a batch of one
function stateOf({ x: given, config }: Call) {
  const alone = given.x.rank === 1;
  const lift = (t: Tensor): Tensor => (alone ? ops.expandDims(t, 0) : t);
  const x = lift(given.x);
  const h = given.h ? lift(given.h) : ops.zeros([x.shape[0], config.hidden_size]);
  return { x, h, first: (y: Tensor): Tensor => (alone ? ops.squeeze(y, 0) : y) };
}

// W x + b + U h + c
function gates(p: Named, x: Tensor, h: Tensor): Tensor {
  const sum = ops.add(ops.matmul(x, t2(p.weight_ih)), ops.matmul(h, t2(p.weight_hh)));
  return p.bias_ih ? ops.add(sum, ops.add(p.bias_ih, p.bias_hh)) : sum;
}

const modules: Record<string, (call: Call) => Named> = {
  MultiheadAttention: multiHead,
  TransformerEncoderLayer: encoder,
  TransformerDecoderLayer: decoder,
  BatchNorm1d: batchNorm,
  BatchNorm2d: batchNorm,
  BatchNorm3d: batchNorm,
  Conv2d: convolution,
  ConvTranspose2d: transposedConvolution,
  Linear: (call) => {
    takes(call, 'in_features out_features bias');
    const { config, x, p } = call;
    return { y: nn.Linear(config.in_features, config.out_features).apply(lin(p, ''), x.x) };
  },
  LayerNorm: (call) => {
    takes(call, 'normalized_shape eps elementwise_affine');
    const { config, x, p } = call;
    const sizes = [config.normalized_shape].flat() as number[];
    if (sizes.length !== 1) {
      return applied(call, 'layer_norm', config, 'elementwise_affine');
    }
    const layer = nn.LayerNorm(sizes[0], given({ eps: config.eps as number }));
    return { y: layer.apply(norm(p), x.x) };
  },
  GroupNorm: (call) => {
    takes(call, 'num_groups num_channels eps affine');
    const { config, x, p } = call;
    const options = given({ eps: config.eps as number });
    const layer = nn.GroupNorm(config.num_groups, config.num_channels, options);
    return { y: toFirst(layer.apply(norm(p), toLast(x.x))) };
  },
  PReLU: (call) => {
    takes(call, 'num_parameters init');
    const { config, x, p } = call;
    const layer = nn.PReLU(config.num_parameters ?? 1);
    return { y: toFirst(layer.apply({ w: p.weight }, toLast(x.x))) };
  },
  Embedding: (call) => {
    takes(call, 'num_embeddings embedding_dim padding_idx');
    const { config, x, p } = call;
    if ((config.padding_idx ?? null) !== null) {
      return applied(call, 'embedding', config, 'num_embeddings embedding_dim');
    }
    const layer = nn.Embedding(config.num_embeddings, config.embedding_dim);
    return { y: layer.apply({ w: p.weight }, x.i ?? x.x) };
  },
  GRUCell: (call) => {
    takes(call, 'input_size hidden_size bias');
    const { config, p } = call;
    const { x, h, first } = stateOf(call);
    const params = {
      input: { w: t2(p.weight_ih), b: p.bias_ih },
      hidden: { w: t2(p.weight_hh), b: p.bias_hh },
    };
    return { y: first(nn.GRUCell(config.input_size, config.hidden_size).apply(params, x, h)) };
  },
  RNNCell: (call) => {
    takes(call, 'input_size hidden_size bias nonlinearity');
    const { x, h, first } = stateOf(call);
    const act = (call.config.nonlinearity as unknown) === 'relu' ? ops.relu : ops.tanh;
    return { y: first(act(gates(call.p, x, h))) };
  },
};

const moduleOf = (name: string): ((call: Call) => Named) | undefined =>
  modules[name] ?? functionModule(name);

/** Computes a case of `nn`. */
export const nnAdapter: Adapter = (c, golden): Results | undefined => {
  const module = moduleOf(c.module?.match(/^torch\.nn\.(\w+)$/)?.[1] ?? '');
  if (!module) return undefined;
  const buffers = roleOf(golden, c.buffers);
  const config = (c.config ?? {}) as Config;
  const start = { x: roleOf(golden, c.inputs), p: roleOf(golden, c.params) };
  const [outputs, pull] = vjp(({ x, p }) => module({ c, config, x, p, buffers }), start);
  const { x, p } = pull(cotangents(c, golden, outputs));
  return { outputs, grads: x, param_grads: p, buffers_after: outputs };
};
