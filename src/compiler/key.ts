// Structural keys: equal keys mean that two graphs compute the same function of their inputs, so a plan
// made for one serves the other. Attributes are written out exactly (NaN, infinities and -0 too).
import type { Tensor } from '../tensor/tensor.ts';
import type { Graph } from './graph.ts';

const exact = (_: string, v: unknown): unknown =>
  typeof v === 'number' && (!Number.isFinite(v) || Object.is(v, -0))
    ? `#${Object.is(v, -0) ? '-0' : v}`
    : v;

const attrKeys = new WeakMap<object, string>();

/** An operation's attributes as text. Calls carry whole graphs, which are identified by themselves. */
export function attrsKey(t: Tensor): string {
  let key = attrKeys.get(t.attrs);
  if (key === undefined) {
    key = t.op.lower.kind === 'call' ? `graph ${t.id}` : JSON.stringify(t.attrs, exact);
    attrKeys.set(t.attrs, key);
  }
  return key;
}

/** The key of a graph whose nodes are `order` (operands first). */
export function graphKey(order: readonly Tensor[], graph: Graph): string {
  const number = new Map<Tensor, number>();
  const inputs = new Set(graph.inputs);
  const parts: string[] = [];
  for (const t of order) {
    const n = number.size;
    number.set(t, n);
    parts.push(
      inputs.has(t)
        ? `in ${t.dtype}[${t.shape}]`
        : `${t.op.name}(${t.inputs.map((x) => number.get(x))})${attrsKey(t)}${t.dtype}[${t.shape}]`,
    );
  }
  return `${parts.join(';')}>${graph.outputs.map((t) => number.get(t))}`;
}
