// The oracle: runs a graph node by node with each operation's `reference`, in float64 and by plain
// loops. It shares no code with the compiler or the kernels, so agreement means something.
import { type Graph, topologicalOrder } from '../../compiler/graph.ts';
import type { RefArray, SubGraph } from '../../tensor/define.ts';
import { hostArray, type HostArray } from '../../tensor/dtype.ts';
import type { Storage } from '../../tensor/hooks.ts';
import { sizeOf } from '../../tensor/shape.ts';
import type { Aval, Tensor } from '../../tensor/tensor.ts';
import type { Backend, Executable } from '../backend.ts';

interface RefStorage extends Storage {
  data: Float64Array;
}

const data = (s: Storage): Float64Array => (s as RefStorage).data;

/** Values of a graph's outputs for given inputs, all in float64. */
export function interpret(graph: SubGraph, inputs: readonly Float64Array[]): Float64Array[] {
  const values = new Map<Tensor, Float64Array>();
  const tuples = new Map<Tensor, Float64Array[]>();
  graph.inputs.forEach((t, i) => {
    values.set(t, inputs[i]);
  });
  const order = topologicalOrder(graph.outputs, (t) => values.has(t));
  const uses = new Map<Tensor, number>();
  for (const t of order) for (const x of t.inputs) uses.set(x, (uses.get(x) ?? 0) + 1);
  for (const t of graph.outputs) uses.set(t, Number.POSITIVE_INFINITY);
  for (const t of order) {
    if (values.has(t)) continue;
    const kind = t.op.lower.kind;
    if (kind === 'call') {
      const { graph: inner } = t.attrs as { graph: SubGraph };
      tuples.set(t, interpret(inner, t.inputs.map((x) => values.get(x) as Float64Array)));
    } else if (kind === 'pick') {
      const { index } = t.attrs as { index: number };
      values.set(t, (tuples.get(t.inputs[0]) as Float64Array[])[index]);
    } else {
      const refs: RefArray[] = t.inputs.map((x) => ({
        shape: x.shape,
        dtype: x.dtype,
        data: values.get(x) as Float64Array,
      }));
      values.set(t, t.op.reference(refs, { attrs: t.attrs, inputs: refs, out: t }));
    }
    for (const x of t.inputs) {
      const left = (uses.get(x) ?? 1) - 1;
      uses.set(x, left);
      if (left === 0 && !graph.inputs.includes(x)) values.delete(x);
    }
  }
  return graph.outputs.map((t) => values.get(t) as Float64Array);
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

  upload(storage: Storage, _aval: Aval, values: HostArray): void {
    (storage as RefStorage).data = Float64Array.from(values);
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
    return {
      run: (inputs, outputs) => {
        const results = interpret(graph, inputs.map(data));
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
