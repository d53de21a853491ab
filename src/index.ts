/**
 * The public face of wgrad: operations flat, everything else in namespaces, each of which is also a
 * subpath of the package (`wgrad/nn`).
 * @module wgrad
 */
// Only re-exports live here, and nothing that is reached from here may import a module of Node at load
// time, so that the same bundle runs in browsers.

export { checkGradients, type GradientReport } from './autodiff/check-gradients.ts';
export { checkpoint } from './autodiff/checkpoint.ts';
export { customVjp, stopGradient } from './autodiff/identity.ts';
export {
  grad,
  hessian,
  hvp,
  jacobian,
  jvp,
  treeDot,
  valueAndGrad,
  vjp,
} from './autodiff/transforms.ts';
export type { Backend } from './backends/backend.ts';
/** CLIP: contrastive training on emoji, models as folders, classifying and searching pictures by words. */
export * as contrastive from './clip/index.ts';
/** The emoji data set with its captions, tokenizers, augmentation and loading. */
export * as data from './data/index.ts';
/** Latent diffusion: the emoji model, schedulers, samplers, training, and pipelines as diffusers writes them. */
export * as diffusion from './diffusion/index.ts';
/** Files: safetensors, checkpoints, weights of other libraries, PNG and GIF. */
export * as io from './io/index.ts';
/** Losses as pure functions of tensors: language models, RL, preferences, diffusion, GANs, contrastive. */
export * as losses from './losses/index.ts';
/** Measures of generated pictures, point clouds and their features. */
export * as metrics from './metrics/index.ts';
/** Published networks under their original names and configurations, channels last. */
export * as models from './models/index.ts';
/** Layers as values with `init` and `apply`; parameters are plain trees of tensors. */
export * as nn from './nn/index.ts';
/** Optimizers, clipping, schedules and moving averages: pure functions on trees of parameters. */
export * as optim from './nn/optim/index.ts';
/** Reinforcement learning and preferences: policies, rewards, a page for each algorithm. */
export * as rl from './rl/index.ts';
export { memory, setMemoryBudget } from './runtime/cells.ts';
export { type Compiled, compile } from './runtime/compile.ts';
export type { CompileStats } from './runtime/compile-stats.ts';
export { debugNaN } from './runtime/debug-nan.ts';
export {
  currentDevice,
  type DeviceName,
  device,
  deviceReason,
  useBackend,
  useDevice,
} from './runtime/device.ts';
export { realize } from './runtime/evaluate.ts';
export { print } from './runtime/print.ts';
export { type Profile, profile } from './runtime/profile.ts';
export { scope } from './runtime/scope.ts';
export type { Aval } from './tensor/aval.ts';
export type { OpDef } from './tensor/define.ts';
export { defineOp, registry } from './tensor/define.ts';
export type { DType, HostArray } from './tensor/dtype.ts';
export {
  DeviceError,
  DeviceLostError,
  DTypeError,
  FileError,
  GradientError,
  NonFiniteError,
  OutOfMemoryError,
  ShapeError,
  TreeError,
  WgradError,
} from './tensor/errors.ts';
/** Scalar expressions: what one output element of an operation is. For `defineOp`. */
export * as ir from './tensor/expression-builder.ts';
export * from './tensor/ops/index.ts';
export type { Shape } from './tensor/shape.ts';
export { type NestedArray, Tensor, type TensorLike } from './tensor/tensor.ts';
/** Walks over nested objects and arrays whose leaves are tensors. */
export * as tree from './tensor/tree.ts';
/** Training: learners, the loop around an algorithm, data sets, recipes. */
export * as train from './train/index.ts';
