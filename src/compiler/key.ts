// Structural keys: equal keys mean that two graphs compute the same function of their inputs, so a plan
// made for one serves the other. Attributes are written out exactly (NaN, infinities and -0 too).
import type { SubGraph } from '../tensor/define.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Graph, topologicalOrder } from './graph.ts';

const exact = (_: string, v: unknown): unknown =>
  typeof v === 'number' && (!Number.isFinite(v) || Object.is(v, -0))
    ? `#${Object.is(v, -0) ? '-0' : v}`
    : v;

const attrKeys = new WeakMap<object, string>();

/** An operation's attributes as text; a call's is the key of the graph it carries. */
export function attrsKey(t: Tensor): string {
  let key = attrKeys.get(t.attrs);
  if (key === undefined) {
    const { kind } = t.op.lower;
    if (kind === 'pick') key = `result ${(t.attrs as { index: number }).index}`;
    else if (kind === 'call') {
      const { graph } = t.attrs as { graph: SubGraph };
      const inputs = new Set(graph.inputs);
      key = graphKey(
        topologicalOrder(graph.outputs, (x) => inputs.has(x)),
        graph,
      );
    } else key = JSON.stringify(t.attrs, exact);
    attrKeys.set(t.attrs, key);
  }
  return key;
}

/** The key of a graph whose nodes are `order` (operands first). */
export function graphKey(order: readonly Tensor[], graph: Graph): string {
  const number = new Map<Tensor, number>();
  const inputs = new Map(graph.inputs.map((t, i) => [t, i]));
  const parts: string[] = [];
  for (const t of order) {
    const n = number.size;
    number.set(t, n);
    parts.push(
      inputs.has(t)
        ? `in${inputs.get(t)} ${t.dtype}[${t.shape}]`
        : `${t.op.name}(${t.inputs.map((x) => number.get(x))})${attrsKey(t)}${t.dtype}[${t.shape}]`,
    );
  }
  return `${parts.join(';')}>${graph.outputs.map((t) => number.get(t))}`;
}
