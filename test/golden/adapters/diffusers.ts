// Cases of the group `diffusers_models`: a module of diffusers with its configuration, its parameters under
// the names of its state dict, its outputs, and the gradients of a projection of them. A module is built
// from the case's own configuration; parameters are put into its tree by their names inside the function
// that is differentiated, so gradients come out under these names again.

import { vjp } from '../../../src/autodiff/transforms.ts';
import {
  attentionLayer,
  basicTransformerBlock,
  feedForwardLayer,
} from '../../../src/models/attention.ts';
import { timestepEmbedding, timesteps } from '../../../src/models/embeddings.ts';
import * as models from '../../../src/models/index.ts';
import {
  downsample2D,
  resnetBlock2D,
  type Upsample2DParams,
  upsample2D,
} from '../../../src/models/resnet.ts';
import { transformer2DModel } from '../../../src/models/transformer-2d.ts';
import * as nn from '../../../src/nn/index.ts';
import { WgradError } from '../../../src/tensor/errors.ts';
import * as ops from '../../../src/tensor/ops/index.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { type Adapter, Unsupported } from '../contract.ts';
import { roleOf } from '../golden.ts';
import { autoencoderModules } from './autoencoders.ts';
import { toFirst, toLast } from './torch-functions.ts';
import { watched } from './watched.ts';

type Named = Readonly<Record<string, Tensor>>;

/** What a module sees of a case; the models themselves check the configuration. */
interface ModuleCall {
  readonly config: never;
  readonly x: Named;
  readonly p: Named;
}

const key = ops.random.key(0);
const withState = <P>(model: { init(key: Tensor): P }, p: Named): P =>
  nn.fromStateDict(model.init(key), p);

// PyTorch's images are [n, c, h, w]; tokens [n, tokens, c] stay
const last = (x: Tensor): Tensor => (x.rank === 4 ? toLast(x) : x);
const first = (y: Tensor): Tensor => (y.rank === 4 ? toFirst(y) : y);

// a module of one input, and perhaps a second, to one output
const layer =
  (build: (config: never) => nn.Module<unknown, [Tensor, Tensor?]>, second = '', prefix = '') =>
  ({ config, x, p }: ModuleCall): Named => {
    const model = build(config);
    const named = Object.entries(p).map(([k, v]) => [k.replace(prefix, 'conv.'), v] as const);
    const params = withState(model, prefix ? Object.fromEntries(named) : p);
    return { y: first(model.apply(params, last(x.x), x[second])) };
  };

// linear(x) + scale alpha / rank up(down x); without alpha, alpha is the rank
function lora({ config, x, p }: ModuleCall): Named {
  const c = config as { rank: number; network_alpha: number | null; scale: number };
  const weight = (name: string): Tensor => ops.transpose(p[`linear.${name}weight`]);
  const base = { linear: { w: weight(''), b: p['linear.bias'] } };
  const pair = { a: weight('lora_layer.down.'), b: weight('lora_layer.up.') };
  const strength = c.scale * ((c.network_alpha ?? c.rank) / c.rank);
  const { linear } = nn.applyLora(base, { 'linear.w': pair }, strength);
  const [inputs, outputs] = linear.w.shape;
  return { y: nn.Linear(inputs, outputs).apply(linear, x.x) };
}

const modules: Record<string, (call: ModuleCall) => Named> = {
  ...autoencoderModules,
  UNet2DModel: ({ config, x, p }) => {
    const model = models.unet2DModel(config);
    return { sample: toFirst(model.apply(withState(model, p), toLast(x.x), x.t, x)) };
  },
  UNet2DConditionModel: ({ config, x, p }) => {
    const model = models.unet2DConditionModel(config);
    const { t, context } = x;
    return { sample: toFirst(model.apply(withState(model, p), toLast(x.x), t, context, x)) };
  },
  Transformer2DModel: ({ config, x, p }) => {
    const model = transformer2DModel(config);
    return { sample: toFirst(model.apply(withState(model, p), toLast(x.x), x.context)) };
  },
  ResnetBlock2D: layer(resnetBlock2D, 'temb'),
  // outside of a network the reference also calls this convolution by an older name
  Downsample2D: layer(downsample2D, '', 'Conv2d_0.'),
  Upsample2D: layer((config) => {
    const { init, apply } = upsample2D(config);
    return { init, apply: (p: Upsample2DParams, x: Tensor) => apply(p, x) };
  }),
  Attention: layer(attentionLayer, 'context'),
  BasicTransformerBlock: layer(basicTransformerBlock, 'context'),
  FeedForward: layer(feedForwardLayer),
  TimestepEmbedding: layer(timestepEmbedding),
  Timesteps: ({ config, x }) => ({ y: timesteps(x.t, config) }),
  LoRALinearLayer: lora,
};

/** Computes a case of `diffusers_models`. */
export const diffusersAdapter: Adapter = (c, golden) => {
  const module = modules[/\w+$/.exec(c.module ?? '')?.[0] ?? ''];
  if (!module) return undefined;
  const config = c.config as never;
  const start = { x: roleOf(golden, c.inputs), p: roleOf(golden, c.params) };
  try {
    const [outputs, pull] = vjp(({ x, p }) => {
      const inputs = watched(c.module as string, x);
      const made = module({ config, x: inputs.values, p });
      inputs.done();
      return made;
    }, start);
    if (!c.proj) return { outputs };
    const proj = roleOf(golden, c.proj);
    const cts = Object.entries(outputs).map(([k, y]) => [k, proj[k] ?? ops.zerosLike(y)]);
    const { x, p } = pull(Object.fromEntries(cts));
    return { outputs, grads: x, param_grads: p };
  } catch (error) {
    if (error instanceof WgradError && /is not implemented|there is no option/.test(error.message))
      throw new Unsupported(error.message);
    throw error;
  }
};
