// From a kernel of a program to the dispatches that compute it.

import type { Kernel, SpecialKernel } from '../../../compiler/program.ts';
import type { DType } from '../../../tensor/dtype.ts';
import type { KernelSpec, SpecOf } from '../../../tensor/kernels.ts';
import type { KernelOptions } from '../tuner.ts';
import type { Stages } from '../wgsl/stage.ts';
import { attentionStages, supportsAttention } from './attention.ts';
import { convStages } from './conv.ts';
import { mapStages } from './map.ts';
import { matmulStages } from './matmul.ts';
import { reduceStages } from './reduce.ts';
import { rowsStages } from './rows.ts';
import { scanStages } from './scan.ts';
import { scatterStages } from './scatter.ts';
import { argsortStages } from './sort.ts';

/** How the kernels of one kind are made. */
interface Generator<S extends KernelSpec> {
  supports(kernel: SpecialKernel, s: S, hardware: boolean): boolean;
  stages(kernel: SpecialKernel, s: S, options: KernelOptions): Stages;
}

const allOf =
  (wanted: (d: DType) => boolean) =>
  ({ inputs, outputs }: SpecialKernel): boolean =>
    [...inputs, ...outputs].every(wanted);
const floats = allOf((d) => d === 'f32' || d === 'f16');
const numbers = allOf((d) => d !== 'bool');

const generators: { readonly [K in KernelSpec['kind']]: Generator<SpecOf<K>> } = {
  // products with vectors are reductions
  matmul: { supports: (k, { m, n }) => floats(k) && m > 1 && n > 1, stages: matmulStages },
  conv2d: { supports: floats, stages: convStages },
  scan: { supports: numbers, stages: scanStages },
  argsort: { supports: () => true, stages: argsortStages },
  scatterAdd: { supports: numbers, stages: scatterStages },
  attention: { supports: supportsAttention, stages: attentionStages },
};

const generatorOf = (spec: KernelSpec): Generator<KernelSpec> => generators[spec.kind];

/** The dispatches of a kernel. @throws DTypeError for types that WGSL lacks */
export function generateStages(kernel: Kernel, options: KernelOptions): Stages {
  if (kernel.kind === 'nest') {
    return kernel.reductions.length > 0 ? reduceStages(kernel, options) : mapStages(kernel);
  }
  if (kernel.kind === 'rows') return rowsStages(kernel, options);
  return generatorOf(kernel.spec).stages(kernel, kernel.spec, options);
}

/** True if `generateStages` has a kernel for these operand types. */
export function supportsKernel(kernel: Kernel, hardware = true): boolean {
  if ([...kernel.inputs, ...kernel.outputs].includes('f64')) return false;
  return (
    kernel.kind !== 'special' || generatorOf(kernel.spec).supports(kernel, kernel.spec, hardware)
  );
}
