// What a nest computes, as a list of nodes in topological order: scalar expressions, the linear index
// forms behind their loads, and the quotients, remainders and gathered values inside those forms. Each
// node knows the set of loops it depends on (a bit mask), from which everything else follows: how far
// it can be hoisted, and whether it differs between the lanes of a vector.
import type { NestKernel } from '../../../compiler/program.ts';
import { byteSize, computeType, type DType } from '../../../tensor/dtype.ts';
import type { Atom, Expr, Index, ReduceOp } from '../../../tensor/expr.ts';
import { axis, flatten } from '../../../tensor/index-expr.ts';
import { cast, index as indexExpr } from '../../../tensor/ir.ts';

/** A loop of more than one iteration. */
export interface Loop {
  readonly name: string;
  readonly size: number;
  readonly bit: number;
  readonly output: boolean;
}

/**
 * An index form in use: an address (`buffer` is the number of a pointer parameter, `bytes` the size of
 * an element) or a plain i32 value (`buffer` is -1, `bytes` 1).
 */
export interface Form {
  readonly kind: 'form';
  readonly buffer: number;
  readonly bytes: number;
  readonly index: Index;
}

/** Anything that is computed into a local variable. */
export type Node = Expr | Atom | Form;

/** A reduction with its operands cast and, for argmax/argmin, the flat index that is remembered. */
export interface Reduction {
  readonly op: ReduceOp;
  readonly body: Expr;
  readonly position?: Expr;
}

/** A kernel, analysed. */
export interface Analysis {
  readonly kernel: NestKernel;
  readonly loops: readonly Loop[];
  /** Operands before users. */
  readonly nodes: readonly Node[];
  readonly masks: ReadonlyMap<Node, number>;
  /** Nodes that depend on a finished reduction. */
  readonly post: ReadonlySet<Node>;
  readonly reductions: readonly Reduction[];
  readonly results: readonly Expr[];
  /** Stored dtype of each pointer parameter: inputs, then outputs. */
  readonly dtypes: readonly DType[];
  /** Address of the current element of each output. */
  readonly stores: readonly Form[];
  /** The form behind a load, an index expression, or a quotient or remainder. */
  formOf(node: Expr | Atom): Form;
}

/** True for index atoms (loop axes, quotients, remainders, gathered values). */
export const isAtom = (n: Node): n is Atom =>
  n.kind === 'axis' || n.kind === 'div' || n.kind === 'mod' || n.kind === 'data';

const flatAxes = (prefix: string, sizes: readonly number[]): Index =>
  flatten(
    sizes.map((n, i) => axis(`${prefix}${i}`, n)),
    sizes,
  );

/**
 * Lists the nodes of a kernel; linear in their number, without recursion.
 * @param at where the current element stands in the outputs; default: at its number
 */
export function analyse(kernel: NestKernel, at = flatAxes('i', kernel.axes)): Analysis {
  const loops: Loop[] = [];
  const collect = (prefix: string, sizes: readonly number[], output: boolean): void => {
    sizes.forEach((size, i) => {
      if (size > 1) loops.push({ name: `${prefix}${i}`, size, bit: 1 << loops.length, output });
    });
  };
  collect('i', kernel.axes, true);
  collect('r', kernel.reduceAxes, false);
  const bits = new Map(loops.map((l) => [l.name, l.bit]));
  const outputMask = loops.reduce((m, l) => (l.output ? m | l.bit : m), 0);

  const dtypes = [...kernel.inputs, ...kernel.outputs];
  const forms = new Map<string, Form>();
  const form = (buffer: number, index: Index): Form => {
    const key = `${buffer},${index.id}`;
    let found = forms.get(key);
    if (!found) {
      found = { kind: 'form', buffer, index, bytes: buffer < 0 ? 1 : byteSize[dtypes[buffer]] };
      forms.set(key, found);
    }
    return found;
  };
  const formOf = (n: Expr | Atom): Form => {
    if (n.kind === 'load') return form(n.buffer as number, n.at as Index);
    return form(-1, (n.kind === 'index' ? n.at : (n as Atom).arg) as Index);
  };
  const children = (n: Node): readonly Node[] => {
    if (n.kind === 'form') {
      return n.index.terms.map((t) => t.atom).filter((a) => a.kind !== 'axis');
    }
    if (isAtom(n)) return n.kind === 'data' ? [n.expr as Expr] : [formOf(n)];
    if (n.kind === 'load') return [...n.args, formOf(n)];
    return n.kind === 'index' ? [formOf(n)] : n.args;
  };
  const masks = new Map<Node, number>();
  const post = new Set<Node>();
  const nodes: Node[] = [];
  const finish = (n: Node, operands: readonly Node[]): void => {
    let mask = n.kind === 'acc' ? outputMask : 0;
    if (n.kind === 'acc') post.add(n);
    for (const o of operands) {
      mask |= masks.get(o) as number;
      if (post.has(o)) post.add(n);
    }
    if (n.kind === 'form') {
      for (const { atom } of n.index.terms) {
        if (atom.kind === 'axis') mask |= bits.get(atom.axis as string) ?? 0;
      }
    }
    masks.set(n, mask);
    nodes.push(n);
  };
  const visit = (root: Node): void => {
    if (masks.has(root)) return;
    const stack = [{ node: root, operands: children(root), next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      if (top.next === top.operands.length) {
        stack.pop();
        if (!masks.has(top.node)) finish(top.node, top.operands);
        continue;
      }
      const child = top.operands[top.next++];
      if (!masks.has(child)) stack.push({ node: child, operands: children(child), next: 0 });
    }
  };

  const reductions = kernel.reductions.map(({ op, body }): Reduction => {
    if (op === 'any' || op === 'all') return { op, body: cast(body, 'bool') };
    if (op !== 'argmax' && op !== 'argmin') return { op, body };
    return { op, body, position: indexExpr(flatAxes('r', kernel.reduceAxes)) };
  });
  const results = kernel.results.map((r, j) => cast(r, computeType(kernel.outputs[j])));
  const stores = results.map((_, j) => form(kernel.inputs.length + j, at));
  for (const r of reductions) {
    visit(r.body);
    if (r.position) visit(r.position);
  }
  for (const r of results) visit(r);
  for (const s of stores) visit(s);
  return { kernel, loops, nodes, masks, post, reductions, results, dtypes, stores, formOf };
}
