// Modules of torch.nn that are functions with options: activations, pooling, losses.
import { Tensor } from '../../../src/tensor/tensor.ts';
import { Unsupported } from '../contract.ts';
import type { Call, Named } from './module-call.ts';
import { call } from './torch-call.ts';
import { torchFunction } from './torch-functions.ts';

// modules that are functions: constructor arguments and parameters are the function's keywords
const asFunctions: Readonly<Record<string, string>> = {
  ReLU: 'relu',
  ReLU6: 'relu6',
  SiLU: 'silu',
  Mish: 'mish',
  GELU: 'gelu',
  ELU: 'elu',
  CELU: 'celu',
  SELU: 'selu',
  GLU: 'glu',
  LeakyReLU: 'leaky_relu',
  Sigmoid: 'sigmoid',
  LogSigmoid: 'logsigmoid',
  Tanh: 'tanh',
  Tanhshrink: 'tanhshrink',
  Softplus: 'softplus',
  Softsign: 'softsign',
  Softmax: 'softmax',
  LogSoftmax: 'log_softmax',
  Softmin: 'softmin',
  Hardswish: 'hardswish',
  Hardsigmoid: 'hardsigmoid',
  Hardtanh: 'hardtanh',
  Identity: 'clone',
  Conv1d: 'conv1d',
  ConvTranspose1d: 'conv_transpose1d',
  InstanceNorm2d: 'instance_norm',
  AvgPool1d: 'avg_pool1d',
  AvgPool2d: 'avg_pool2d',
  MaxPool1d: 'max_pool1d',
  MaxPool2d: 'max_pool2d',
  Conv3d: 'conv3d',
  InstanceNorm1d: 'instance_norm',
  Softmax2d: 'softmax',
  Softshrink: 'softshrink',
  Hardshrink: 'hardshrink',
  Threshold: 'threshold',
  RReLU: 'rrelu',
  Flatten: 'flatten',
  Unflatten: 'unflatten',
  Fold: 'fold',
  Bilinear: 'bilinear',
  PairwiseDistance: 'pairwise_distance',
  UpsamplingNearest2d: 'interpolate',
  UpsamplingBilinear2d: 'interpolate',
  AdaptiveAvgPool1d: 'adaptive_avg_pool1d',
  AdaptiveAvgPool2d: 'adaptive_avg_pool2d',
  Upsample: 'interpolate',
  PixelShuffle: 'pixel_shuffle',
  PixelUnshuffle: 'pixel_unshuffle',
  Unfold: 'unfold',
  CosineSimilarity: 'cosine_similarity',
  MSELoss: 'mse_loss',
  L1Loss: 'l1_loss',
  SmoothL1Loss: 'smooth_l1_loss',
  HuberLoss: 'huber_loss',
  CrossEntropyLoss: 'cross_entropy',
  NLLLoss: 'nll_loss',
  BCELoss: 'binary_cross_entropy',
  BCEWithLogitsLoss: 'binary_cross_entropy_with_logits',
  KLDivLoss: 'kl_div',
  SoftMarginLoss: 'soft_margin_loss',
  MarginRankingLoss: 'margin_ranking_loss',
  HingeEmbeddingLoss: 'hinge_embedding_loss',
  CosineEmbeddingLoss: 'cosine_embedding_loss',
  TripletMarginLoss: 'triplet_margin_loss',
  PoissonNLLLoss: 'poisson_nll_loss',
  GaussianNLLLoss: 'gaussian_nll_loss',
  MultiMarginLoss: 'multi_margin_loss',
  MultiLabelSoftMarginLoss: 'multilabel_soft_margin_loss',
};

// keywords that a module has beside its function's defaults
const added: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Softmax2d: { dim: -3 },
  Flatten: { start_dim: 1 },
  UpsamplingNearest2d: { mode: 'nearest' },
  UpsamplingBilinear2d: { mode: 'bilinear', align_corners: true },
};

// constructor arguments that the function calls otherwise
const renamed: Readonly<Record<string, string>> = { unflattened_size: 'sizes', norm: 'p' };

const paddings: Readonly<Record<string, string>> = {
  Zero: 'constant',
  Constant: 'constant',
  Reflection: 'reflect',
  Replication: 'replicate',
};

// one number means every side of every spatial dimension
function padded({ c, config, x }: Call): Named {
  const [, mode, rank] =
    /(Zero|Constant|Reflection|Replication)Pad(\d)d$/.exec(c.module ?? '') ?? [];
  const { padding, ...rest } = config as unknown as { padding: number | number[] };
  const pad = typeof padding === 'number' ? Array(2 * Number(rank)).fill(padding) : padding;
  const definition = torchFunction('F.pad') as NonNullable<ReturnType<typeof torchFunction>>;
  const keywords = { pad, mode: paddings[mode], ...rest };
  return { y: call(`${c.module}`, definition, Object.values(x), keywords) as Tensor };
}

// arguments that say what the parameters show anyway
const ofParameters =
  /^(in|out)_(channels|features)$|^in[12]_features$|^num_features$|^bias$|^affine$|^inplace$/;

function asFunction({ c, config, x, p }: Call, name: string): Named {
  const module = (c.module ?? '').split('.').at(-1) as string;
  const definition = torchFunction(`F.${name}`);
  if (!definition) throw new Unsupported(`no function ${name}`);
  const weights = 'weight' in p;
  const keywords = Object.entries(config).filter(
    ([k, v]) =>
      !(ofParameters.test(k) || (weights && k === 'kernel_size')) &&
      !(k === 'padding_mode' && (v as unknown) === 'zeros') &&
      !(k === 'track_running_stats' && (v as unknown) === false),
  );
  const y = call(`${c.module}`, definition, Object.values(x), {
    ...added[module],
    ...Object.fromEntries(keywords.map(([k, v]) => [renamed[k] ?? k, v])),
    ...p,
  });
  if (!(y instanceof Tensor)) throw new Unsupported(`${c.module} with several results`);
  return { y };
}

// dropout of nothing, or outside of training
function dropout({ c, config, x }: Call): Named {
  if (c.train && config.p !== 0) throw new Unsupported(`${c.module} draws its own random numbers`);
  return { y: x.x };
}

/** The module of a name as a function of its call; undefined if it is none of these. */
export function functionModule(name: string): ((call: Call) => Named) | undefined {
  if (/^Dropout\d?d?$/.test(name)) return dropout;
  if (/^(Zero|Constant|Reflection|Replication)Pad\dd$/.test(name)) return padded;
  const known = asFunctions[name];
  return known === undefined ? undefined : (c) => asFunction(c, known);
}
