// What the WebGPU tests share: a backend (no adapter is a failure, never a skip), programs of one
// hand-built kernel, seeded values and error measures.

import type { WebGPUBackend } from '../../src/backends/webgpu/webgpu-backend.ts';
import type {
  Kernel,
  NestKernel,
  Program,
  Slot,
  SpecialKernel,
} from '../../src/compiler/program.ts';
import type { DType, HostArray } from '../../src/tensor/dtype.ts';
import type { Expr, ReduceOp } from '../../src/tensor/expr.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import type { KernelSpec } from '../../src/tensor/kernels.ts';

let keys = 0;

/** A nest with everything that is not given filled in. */
export function nest(n: {
  axes: number[];
  reduceAxes?: number[];
  reductions?: { op: ReduceOp; body: Expr }[];
  results: Expr[];
  inputs: DType[];
  outputs: DType[];
  inputSizes: number[];
}): NestKernel {
  return {
    kind: 'nest',
    reduceAxes: [],
    reductions: [],
    inPlace: n.inputs.map(() => false),
    key: `test ${keys++}`,
    ...n,
  };
}

/** A special kernel of f32 operands, unless dtypes are given. */
export const special = (
  spec: KernelSpec,
  inputSizes: number[],
  inputs: DType[] = inputSizes.map(() => 'f32'),
  output: DType = 'f32',
): SpecialKernel => ({
  kind: 'special',
  spec,
  inputs,
  outputs: [output],
  inputSizes,
  key: `test ${keys++}`,
});

/** a + 2 b on n elements. */
export const twoPlus = (n: number): NestKernel => {
  ir.resetExpressions();
  const i = ix.axis('i0', n);
  const sum = ir.add(ir.mul(ir.load(0, i, 'f32'), ir.constant(2, 'f32')), ir.load(1, i, 'f32'));
  return nest({
    axes: [n],
    results: [sum],
    inputs: ['f32', 'f32'],
    outputs: ['f32'],
    inputSizes: [n, n],
  });
};

/** A program of one kernel whose arguments are the program's inputs and outputs. */
export function programOf(
  backend: WebGPUBackend,
  kernel: Kernel,
  outputSizes: number[],
  label: string = kernel.kind,
): Program {
  const inputs = kernel.inputs.map((dtype, i) => ({ dtype, shape: [kernel.inputSizes[i]] }));
  const outputs = kernel.outputs.map((dtype, i) => ({ dtype, shape: [outputSizes[i]] }));
  const bytes = (a: { dtype: DType; shape: number[] }): number =>
    a.shape[0] * (backend.capabilities.bytes(a.dtype) as number);
  const slots: Slot[] = [
    ...inputs.map((a, index) => ({ kind: 'input' as const, index, bytes: bytes(a) })),
    ...outputs.map((a, index) => ({ kind: 'output' as const, index, bytes: bytes(a) })),
  ].map((slot, value) => ({ ...slot, offset: 0, value }));
  return {
    name: 'test',
    inputs,
    outputs,
    slots,
    steps: [{ kernel, args: slots.map((_, i) => i), label }],
    tempBytes: 0,
    donations: new Map(),
  };
}

/** Runs one kernel on values and reads its outputs. */
export async function runKernel(
  backend: WebGPUBackend,
  kernel: Kernel,
  inputs: readonly HostArray[],
  outputSizes: number[],
): Promise<HostArray[]> {
  const program = programOf(backend, kernel, outputSizes);
  const executable = backend.load(program);
  const from = inputs.map((values, i) => {
    const storage = backend.alloc(program.inputs[i]);
    backend.upload(storage, program.inputs[i], values);
    return storage;
  });
  const to = program.outputs.map((aval) => backend.alloc(aval));
  executable.run(from, to);
  const results = await Promise.all(to.map((s, i) => backend.download(s, program.outputs[i])));
  for (const s of [...from, ...to]) backend.free(s);
  return results;
}

/** Deterministic values in [-1, 1). */
export function randomValues(count: number, seed = 1): Float32Array<ArrayBuffer> {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
}

/** Largest |a - b| / (|b| + scale); infinities and NaN must agree. */
export function worstError(a: ArrayLike<number>, b: ArrayLike<number>, scale = 1): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    if (Object.is(a[i], b[i]) || a[i] === b[i]) continue;
    const e = Math.abs(a[i] - b[i]) / (Math.abs(b[i]) + scale);
    if (!(e <= worst)) worst = Number.isNaN(e) ? Number.POSITIVE_INFINITY : e;
  }
  return worst;
}
