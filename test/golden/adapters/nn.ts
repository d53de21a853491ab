// Cases of the group `nn`: a torch.nn module with its configuration and parameters under PyTorch's names,
// its outputs, and the gradients of a projection of them. The adapter builds our module from the same
// configuration and arranges the parameters; gradients flow back through the arrangement.
import { vjp } from '../../../src/autodiff/transforms.ts';
import * as nn from '../../../src/nn/index.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type GoldenCase, roleOf } from '../golden.ts';
import type { Adapter, Results } from '../suite.ts';
import { kernel, toFirst, toLast } from './torch-functions.ts';

type Named = Record<string, Tensor>;
type Config = Readonly<Record<string, never>>;

/** What a module sees of a case. */
interface Call {
  readonly c: GoldenCase;
  readonly config: Config;
  readonly x: Named;
  readonly p: Named;
  readonly buffers: Named;
}

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

function attention(p: Named, name = ''): nn.MultiHeadAttentionParams {
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

const block = (p: Named): nn.EncoderBlockParams => ({
  norm1: norm(p, 'norm1.'),
  attention: attention(p, 'self_attn.'),
  norm2: norm(p, 'norm2.'),
  feedForward: { hidden: lin(p, 'linear1.'), out: lin(p, 'linear2.') },
});

const blockOptions = (config: Config): nn.TransformerBlockOptions => ({
  dim: config.d_model,
  heads: config.nhead,
  hidden: config.dim_feedforward,
  norm: config.norm_first ? 'pre' : 'post',
  activation: config.activation === 'gelu' ? ops.gelu : ops.relu,
});

function multiHead({ c, config, x, p }: Call): Named {
  const { x: self, q = self, k = self, v = self, attn_mask, key_padding_mask } = x;
  const layer = nn.multiHeadAttention({
    dim: config.embed_dim,
    heads: config.num_heads,
    keyDim: k.shape[2],
    valueDim: v.shape[2],
  });
  const padding = sees(key_padding_mask); // [n, keys]
  const mask = sees(attn_mask) ?? (padding && ops.expandDims(padding, 1));
  const options = { context: k, values: v, mask };
  const weights = layer.weights(attention(p), q, options); // [n, heads, queries, keys]
  const perHead = (c.call as string).includes('per head');
  return {
    y: layer.apply(attention(p), q, options),
    weights: perHead ? weights : ops.mean(weights, 1),
  };
}

function batchNorm({ c, config, x, p, buffers }: Call): Named {
  const layer = nn.batchNorm(config.num_features);
  const state: nn.BatchNormState = {
    mean: buffers.running_mean,
    variance: buffers.running_var,
    count: ops.reshape(buffers.num_batches_tracked, []),
  };
  const [y, next] = c.train
    ? layer.train(norm(p), toLast(x.x), state)
    : [layer.apply(norm(p), toLast(x.x), state), state];
  return {
    y: toFirst(y),
    running_mean: next.mean,
    running_var: next.variance,
    num_batches_tracked: ops.reshape(next.count, buffers.num_batches_tracked.shape),
  };
}

const modules: Record<string, (call: Call) => Named> = {
  MultiheadAttention: multiHead,
  BatchNorm2d: batchNorm,
  TransformerEncoderLayer: ({ config, x, p }) => ({
    y: nn.encoderBlock(blockOptions(config)).apply(block(p), x.x, { mask: sees(x.mask) }),
  }),
  TransformerDecoderLayer: ({ config, x, p }) => {
    const params = {
      ...block(p),
      cross: attention(p, 'multihead_attn.'),
      norm3: norm(p, 'norm3.'),
    };
    const layer = nn.decoderBlock(blockOptions(config));
    return { y: layer.apply(params, x.x, x.memory, { mask: sees(x.mask) }) };
  },
  Linear: ({ config, x, p }) => ({
    y: nn.linear(config.in_features, config.out_features).apply(lin(p, ''), x.x),
  }),
  Conv2d: ({ config, x, p }) => {
    const { in_channels, out_channels, kernel_size, ...options } = config;
    const layer = nn.conv2d(in_channels, out_channels, kernel_size, options);
    return { y: toFirst(layer.apply({ w: kernel(p.weight), b: p.bias }, toLast(x.x))) };
  },
  ConvTranspose2d: ({ config, x, p }) => {
    const { in_channels, out_channels, kernel_size, ...options } = config;
    const layer = nn.convTranspose2d(in_channels, out_channels, kernel_size, options);
    return { y: toFirst(layer.apply({ w: kernel(p.weight), b: p.bias }, toLast(x.x))) };
  },
  LayerNorm: ({ config, x, p }) => ({
    y: nn.layerNorm(config.normalized_shape).apply(norm(p), x.x),
  }),
  GroupNorm: ({ config, x, p }) => ({
    y: toFirst(nn.groupNorm(config.num_groups, config.num_channels).apply(norm(p), toLast(x.x))),
  }),
  PReLU: ({ config, x, p }) => ({
    y: toFirst(nn.prelu(config.num_parameters).apply({ w: p.weight }, toLast(x.x))),
  }),
  Embedding: ({ config, x, p }) => ({
    y: nn.embedding(config.num_embeddings, config.embedding_dim).apply({ w: p.weight }, x.i),
  }),
  GRUCell: ({ config, x, p }) => ({
    y: nn.gruCell(config.input_size, config.hidden_size).apply(
      {
        input: { w: t2(p.weight_ih), b: p.bias_ih },
        hidden: { w: t2(p.weight_hh), b: p.bias_hh },
      },
      x.x,
      x.h,
    ),
  }),
};

/** Computes a case of `nn`. */
export const nnAdapter: Adapter = (c, golden): Results | undefined => {
  const module = modules[(c.module ?? '').split('.').at(-1) ?? ''];
  if (!module) return undefined;
  const buffers = roleOf(golden, c.buffers);
  const config = (c.config ?? {}) as Config;
  const proj = roleOf(golden, c.proj);
  const start = { x: roleOf(golden, c.inputs), p: roleOf(golden, c.params) };
  const [outputs, pull] = vjp(({ x, p }) => module({ c, config, x, p, buffers }), start);
  const cts = Object.fromEntries(
    Object.entries(outputs).map(([k, y]) => [k, proj[k] ?? ops.zerosLike(y)]),
  );
  const { x, p } = pull(cts);
  return { outputs, grads: x, param_grads: p, buffers_after: outputs };
};
