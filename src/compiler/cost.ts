// What a kernel has to do: arithmetic and memory traffic, from its description alone. Products and
// convolutions count 2 operations for each multiplication and addition of their definition, whatever
// algorithm computes them; nests count the operations of their expressions, each as often as the loops
// that it depends on go round. Traffic is what must be read and written once, as if caches were perfect.

import { byteSize } from '../tensor/dtype.ts';
import type { Expr, Index } from '../tensor/expr.ts';
import { sizeOf } from '../tensor/shape.ts';
import { factsOf } from './kernel-facts.ts';
import type { Kernel, NestKernel, RowsKernel, SpecialKernel } from './program.ts';

/** Work of one kernel. */
export interface Cost {
  /** Floating-point and integer operations; a function such as exp counts as one. */
  readonly flops: number;
  /** Bytes read and written. */
  readonly bytes: number;
}

/** Arithmetic and traffic of a kernel. */
export function kernelCost(kernel: Kernel): Cost {
  switch (kernel.kind) {
    case 'nest':
      return nestCost(kernel);
    case 'rows':
      return rowsCost(kernel);
    case 'special':
      return specialCost(kernel);
  }
}

// For each expression the axes it depends on, from operands up.
function dependencies(kernel: NestKernel): Map<Expr, ReadonlySet<string>> {
  const known = new Map<Expr, ReadonlySet<string>>();
  const ofIndex = (at: Index, into: Set<string>): void => {
    for (const { atom } of at.terms) {
      if (atom.axis) into.add(atom.axis);
      if (atom.arg) ofIndex(atom.arg, into);
      if (atom.expr) for (const a of of(atom.expr)) into.add(a);
    }
  };
  const outputAxes = new Set(kernel.axes.map((_, i) => `i${i}`));
  const of = (e: Expr): ReadonlySet<string> => {
    let axes = known.get(e);
    if (!axes) {
      const found = new Set<string>(e.kind === 'acc' ? outputAxes : []);
      if (e.at) ofIndex(e.at, found);
      for (const x of e.args) for (const a of of(x)) found.add(a);
      axes = found;
      known.set(e, axes);
    }
    return axes;
  };
  for (const r of kernel.reductions) of(r.body);
  for (const r of kernel.results) of(r);
  return known;
}

const computes = (e: Expr): boolean =>
  e.kind === 'unary' || e.kind === 'binary' || e.kind === 'select';

function nestCost(kernel: NestKernel): Cost {
  const sizes = new Map<string, number>();
  kernel.axes.forEach((n, i) => {
    sizes.set(`i${i}`, n);
  });
  kernel.reduceAxes.forEach((n, i) => {
    sizes.set(`r${i}`, n);
  });
  const trips = (axes: Iterable<string>): number => sizeOf([...axes].map((a) => sizes.get(a) ?? 1));
  const points = sizeOf(kernel.axes);
  let flops = points * sizeOf(kernel.reduceAxes) * kernel.reductions.length;
  const read = new Map<number, number>();
  for (const [e, axes] of dependencies(kernel)) {
    if (computes(e)) flops += trips(axes);
    if (e.kind === 'load') {
      const buffer = e.buffer as number;
      read.set(buffer, (read.get(buffer) ?? 0) + trips(axes));
    }
  }
  let bytes = 0;
  for (const [buffer, elements] of read) {
    bytes += Math.min(elements, kernel.inputSizes[buffer]) * byteSize[kernel.inputs[buffer]];
  }
  for (const dtype of kernel.outputs) bytes += points * byteSize[dtype];
  return { flops, bytes };
}

// Stages read each other's results out of the cache, so every buffer counts once.
function rowsCost(kernel: RowsKernel): Cost {
  const largest = new Map<number, number>();
  let flops = 0;
  for (const { kernel: nest, args } of kernel.stages) {
    flops += nestCost(nest).flops;
    nest.inputSizes.forEach((n, k) => {
      largest.set(args[k], n * byteSize[nest.inputs[k]]);
    });
    nest.outputs.forEach((dtype, k) => {
      largest.set(args[nest.inputs.length + k], sizeOf(nest.axes) * byteSize[dtype]);
    });
  }
  return { flops, bytes: [...largest.values()].reduce((a, b) => a + b, 0) };
}

function specialCost({ spec, inputs, inputSizes, outputs }: SpecialKernel): Cost {
  const facts = factsOf(spec);
  const written = facts.results(spec).reduce((n, size, k) => n + size * byteSize[outputs[k]], 0);
  const reads = facts.reads?.(spec) ?? inputSizes;
  const read = reads.reduce(
    (n, size, k) => n + Math.min(size, inputSizes[k]) * byteSize[inputs[k]],
    0,
  );
  return { flops: facts.flops(spec), bytes: read + written };
}
