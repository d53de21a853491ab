// The public face of wgrad: operations flat, everything else in namespaces. Only re-exports live here,
// and nothing that is reached from here may import a module of Node at load time, so that the same
// bundle runs in browsers.

export { checkpoint } from './autodiff/call.ts';
export {
  type CheckOptions,
  checkGradients,
  type GradientReport,
} from './autodiff/check-gradients.ts';
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
export * as data from './data/index.ts';
export * as diffusion from './diffusion/index.ts';
export * as io from './io/index.ts';
export * as losses from './losses/index.ts';
export * as metrics from './metrics/index.ts';
export * as models from './models/index.ts';
export * as nn from './nn/index.ts';
export * as optim from './nn/optim/index.ts';
export { memory, setMemoryBudget } from './runtime/cells.ts';
export {
  type Compiled,
  type CompileOptions,
  type CompileStats,
  compile,
} from './runtime/compile.ts';
export {
  currentDevice,
  type DeviceName,
  type DeviceOptions,
  device,
  deviceReason,
  useBackend,
  useDevice,
} from './runtime/device.ts';
export { realize } from './runtime/evaluate.ts';
export {
  type Profile,
  type ProfileOptions,
  type ProfileRow,
  profile,
  type Roof,
} from './runtime/profile.ts';
export { scope } from './runtime/scope.ts';
export { defineOp, type OpDef, registry } from './tensor/define.ts';
export type { DType, HostArray } from './tensor/dtype.ts';
export {
  DeviceError,
  DeviceLostError,
  DTypeError,
  FileError,
  GradientError,
  OutOfMemoryError,
  ShapeError,
  WgradError,
} from './tensor/errors.ts';
export * as ir from './tensor/ir.ts';
export * from './tensor/ops/index.ts';
export type { Shape } from './tensor/shape.ts';
export { type Aval, type NestedArray, Tensor, type TensorLike } from './tensor/tensor.ts';
export * as tree from './tensor/tree.ts';
