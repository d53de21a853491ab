// From a graph to a program, in linear passes: order, merge equal nodes, decide what dissolves, build
// kernels, lay out memory by liveness. Calls are planned once and spliced in with their own arena as
// one temporary.

import { DTypeError } from '../tensor/errors.ts';
import { type Graph, topologicalOrder } from '../tensor/graph.ts';
import type { AssembleLowering } from '../tensor/operation.ts';
import { callAttrs, type Fusion, isCall, pickIndex } from '../tensor/ops/call.ts';
import { placeholder } from '../tensor/ops/create.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Capabilities } from './capabilities.ts';
import { mergeEqual } from './common-subexpressions.ts';
import { debugLevel } from './debug.ts';
import { delayToReaders } from './delay.ts';
import { describeDecisions, describeGraph, describeProgram } from './describe.ts';
import { type Decision, decide, type Support } from './fusion.ts';
import { attrsKey } from './key.ts';
import { layOut } from './liveness.ts';
import { callOf } from './nest.ts';
import { createNestBuilder } from './nest-memo.ts';
import type { Program } from './program.ts';
import { groupRows } from './rows.ts';
import { findSiblings, type Siblings } from './siblings.ts';
import { buildSpecial, find, supportOf } from './special.ts';
import type { Task } from './task.ts';

// Bytes from which a value that depends on inputs alone waits for its reader.
const worthDelaying = 65536;

/** What planning needs to know. */
export interface PlanOptions {
  readonly capabilities: Capabilities;
  readonly name: string;
  /** Inputs whose memory outputs may take over. */
  readonly donate: ReadonlySet<number>;
}

/** Plans a graph for a device. @throws DTypeError if the device lacks a dtype that is used */
export const planProgram = (graph: Graph, options: PlanOptions): Program =>
  plan(graph, options, new Map());

// `calls` holds the programs of graphs that are called, by key: equal calls are planned once.
function plan(graph: Graph, options: PlanOptions, calls: Map<string, Program>): Program {
  const { capabilities } = options;
  const { order, outputs: results } = mergeEqual(graph);
  const inputs = new Set(graph.inputs);
  const isInput = (t: Tensor): boolean => inputs.has(t);
  // a result that is only another shape of a value is that value
  const outputs = results.map((t) => behindReshapes(t, isInput));
  for (const t of order) checkDType(t, capabilities, options.name);
  const special = (t: Tensor): Support => {
    const { lower } = t.op;
    if (lower.kind === 'kernel') {
      // a sum over nothing is the fallback's business
      const nothing = lower.fallback && t.inputs.some((x) => x.size === 0);
      if (t.size === 0 || nothing) return 'no';
    } else if (!callAttrs(t).fusion) return 'no';
    return supportOf(t, capabilities.supports, isInput);
  };
  const wanted = new Set(outputs);
  const decisions = decide(order, wanted, isInput, special, capabilities);
  const grain = (t: Tensor): number =>
    capabilities.alignment / (capabilities.bytes(t.dtype) as number);
  const finder = { decisions, isInput, grain };
  const siblings = findSiblings(order, decisions, isInput, capabilities);
  const explain = debugLevel() >= 2 ? (text: string) => console.error(text) : undefined;
  explain?.(explainPasses(graph, order, decisions, isInput, siblings.groups, options.name));
  const buildNest = createNestBuilder(finder);
  const nestTask = (roots: readonly Tensor[]): Task => {
    const { kernel, inputs, label } = buildNest(roots);
    return { kind: 'kernel', kernel, inputs, outputs: roots.map((node) => ({ node })), label };
  };
  const tasks: Task[] = [];
  const copied = new Set<Tensor>();
  const picks = picksByCall(order);
  // operands that no view makes sense of are computed into memory of their own
  const copy = (copies: readonly Tensor[]): void => {
    for (const x of copies) {
      if (copied.has(x) || x.size === 0) continue;
      copied.add(x);
      tasks.push(nestTask([x]));
      (decisions.get(x) as Decision).root = true;
    }
  };
  const callTask = (t: Tensor): Task => {
    const key = attrsKey(t);
    let program = calls.get(key);
    if (!program) {
      const { graph: inner } = callAttrs(t);
      program = plan(inner, { ...options, name: 'call', donate: new Set() }, calls);
      calls.set(key, program);
    }
    return { kind: 'call', program, inputs: t.inputs, picks: picks.get(t) ?? [] };
  };
  const specialTask = (t: Tensor): Task => {
    const { kernel, inputs, copies } = buildSpecial(t, finder);
    copy(copies);
    const label = isCall(t) ? (callAttrs(t).fusion as Fusion).name : t.op.name;
    const nodes = isCall(t) ? resultsOf(t, picks.get(t) ?? []) : [t];
    return { kind: 'kernel', kernel, inputs, outputs: nodes.map((node) => ({ node })), label };
  };
  const assembleTask = (t: Tensor): Task => {
    const starts = (t.op.lower as AssembleLowering<object>).starts(callOf(t));
    const inputs = t.inputs.map((x) => {
      const operand = find(x, { strided: false, narrow: false }, finder)?.operand;
      if (operand && !operand.part) return operand.node;
      copy([x]);
      return x;
    });
    return { kind: 'assemble', node: t, inputs, starts };
  };
  for (const t of order) {
    const d = decisions.get(t) as Decision;
    const { kind } = t.op.lower;
    if (!d.root || isInput(t) || kind === 'pick' || siblings.absorbed.has(t)) continue;
    if (d.special) tasks.push(specialTask(t));
    else if (kind === 'call') tasks.push(callTask(t));
    else if (t.size === 0) continue;
    else if (kind === 'assemble') tasks.push(assembleTask(t));
    else tasks.push(nestTask(siblings.groups.get(t) ?? [t]));
  }
  const { rows, maxInputs } = capabilities;
  const bytesOf = (t: Tensor): number => t.size * (capabilities.bytes(t.dtype) as number);
  const delayed = delayToReaders(tasks, isInput, bytesOf, worthDelaying);
  const grouped = rows ? groupRows(delayed, rows, maxInputs) : delayed;
  const program = layOut(grouped, graph, outputs, options);
  explain?.(`${options.name}: laid out\n${describeProgram(program)}`);
  return program;
}

