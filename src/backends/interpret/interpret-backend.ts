// The oracle: runs a graph node by node with each operation's `reference`, in float64 and by plain
// loops. It shares no code with the compiler or the kernels, so agreement means something.
import { type Graph, topologicalOrder } from '../../compiler/graph.ts';
import type { RefArray, SubGraph } from '../../tensor/define.ts';
import { type HostArray, type HostValues, hostArray } from '../../tensor/dtype.ts';
import { halvesToFloats } from '../../tensor/half.ts';
import type { Storage } from '../../tensor/hooks.ts';
import { sizeOf } from '../../tensor/shape.ts';
import type { Aval, Tensor } from '../../tensor/tensor.ts';
import type { Backend, Executable } from '../backend.ts';

interface RefStorage extends Storage {
  data: Float64Array;
}

const data = (s: Storage): Float64Array => (s as RefStorage).data;

type Run = (inputs: readonly Float64Array[]) => Float64Array[];

/** A function from a graph's inputs to its outputs, all in float64. */
export function interpreter(graph: SubGraph): Run {
  const isInput = new Set(graph.inputs);
  // operands are noted now: tensors forget them once they have values
  const nodes = topologicalOrder(graph.outputs, (t) => isInput.has(t)).map((t) => ({
    t,
    operands: isInput.has(t) ? [] : [...t.inputs],
    call: t.op.lower.kind === 'call' ? interpreter((t.attrs as { graph: SubGraph }).graph) : null,
  }));
  const uses = new Map<Tensor, number>();
  for (const { operands } of nodes) for (const x of operands) uses.set(x, (uses.get(x) ?? 0) + 1);
  for (const t of graph.outputs) uses.set(t, Number.POSITIVE_INFINITY);
  for (const t of graph.inputs) uses.set(t, Number.POSITIVE_INFINITY);
  return (inputs) => {
    const values = new Map<Tensor, Float64Array>(graph.inputs.map((t, i) => [t, inputs[i]]));
    const tuples = new Map<Tensor, Float64Array[]>();
    const left = new Map(uses);
    const value = (t: Tensor): Float64Array => values.get(t) as Float64Array;
    for (const { t, operands, call } of nodes) {
      if (isInput.has(t)) continue;
      if (call) tuples.set(t, call(operands.map(value)));
      else if (t.op.lower.kind === 'pick') {
        const { index } = t.attrs as { index: number };
        values.set(t, (tuples.get(operands[0]) as Float64Array[])[index]);
      } else {
        const refs = operands.map(
          (x): RefArray => ({ shape: x.shape, dtype: x.dtype, data: value(x) }),
        );
        values.set(t, t.op.reference(refs, { attrs: t.attrs, inputs: refs, out: t }));
      }
      for (const x of operands) {
        const n = (left.get(x) as number) - 1;
        left.set(x, n);
        if (n === 0) values.delete(x);
      }
    }
    return graph.outputs.map(value);
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
