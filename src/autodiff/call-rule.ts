// The gradient of a call is another call, which takes the operands and the cotangents and computes again
// what it needs inside: that is gradient checkpointing (Chen et al. 2016), with nothing kept but operands.
// The recomputation lives in a graph of its own, so it is never merged with the original.
import type { Graph } from '../tensor/graph.ts';
import { call, callAttrs, callResults } from '../tensor/ops/call.ts';
import { placeholder } from '../tensor/ops/create.ts';
import { collectPrints } from '../tensor/prints.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { transform } from '../tensor/transform-depth.ts';
import { type Closure, close, firstOwnNode } from './closure.ts';
import type { ResultCotangents } from './cotangent-sums.ts';
import { alias } from './identity.ts';

type Backward = (
  outputs: readonly Tensor[],
  cts: readonly Tensor[],
  wrt: readonly Tensor[],
) => Tensor[];

const gradients = new WeakMap<Graph, Map<string, Closure>>();

// The graph (inputs, cotangents of some outputs) -> cotangents of some inputs, made once per pattern.
function gradientGraph(
  graph: Graph,
  which: readonly number[],
  needs: readonly boolean[],
  backward: Backward,
): Closure {
  const key = `${which}|${needs}`;
  const known = gradients.get(graph) ?? new Map<string, Closure>();
  gradients.set(graph, known);
  let found = known.get(key);
  if (!found) {
    const cts = which.map((i) => placeholder(graph.outputs[i]));
    const wrt = graph.inputs.filter((_, i) => needs[i]);
    // a gradient of the inside is made once and run many times: rules do not print there
    const { result: grads } = collectPrints(() =>
      transform(() =>
        backward(
          which.map((i) => graph.outputs[i]),
          cts,
          wrt,
        ),
      ),
    );
    found = close([...graph.inputs, ...cts], grads.map(alias), firstOwnNode(graph));
    known.set(key, found);
  }
  return found;
}

/**
 * Cotangents of a call's operands, given those of some of its results. `backward` is the tape walk, which
 * differentiates the inside as it does everything else.
 */
export function callRule(
  t: Tensor,
  parts: ResultCotangents,
  needs: readonly boolean[],
  backward: Backward,
): (Tensor | null)[] {
  const { graph, fusion } = callAttrs(t);
  if (fusion?.rule) {
    const cts = graph.outputs.map((_, i) => parts.get(i));
    const grads = fusion.rule(cts, { operands: t.inputs, results: callResults(t), needs });
    return needs.map((n, i) => (n ? grads[i] : null));
  }
  const which = [...parts.keys()].sort((a, b) => a - b);
  const inner = gradientGraph(graph, which, needs, backward);
  const cts = which.map((i) => parts.get(i) as Tensor);
  const grads = call(inner.graph, [...t.inputs, ...cts, ...inner.captured]);
  let next = 0;
  return needs.map((n) => (n ? grads[next++] : null));
}
