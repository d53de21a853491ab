// What a compiled function does, in figures.
import { type Cost, kernelCost } from '../compiler/cost.ts';
import type { Program } from '../compiler/program.ts';
import { type Graph, topologicalOrder } from '../tensor/graph.ts';

/** What a compiled function's latest program does. */
export interface CompileStats {
  /** Nodes of the traced graph that compute something (views, constants and the like do not). */
  readonly operations: number;
  /** Kernels launched per call. */
  readonly kernels: number;
  /** Arithmetic of one call, and the bytes that its kernels read and write. */
  readonly flops: number;
  readonly bytes: number;
  /** The same kernel by kernel, in the order of their launch. */
  readonly perKernel: readonly ({ readonly label: string } & Cost)[];
  /** Bytes of temporaries that are planned for one call. */
  readonly tempBytes: number;
  /** Bytes of temporaries and results that are not donated. */
  readonly peakBytes: number;
  /** Shape combinations traced so far. */
  readonly traces: number;
}

// Nodes that compute, those inside of calls too.
function countOperations(graph: Graph): number {
  const inputs = new Set(graph.inputs);
  let n = 0;
  for (const t of topologicalOrder(graph.outputs, (x) => inputs.has(x))) {
    const { lower } = t.op;
    if (inputs.has(t) || lower.kind === 'pick') continue;
    if (lower.kind === 'call') n += countOperations((t.attrs as { graph: Graph }).graph);
    else if (lower.kind !== 'map' || !(lower.free || lower.identity)) n++;
  }
  return n;
}

/** The figures of a graph whose plan is `program`. */
export function statsOf(graph: Graph, program: Program | undefined, traces: number): CompileStats {
  const outBytes = (program?.slots ?? []).reduce(
    (n, s) => n + (s.kind === 'output' && !program?.donations.has(s.index) ? s.bytes : 0),
    0,
  );
  const perKernel = (program?.steps ?? []).map(({ kernel, label }) => ({
    label,
    ...kernelCost(kernel),
  }));
  const tempBytes = program?.tempBytes ?? 0;
  return {
    operations: countOperations(graph),
    kernels: perKernel.length,
    flops: perKernel.reduce((n, k) => n + k.flops, 0),
    bytes: perKernel.reduce((n, k) => n + k.bytes, 0),
    perKernel,
    tempBytes,
    peakBytes: tempBytes + outBytes,
    traces,
  };
}
