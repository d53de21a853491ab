// The oracle: runs a graph node by node with each operation's `reference`, in float64 and by plain
// loops. It shares no code with the compiler or the kernels, so agreement means something.

import type { Aval } from '../../tensor/aval.ts';
import { type HostArray, type HostValues, hostArray } from '../../tensor/dtype.ts';
import { type Graph, topologicalOrder } from '../../tensor/graph.ts';
import { halvesToFloats } from '../../tensor/half.ts';
import type { RefArray } from '../../tensor/operation.ts';
import { sizeOf } from '../../tensor/shape.ts';
import type { Storage } from '../../tensor/storage.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Backend, Executable } from '../backend.ts';

interface RefStorage extends Storage {
  data: Float64Array;
}

const data = (s: Storage): Float64Array => (s as RefStorage).data;

type Run = (inputs: readonly Float64Array[]) => Float64Array[];

// What to compute, by numbers: tensors forget their operands once they have values, and a plan must not keep
// tensors alive. A function of its own, so that no closure of the plan shares variables with it.
function instructions(graph: Graph) {
  const isInput = new Set(graph.inputs);
  const order = topologicalOrder(graph.outputs, (t) => isInput.has(t));
  const numbers = new Map<Tensor, number>();
  for (const t of [...graph.inputs, ...order]) {
    if (!numbers.has(t)) numbers.set(t, numbers.size);
  }
  const numberOf = (t: Tensor): number => numbers.get(t) as number;
  // noted now: tensors forget their operands once they have values, and a plan must not keep tensors alive
  const nodes = order
    .filter((t) => !isInput.has(t))
    .map((t) => ({
      n: numberOf(t),
      op: t.op,
      attrs: t.attrs,
      out: { shape: t.shape, dtype: t.dtype },
      operands: t.inputs.map((x) => ({ n: numberOf(x), shape: x.shape, dtype: x.dtype })),
      call: t.op.lower.kind === 'call' ? interpreter((t.attrs as { graph: Graph }).graph) : null,
    }));
  const given = graph.inputs.map(numberOf);
  const results = graph.outputs.map(numberOf);
  const uses = new Array<number>(numbers.size).fill(0);
  for (const { operands } of nodes) for (const { n } of operands) uses[n]++;
  for (const n of [...given, ...results]) uses[n] = Number.POSITIVE_INFINITY;
  return { nodes, given, results, uses };
}

/** A function from a graph's inputs to its outputs, all in float64. */
export function interpreter(graph: Graph): Run {
  const { nodes, given, results, uses } = instructions(graph);
  return (inputs) => {
    const values = new Map<number, Float64Array>(given.map((n, i) => [n, inputs[i]]));
    const tuples = new Map<number, Float64Array[]>();
    const left = [...uses];
    const value = (n: number): Float64Array => values.get(n) as Float64Array;
    for (const { n, op, attrs, out, operands, call } of nodes) {
      if (call) tuples.set(n, call(operands.map((x) => value(x.n))));
      else if (op.lower.kind === 'pick') {
        const { index } = attrs as { index: number };
        values.set(n, (tuples.get(operands[0].n) as Float64Array[])[index]);
      } else {
        const refs = operands.map(
          ({ n: k, shape, dtype }): RefArray => ({ shape, dtype, data: value(k) }),
        );
        values.set(n, op.reference(refs, { attrs, inputs: refs, out }));
      }
      for (const x of operands) if (--left[x.n] === 0) values.delete(x.n);
    }
    return results.map(value);
  };
}

/** The float64 interpreter as a device: slow, exact, for tests and for finding bugs. */
export class InterpretBackend implements Backend {
  readonly name = 'interpret';
  readonly description = 'float64 interpreter (plain loops, the oracle)';
  private used = 0;

  alloc(aval: Aval): Storage {
    const storage: RefStorage = { bytes: sizeOf(aval.shape) * 8, data: new Float64Array(0) };
    this.used += storage.bytes;
    return storage;
  }

  free(storage: Storage): void {
    this.used -= storage.bytes;
    (storage as RefStorage).data = new Float64Array(0);
  }

  upload(storage: Storage, _aval: Aval, values: HostValues): void {
    const numbers = values instanceof Uint16Array ? halvesToFloats(values) : values;
    (storage as RefStorage).data = Float64Array.from(numbers);
  }

  downloadSync(storage: Storage, aval: Aval): HostArray {
    const out = hostArray(aval.dtype, sizeOf(aval.shape));
    out.set(data(storage));
    return out;
  }

  async download(storage: Storage, aval: Aval): Promise<HostArray> {
    return this.downloadSync(storage, aval);
  }

  /** The exact float64 values, for comparisons. */
  exact(storage: Storage): Float64Array {
    return data(storage);
  }

  compile(graph: Graph): Executable {
    const compute = interpreter(graph);
    return {
      run: (inputs, outputs) => {
        const results = compute(inputs.map(data));
        results.forEach((r, i) => {
          (outputs[i] as RefStorage).data = r === data(outputs[i]) ? r : r.slice();
        });
      },
      dispose: () => {},
    };
  }

  async sync(): Promise<void> {}

  memory(): { used: number; pooled: number } {
    return { used: this.used, pooled: 0 };
  }

  dispose(): void {}
}
