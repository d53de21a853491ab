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
};

// arguments that say what the parameters show anyway
const ofParameters = /^(in|out)_channels$|^num_features$|^bias$|^affine$|^inplace$/;

function asFunction({ c, config, x, p }: Call, name: string): Named {
  const definition = torchFunction(`F.${name}`);
  if (!definition) throw new Unsupported(`no function ${name}`);
  const weights = 'weight' in p;
  const keywords = Object.entries(config).filter(
    ([k]) => !(ofParameters.test(k) || (weights && k === 'kernel_size')),
  );
  const y = call(`${c.module}`, definition, Object.values(x), {
    ...Object.fromEntries(keywords),
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
  const known = asFunctions[name];
  return known === undefined ? undefined : (c) => asFunction(c, known);
}
