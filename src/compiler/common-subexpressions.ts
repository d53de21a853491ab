// Merging equal nodes: the same operation on the same operands with the same attributes is computed
// once, and nodes that exist for the tape only (alias, stopGradient) vanish. The insides of calls are graphs of their own and are not touched, so a recomputation stays one.
import type { AnyOp } from '../tensor/define.ts';
import { type Graph, topologicalOrder } from '../tensor/graph.ts';
import { Tensor } from '../tensor/tensor.ts';
import { attrsKey } from './key.ts';

/** The nodes to compute, operands first, and the outputs among them. */
export interface Canonical {
  readonly order: Tensor[];
  readonly outputs: Tensor[];
}

// A copy of a node with other operands; made without announcing a new tensor to scopes.
function withInputs(t: Tensor, inputs: readonly Tensor[]): Tensor {
  const copy = Object.create(Tensor.prototype) as Tensor;
  const own = { inputs, op: t.op as AnyOp, storage: undefined, host: undefined, past: undefined };
  return Object.assign(copy, t, own);
}

/** Replaces equal nodes by the first of them, and nodes that only serve the tape by their value. */
export function mergeEqual(graph: Graph): Canonical {
  const inputs = new Set(graph.inputs);
  const order = topologicalOrder(graph.outputs, (t) => inputs.has(t)).sort((a, b) => a.id - b.id);
  const canonical = new Map<Tensor, Tensor>();
  const byKey = new Map<string, Tensor>();
  const kept: Tensor[] = [];
  for (const t of order) {
    if (inputs.has(t)) {
      canonical.set(t, t);
      kept.push(t);
      continue;
    }
    const operands = t.inputs.map((x) => canonical.get(x) as Tensor);
    if (t.op.lower.kind === 'map' && t.op.lower.identity) {
      canonical.set(t, operands[0]);
      continue;
    }
    const key = `${t.op.name} ${operands.map((x) => x.id)} ${attrsKey(t)} ${t.dtype}`;
    const known = byKey.get(key);
    if (known) {
      canonical.set(t, known);
      continue;
    }
    const node = operands.every((x, i) => x === t.inputs[i]) ? t : withInputs(t, operands);
    byKey.set(key, node);
    canonical.set(t, node);
    kept.push(node);
  }
  return { order: kept, outputs: graph.outputs.map((t) => canonical.get(t) as Tensor) };
}
