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
  const stack: { node: Tensor; next: number }[] = [];
  for (const out of outputs) {
    if (seen.has(out)) continue;
    seen.add(out);
    stack.push({ node: out, next: 0 });
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const inputs = stop(top.node) ? [] : top.node.inputs;
      if (top.next < inputs.length) {
        const child = inputs[top.next++];
        if (!seen.has(child)) {
          seen.add(child);
          stack.push({ node: child, next: 0 });
        }
      } else {
        order.push(top.node);
        stack.pop();
      }
    }
  }
  return order;
}