function explainPasses(
  graph: Graph,
  order: readonly Tensor[],
  decisions: Map<Tensor, Decision>,
  isInput: (t: Tensor) => boolean,
  together: Siblings['groups'],
  name: string,
): string {
  const given = topologicalOrder(graph.outputs, isInput);
  return [
    `${name}: given\n${describeGraph(graph, given)}`,
    `${name}: equal nodes merged, ${given.length} -> ${order.length} nodes\n` +
      `${describeGraph({ inputs: graph.inputs, outputs: [] }, order)}`,
    `${name}: kernels decided\n${describeDecisions(order, decisions, isInput, together)}`,
  ].join('\n');
}

// Memory for every result of a fused call; a result that nobody reads gets a stand-in.
function resultsOf(t: Tensor, picks: readonly Tensor[]): Tensor[] {
  return callAttrs(t).graph.outputs.map(
    (o, i) => picks.find((p) => pickIndex(p) === i) ?? placeholder(o),
  );
}

function picksByCall(order: readonly Tensor[]): Map<Tensor, Tensor[]> {
  const picks = new Map<Tensor, Tensor[]>();
  for (const t of order) {
    if (t.op.lower.kind !== 'pick') continue;
    const [call] = t.inputs;
    picks.set(call, [...(picks.get(call) ?? []), t]);
  }
  return picks;
}

function behindReshapes(t: Tensor, isInput: (t: Tensor) => boolean): Tensor {
  let x = t;
  while (!isInput(x) && x.op.name === 'reshape') x = x.inputs[0];
  return x;
}

function checkDType(t: Tensor, capabilities: Capabilities, name: string): void {
  if (capabilities.bytes(t.dtype) === undefined) {
    throw new DTypeError(
      `${name}: ${t.op.name} gives ${t}, but this device has no ${t.dtype}; cast it first`,
    );
  }
}
