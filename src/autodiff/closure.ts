// Closed graphs: every value that a graph uses and that is not its input becomes an input too.
import { type Graph, topologicalOrder } from '../tensor/graph.ts';
import { isLeaf } from '../tensor/ops/create.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A graph whose last inputs are values from outside or constants made inside. */
export interface Closure {
  readonly graph: Graph;
  readonly captured: readonly Tensor[];
}

const firstNode = new WeakMap<Graph, number>();

/**
 * The smallest id of a closed graph's own nodes: older ones come from outside of it. The gradient's graph
 * takes those as operands too, so that a derivative of the gradient reaches them.
 */
export const firstOwnNode = (graph: Graph): number => firstNode.get(graph) ?? 0;

/** The graph from `inputs` to `outputs`, whose own nodes have ids from `first` on, closed. */
export function close(
  inputs: readonly Tensor[],
  outputs: readonly Tensor[],
  first: number,
): Closure {
  const known = new Set(inputs);
  const given = (t: Tensor): boolean => known.has(t) || isLeaf(t) || t.id < first;
  const captured = topologicalOrder(outputs, given).filter((t) => given(t) && !known.has(t));
  const graph = { inputs: [...inputs, ...captured], outputs };
  firstNode.set(graph, first);
  return { graph, captured };
}
