// Which nodes get memory and which dissolve into their consumers. A node that dissolves is computed
// inside each kernel that reads it, at whatever index the kernel needs: views become index arithmetic,
// elementwise chains become one expression, a reduction can end in the elementwise work that follows.
//
// First pass, consumers first: every use of a node has a token that names the kernel and the index it
// is read at; elementwise operations hand their token on, everything else makes a new one. One token
// means that the node is read once per element, so it dissolves for free; several mean recomputation,
// which only views and cheap arithmetic are worth. Second pass, operands first: kernels that grow too
// large or read too many buffers are cut. Both passes are linear.

import type { KernelLowering, ReduceLowering } from '../tensor/operation.ts';
import { callAttrs, isPick } from '../tensor/ops/call.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Capabilities } from './capabilities.ts';

/** Whether a special kernel serves a node; 'narrow': also with f16 in place of widened operands. */
export type Support = 'no' | 'yes' | 'narrow';

/** How one node is realised. */
export interface Decision {
  readonly node: Tensor;
  /** Has memory of its own: an input, or the result of a kernel or call. */
  root: boolean;
  /** Uses: token -> the kernel's root and whether its index is the root's own. */
  readonly tokens: Map<string, { readonly root: Tensor; readonly own: boolean }>;
  /** Must be computed beforehand, whoever reads it. */
  forced: boolean;
  /** Special kernel rather than an expression. */
  special: boolean;
  /** ... that reads f16 operands as they are, where the graph casts them to f32. */
  narrow: boolean;
  /** Size of the inlined expression, its depth, the buffers it reads. */
  cost: number;
  depth: number;
  buffers: Set<Tensor>;
  /** Extent of the reduction in its kernel, if there is one. */
  extent?: readonly number[];
}

const maxTokens = 4;
const maxCost = 192;
const maxDepth = 48;

// Relative price of recomputing one element.
const price = (t: Tensor): number =>
  t.op.lower.kind === 'map' && t.op.lower.free ? 0 : t.op.costly ? 12 : 1;

/** The reduction that computes a node, if it is one here. */
export function reductionOf(t: Tensor, special: boolean): ReduceLowering<object> | undefined {
  const lower = t.op.lower;
  if (lower.kind === 'reduce') return lower;
  return lower.kind === 'kernel' && !special
    ? (lower as KernelLowering<object>).fallback
    : undefined;
}

// Widening is exact: whoever computes in f32 may read the f16 values.
const widens = (t: Tensor): boolean =>
  t.op.name === 'cast' && t.dtype === 'f32' && t.inputs[0].dtype === 'f16';

/** The operand below a chain of free views, and of casts from f16 to f32 if these count as views. */
export function behindViews(t: Tensor, isInput: (t: Tensor) => boolean, casts = false): Tensor {
  let x = t;
  while (!isInput(x)) {
    const { lower } = x.op;
    const view = lower.kind === 'map' && lower.free && x.inputs.length === 1;
    if (!view && !(casts && widens(x))) break;
    x = x.inputs[0];
  }
  return x;
}

/**
 * Decides for every node of `order` (operands first). `special(t)` tells whether a backend kernel
 * serves the node.
 */
export function decide(
  order: readonly Tensor[],
  outputs: ReadonlySet<Tensor>,
  isInput: (t: Tensor) => boolean,
  special: (t: Tensor) => Support,
  capabilities: Pick<Capabilities, 'maxInputs'>,
): Map<Tensor, Decision> {
  const decisions = new Map<Tensor, Decision>();
  for (const node of order) {
    decisions.set(node, {
      node,
      root: false,
      tokens: new Map(),
      forced: outputs.has(node),
      special: false,
      narrow: false,
      cost: 0,
      depth: 0,
      buffers: new Set(),
    });
  }
  const reduced = new Set<Tensor>(); // kernels that have their reduction
  for (let i = order.length - 1; i >= 0; i--) {
    const d = decisions.get(order[i]) as Decision;
    chooseRoot(d, isInput, special, reduced);
    if (!isInput(d.node)) passOn(d, decisions, isInput);
  }
  for (const node of order) {
    // an assembly computes nothing, and each of its operands is a kernel of its own
    if (isInput(node) || node.op.lower.kind === 'assemble') continue;
    limit(decisions.get(node) as Decision, decisions, capabilities.maxInputs);
  }
  return decisions;
}

