// Whether a transform (gradient, compilation, checkpoint) is building a graph right now. While one is,
// evaluated tensors keep their operands, because the graph is the tape.

let depth = 0;

/** How many transforms are at work. */
export const transforming = (): number => depth;

/** Runs `f` as part of a transform. */
export function transform<T>(f: () => T): T {
  depth++;
  try {
    return f();
  } finally {
    depth--;
  }
}

const kept = new WeakSet<object>();

/** Lets these nodes keep their operands when they are evaluated: somebody will walk back over them. */
export function keepTape(nodes: Iterable<object>): void {
  for (const t of nodes) kept.add(t);
}

/** Whether a node's operands must outlive its evaluation. */
export const keepsTape = (node: object): boolean => kept.has(node);
