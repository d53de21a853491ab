// Programs and passes as lines of text, for profiles and for WGRAD_DEBUG=2, which prints the graph before
// and after each pass.

import type { Graph } from '../tensor/graph.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Decision } from './fusion.ts';
import type { Kernel, Program } from './program.ts';

/** Shape of a kernel on one line: `nest [32, 64] over [128] f32, f32 -> f32`. */
export function describeKernel(k: Kernel): string {
  const types = `${k.inputs.join(', ')} -> ${k.outputs.join(', ')}`;
  if (k.kind === 'special') {
    const { kind, ...spec } = k.spec;
    return `${kind} ${JSON.stringify(spec)} ${types}`;
  }
  if (k.kind === 'rows') return `rows ${k.rows} x ${k.stages.length} stages ${types}`;
  const over = k.reduceAxes.length > 0 ? ` over [${k.reduceAxes.join(', ')}]` : '';
  return `nest [${k.axes.join(', ')}]${over} ${types}`;
}

const numbered = (order: readonly Tensor[]): Map<Tensor, string> =>
  new Map(order.map((t, i) => [t, `%${i}`]));

const nodeLine = (t: Tensor, names: ReadonlyMap<Tensor, string>, input: boolean): string =>
  input
    ? `  ${names.get(t)} = input ${t}`
    : `  ${names.get(t)} = ${t.op.name}(${t.inputs.map((x) => names.get(x)).join(', ')}) ${t}`;

/** Nodes of a graph in order, one a line. */
export function describeGraph(graph: Graph, order: readonly Tensor[]): string {
  const names = numbered(order);
  const inputs = new Set(graph.inputs);
  const lines = order.map((t) => nodeLine(t, names, inputs.has(t)));
  const results = graph.outputs.map((t) => names.get(t)).join(', ');
  return [...lines, ...(results ? [`  return ${results}`] : [])].join('\n');
}

/** Which nodes have memory of their own, and what has dissolved into each. */
export function describeDecisions(
  order: readonly Tensor[],
  decisions: ReadonlyMap<Tensor, Decision>,
  isInput: (t: Tensor) => boolean,
  together: ReadonlyMap<Tensor, readonly Tensor[]>,
): string {
  const names = numbered(order);
  const inside = (root: Tensor): string[] => {
    const seen = new Set<Tensor>();
    const stack = [...root.inputs];
    for (let t = stack.pop(); t; t = stack.pop()) {
      if (seen.has(t) || isInput(t) || decisions.get(t)?.root) continue;
      seen.add(t);
      stack.push(...t.inputs);
    }
    return [...seen].map((t) => `${names.get(t)} ${t.op.name}`);
  };
  const roots = order.filter((t) => !isInput(t) && decisions.get(t)?.root);
  const lines = roots.map((t) => {
    const dissolved = inside(t);
    const kind = decisions.get(t)?.special ? 'special kernel' : t.op.lower.kind;
    return (
      `  ${names.get(t)} ${t.op.name} ${t}: ${kind}` +
      `${dissolved.length > 0 ? `; inside: ${dissolved.reverse().join(', ')}` : ''}`
    );
  });
  for (const members of together.values()) {
    lines.push(`  one kernel: ${members.map((t) => names.get(t)).join(', ')}`);
  }
  return lines.join('\n');
}

/** Kernels of a program with the memory they read and write. */
export function describeProgram(program: Program): string {
  const place = (n: number): string => {
    const s = program.slots[n];
    const where = s.kind === 'temp' ? 'temp' : `${s.kind} ${s.index}`;
    return `${where}+${s.offset}:${s.bytes}`;
  };
  const lines = program.steps.map(({ kernel, args, label }, i) => {
    const count = kernel.inputs.length;
    const ins = args.slice(0, count).map(place).join(', ');
    const outs = args.slice(count).map(place).join(', ');
    return `  ${i} ${label}: ${describeKernel(kernel)}\n      ${ins} -> ${outs}`;
  });
  const lent = [...program.donations].map(([o, i]) => `output ${o} in input ${i}`);
  return [
    ...lines,
    `  ${program.tempBytes} bytes of temporaries${lent.length > 0 ? `; ${lent.join(', ')}` : ''}`,
  ].join('\n');
}