function chooseRoot(
  d: Decision,
  isInput: (t: Tensor) => boolean,
  special: (t: Tensor) => Support,
  reduced: Set<Tensor>,
): void {
  const t = d.node;
  const kind = t.op.lower.kind;
  if (isInput(t) || kind === 'call' || kind === 'pick' || kind === 'assemble') {
    d.root = true;
  }
  if (isInput(t)) return;
  const support = kind === 'call' || kind === 'kernel' ? special(t) : 'no';
  d.special = support !== 'no';
  d.narrow = support === 'narrow';
  if (d.root) return;
  if (d.forced || d.special) {
    d.root = true;
    return;
  }
  const tokens = [...d.tokens.values()];
  if (reductionOf(t, d.special)) {
    // epilogue: the only reader computes on, element by element, over the same shape
    const [use] = tokens;
    d.root = !(
      tokens.length === 1 &&
      use.own &&
      use.root.op.lower.kind === 'map' &&
      !reduced.has(use.root) &&
      use.root.size === t.size
    );
    if (!d.root) reduced.add(use.root);
    return;
  }
  const cost = price(t);
  // constants and counts are in no memory at all, however many read them
  const literal = cost === 0 && t.inputs.length === 0;
  d.root =
    accumulates(t) ||
    !(
      literal ||
      tokens.length === 1 ||
      (cost === 0 ? tokens.length <= 8 : cost < 4 && tokens.length <= maxTokens)
    );
}

// A sum of the results of many calls (the gradient of what all of them use) is kept up to date call by
// call; as one expression at the end it would keep every call's result alive until then.
const accumulates = (t: Tensor): boolean =>
  t.op.name === 'add' && t.inputs.some((x) => isPick(x) && !callAttrs(x.inputs[0]).fusion);

// Hands the uses of a node on to its operands.
function passOn(
  d: Decision,
  decisions: Map<Tensor, Decision>,
  isInput: (t: Tensor) => boolean,
): void {
  const t = d.node;
  const lower = t.op.lower;
  const reduction = reductionOf(t, d.special);
  const map = lower.kind === 'map' ? lower : undefined;
  t.inputs.forEach((x, k) => {
    const operand = decisions.get(x) as Decision;
    if (d.special || lower.kind === 'call' || lower.kind === 'pick' || lower.kind === 'assemble') {
      // views of an operand may dissolve into strides; what stands behind them needs memory
      const sees = d.special || lower.kind === 'assemble';
      const base = sees ? behindViews(x, isInput, d.narrow) : x;
      (decisions.get(base) as Decision).forced = true;
      if (base !== x) operand.tokens.set(`view ${t.id} ${k}`, { root: t, own: false });
      return;
    }
    const reuse = map?.reuse || reduction?.reuse;
    if (reuse || (map && expands(t, x))) {
      const base = behindViews(x, isInput);
      if (base.op.lower.kind !== 'map' || !base.op.lower.free) {
        (decisions.get(base) as Decision).forced = true;
      }
    }
    if (d.root) {
      const own = map?.elementwise === true;
      const token = own ? `${t.id}` : `${t.id}:${reduction ? 'r' : k}`;
      operand.tokens.set(token, { root: t, own });
    } else {
      for (const [token, use] of d.tokens) {
        if (map?.elementwise) operand.tokens.set(token, use);
        else
          operand.tokens.set(`${token}/${t.id}:${reduction ? 'r' : k}`, {
            root: use.root,
            own: false,
          });
      }
    }
  });
}

// A broadcast reads its operand many times: compute it once, unless it is a plain view.
const expands = (t: Tensor, x: Tensor): boolean =>
  t.op.name === 'broadcast' && t.size > x.size && price(x) > 0;

function limit(d: Decision, decisions: Map<Tensor, Decision>, maxInputs: number): void {
  const measure = (): void => {
    d.cost = price(d.node);
    d.depth = 1;
    d.buffers = new Set();
    const { node } = d;
    const call = { attrs: node.attrs, inputs: node.inputs, out: node };
    d.extent = reductionOf(node, d.special)?.extent(call);
    for (const x of node.inputs) {
      const o = decisions.get(x) as Decision;
      if (o.root) d.buffers.add(x);
      else {
        d.cost += o.cost;
        d.depth = Math.max(d.depth, o.depth + 1);
        for (const b of o.buffers) d.buffers.add(b);
        d.extent ??= o.extent;
      }
    }
  };
  measure();
  while (d.cost > maxCost || d.depth > maxDepth || d.buffers.size > maxInputs) {
    // cut where most is won: the inlined operand with the largest expression
    let largest: Decision | undefined;
    for (const x of d.node.inputs) {
      const o = decisions.get(x) as Decision;
      if (
        !o.root &&
        (!largest ||
          o.cost + o.depth + o.buffers.size > largest.cost + largest.depth + largest.buffers.size)
      ) {
        largest = o;
      }
    }
    if (!largest) break;
    largest.root = true;
    measure();
  }
}
