// Networks repeat their layers, so most nests of a program are built from parts of the graph that are
// alike: the same operations on operands of the same types. Such a nest is built once and used for all.

import { topologicalOrder } from '../tensor/graph.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Decision } from './fusion.ts';
import { type GraphKey, graphKey, hashKey, sameKey } from './key.ts';
import { type BuiltNest, buildNest, type Finder } from './nest.ts';

interface Known {
  readonly key: GraphKey;
  readonly nest: BuiltNest;
  /** For each input of the nest, its number among the operands of the part of the graph. */
  readonly reads: readonly number[];
}

/** `buildNest` for one program, which remembers what it has built. */
export function createNestBuilder(finder: Finder): (roots: readonly Tensor[]) => BuiltNest {
  const known = new Map<number, Known>();
  return (roots) => {
    const stored = (t: Tensor): boolean =>
      !roots.includes(t) && (finder.decisions.get(t) as Decision).root;
    const order = topologicalOrder(roots, stored);
    const operands = order.filter(stored);
    const key = graphKey(order, { inputs: operands, outputs: roots });
    const hash = hashKey(key);
    const found = known.get(hash);
    if (found && sameKey(found.key, key)) {
      const inputs = found.nest.inputs.map((operand, i) => ({
        ...operand,
        node: operands[found.reads[i]],
      }));
      return { ...found.nest, inputs };
    }
    const nest = buildNest(roots, finder);
    known.set(hash, { key, nest, reads: nest.inputs.map(({ node }) => operands.indexOf(node)) });
    return nest;
  };
}
