// The compiler's input type lives with the tensors, since the tape walk uses the same order.
export { type Graph, topologicalOrder } from '../tensor/graph.ts';
