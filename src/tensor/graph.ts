// A graph as the compiler sees it: placeholders in, tensors out. Whatever is reachable from the outputs
// and is neither an input nor a leaf is to be computed.
import type { Tensor } from './tensor.ts';

/** A closed computation. `inputs` are placeholders or tensors that already have values. */
export interface Graph {
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
}

/** Nodes reachable from `outputs`, operands first, stopping at `stop`; iterative, linear. */
export function topologicalOrder(
  outputs: readonly Tensor[],
  stop: (t: Tensor) => boolean = () => false,
): Tensor[] {
  const order: Tensor[] = [];
  const seen = new Set<Tensor>();
  // the path from an output to the node at work, and the next operand to look at on each
  const path: Tensor[] = [];
  const next: number[] = [];
  const enter = (t: Tensor): void => {
    if (seen.has(t)) return;
    seen.add(t);
    if (t.inputs.length === 0 || stop(t)) order.push(t);
    else {
      path.push(t);
      next.push(0);
    }
  };
  for (const out of outputs) {
    enter(out);
    while (path.length > 0) {
      const top = path.length - 1;
      const node = path[top];
      const { inputs } = node;
      if (next[top] < inputs.length) enter(inputs[next[top]++]);
      else {
        order.push(node);
        path.pop();
        next.pop();
      }
    }
  }
  return order;
}
