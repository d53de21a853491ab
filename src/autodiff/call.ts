// Call nodes: a closed computation as one node of the graph. It is planned once and can be replayed many
// times. Its gradient is another call, which takes the operands and the cotangents and recomputes what
// it needs inside: that is gradient checkpointing (Chen et al. 2016), with nothing kept but operands.
// The recomputation lives in a graph of its own, so it is never merged with the original.
import type { SubGraph } from '../tensor/define.ts';
import { topologicalOrder } from '../tensor/graph.ts';
import { call, callAttrs, callResults } from '../tensor/ops/call.ts';
import { isLeaf, placeholder } from '../tensor/ops/create.ts';
import { collectPrints, emit } from '../tensor/prints.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { transform } from '../tensor/transform-depth.ts';
import { leaves, map } from '../tensor/tree.ts';
import { watch } from '../tensor/watch.ts';
import { checkFunction, checkSync, noOptions } from './arguments.ts';
import { backward } from './backward.ts';
import { alias } from './identity.ts';

/** A graph whose last inputs are values from outside or constants made inside. */
interface Closure {
  readonly graph: SubGraph;
  readonly captured: readonly Tensor[];
}

// Makes every value that `outputs` use and that is not an input an input too.
function close(
  inputs: readonly Tensor[],
  outputs: readonly Tensor[],
  outer: (t: Tensor) => boolean,
): Closure {
  const known = new Set(inputs);
  const given = (t: Tensor): boolean => known.has(t) || isLeaf(t) || outer(t);
  const captured = topologicalOrder(outputs, given).filter((t) => given(t) && !known.has(t));
  return { graph: { inputs: [...inputs, ...captured], outputs }, captured };
}

// Nodes older than a graph's first own node come from outside of it; the gradient's graph takes them as
// operands too, so that a derivative of the gradient reaches them.
const firstNode = new WeakMap<SubGraph, number>();

const gradients = new WeakMap<SubGraph, Map<string, Closure>>();

// The graph (inputs, cotangents of some outputs) -> cotangents of some inputs, made once per pattern.
function gradientGraph(
  graph: SubGraph,
  which: readonly number[],
  needs: readonly boolean[],
): Closure {
  const key = `${which}|${needs}`;
  const known = gradients.get(graph) ?? new Map<string, Closure>();
  gradients.set(graph, known);
  let found = known.get(key);
  if (!found) {
    const first = firstNode.get(graph) ?? 0;
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
    found = close([...graph.inputs, ...cts], grads.map(alias), (t) => t.id < first);
    firstNode.set(found.graph, first);
    known.set(key, found);
  }
  return found;
}

/** Cotangents of a call's operands, given those of some of its results. */
export function callVjp(
  t: Tensor,
  parts: ReadonlyMap<number, Tensor>,
  needs: readonly boolean[],
): (Tensor | null)[] {
  const { graph, fusion } = callAttrs(t);
  if (fusion?.rule) {
    const cts = graph.outputs.map((_, i) => parts.get(i));
    const grads = fusion.rule(cts, { operands: t.inputs, results: callResults(t), needs });
    return needs.map((n, i) => (n ? grads[i] : null));
  }
  const which = [...parts.keys()].sort((a, b) => a - b);
  const inner = gradientGraph(graph, which, needs);
  const cts = which.map((i) => parts.get(i) as Tensor);
  const grads = call(inner.graph, [...t.inputs, ...cts, ...inner.captured]);
  let next = 0;
  return needs.map((n) => (n ? grads[next++] : null));
}

/**
 * `f` as a call node: under differentiation only its arguments are kept and the inside is computed
 * again (gradient checkpointing). Arguments and results are trees of tensors; tensors that f closes
 * over are arguments too and get gradients.
 */
export function checkpoint<A extends unknown[], R>(
  f: (...args: A) => R,
  none?: undefined,
): (...args: A) => R {
  checkFunction('checkpoint', f);
  noOptions('checkpoint', none, 'it keeps the arguments and computes everything else again');
  return (...args) => {
    if (watch.created) return f(...args); // each operation is to be seen
    const what = `checkpoint(${f.name || 'function'})`;
    const given = leaves(args, `${what}: the list of arguments`);
    const inputs: Tensor[] = [];
    const traced = map(args, (leaf) => {
      const p = placeholder(leaf, leaf.label);
      p.weak = leaf.weak;
      inputs.push(p);
      return p;
    });
    const before = placeholder({ shape: [], dtype: 'f32' }).id;
    const { result, prints } = collectPrints(() => transform(() => f(...(traced as unknown as A))));
    checkSync(what, result);
    const outer = (t: Tensor): boolean => t.id < before;
    // an output that is an argument or comes from outside still needs a node of its own inside
    const returned = leaves(result, `${what}: what the function returned`);
    const outputs = [...returned, ...prints.map((p) => p.value)].map((t) =>
      inputs.includes(t) || outer(t) || isLeaf(t) ? alias(t) : t,
    );
    const { graph, captured } = close(inputs, outputs, outer);
    firstNode.set(graph, before);
    const results = call(graph, [...given, ...captured]);
    prints.forEach((p, k) => {
      emit({ ...p, value: results[returned.length + k] });
    });
    let i = 0;
    return map(result, () => results[i++]) as R;
  };
}
