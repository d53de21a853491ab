// What to keep of a graph beside the values that are asked for. Nodes on the way to a value are temporaries: a
// forward pass keeps nothing. But a node that is needed again and again is evidently held by somebody (the
// parameters of a loop that reads its loss only): computing it anew each time, with all that led to it,
// costs more with every step. So a node that was computed twice without being kept is kept the third
// time, and its operands, the history, are let go. Only the frontier is kept: nodes that new work reads.
import type { Tensor } from '../tensor/tensor.ts';
import { pastOf } from './cells.ts';
import type { GraphRecord } from './plans.ts';

const enough = 2;

/** Positions in `order` of the nodes to keep, ascending. `has`: whether a node has its value already. */
export function toKeep(
  order: readonly Tensor[],
  wanted: ReadonlySet<Tensor>,
  record: GraphRecord,
  has: (t: Tensor) => boolean,
): number[] {
  let repeated = false;
  for (let i = 0; i < order.length; i++) {
    if (has(order[i])) continue;
    const past = pastOf(order[i]);
    if (past.times >= enough) repeated = true;
    if (past.times === 0) {
      past.graph = record;
      past.position = i;
    }
  }
  if (repeated) learn(order, wanted, has);
  const kept: number[] = [];
  const chosen = repeated || record.keep.size > 0;
  for (let i = 0; i < order.length; i++) {
    if (has(order[i])) continue;
    const past = pastOf(order[i]);
    past.times++;
    if (chosen && (past.keep || record.keep.has(i)) && !wanted.has(order[i])) kept.push(i);
  }
  return kept;
}

// Marks the frontier, and notes it for graphs that compute such nodes for the first time.
function learn(
  order: readonly Tensor[],
  wanted: ReadonlySet<Tensor>,
  has: (t: Tensor) => boolean,
): void {
  const old = (t: Tensor): boolean => pastOf(t).times >= enough;
  const need = (first: Tensor): void => {
    const open = [first];
    for (let t = open.pop(); t; t = open.pop()) {
      if (has(t) || wanted.has(t) || !old(t)) continue;
      const { lower } = t.op;
      // views and constants cost nothing, a call has no value of its own: what they are made of is kept
      if (lower.kind === 'map' && lower.identity) open.push(t.inputs[0]);
      else if (lower.kind === 'call' || (lower.kind === 'map' && lower.free))
        open.push(...t.inputs);
      else {
        const past = pastOf(t);
        past.keep = true;
        past.graph?.keep.add(past.position);
      }
    }
  };
  for (const t of order) {
    if (!has(t) && !old(t)) for (const x of t.inputs) need(x);
  }
}
