// From a kernel of a program to the dispatches that compute it.

import type { Kernel } from '../../../compiler/program.ts';
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

/** The dispatches of a kernel. @throws DTypeError for types that WGSL lacks */
export function generateStages(kernel: Kernel, options: KernelOptions): Stages {
  if (kernel.kind === 'nest') {
    return kernel.reductions.length > 0 ? reduceStages(kernel, options) : mapStages(kernel);
  }
  if (kernel.kind === 'rows') return rowsStages(kernel, options);
  const spec = kernel.spec;
  switch (spec.kind) {
    case 'matmul':
      return matmulStages(kernel, spec, options);
    case 'conv2d':
      return convStages(kernel, spec, options);
    case 'scan':
      return scanStages(kernel, spec);
    case 'argsort':
      return argsortStages(kernel, spec);
    case 'scatterAdd':
      return scatterStages(kernel, spec);
    case 'attention':
      return attentionStages(kernel, spec, options);
  }
}

/** True if `generateStages` has a kernel for these operand types. */
export function supportsKernel(kernel: Kernel, hardware = true): boolean {
  const types = [...kernel.inputs, ...kernel.outputs];
  if (types.includes('f64')) return false;
  if (kernel.kind !== 'special') return true;
  switch (kernel.spec.kind) {
    case 'matmul':
      // products with vectors are reductions
      return (
        types.every((t) => t === 'f32' || t === 'f16') && kernel.spec.m > 1 && kernel.spec.n > 1
      );
    case 'conv2d':
      return types.every((t) => t === 'f32' || t === 'f16');
    case 'argsort':
      return true;
    case 'attention':
      return supportsAttention(kernel, kernel.spec, hardware);
    case 'scan':
    case 'scatterAdd':
      return types.every((t) => t !== 'bool');
  }
}
