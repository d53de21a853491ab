// From a graph to a program, in linear passes: order, merge equal nodes, decide what dissolves, build
// kernels, lay out memory by liveness. Calls are planned once and spliced in with their own arena as
// one temporary.

import type { SubGraph } from '../tensor/define.ts';
import { DTypeError } from '../tensor/errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Capabilities } from './capabilities.ts';
import { mergeEqual } from './common-subexpressions.ts';
import { type Decision, decide } from './fusion.ts';
import type { Graph } from './graph.ts';
import { attrsKey } from './key.ts';
import { layOut, type Task } from './liveness.ts';
import { buildNest } from './nest.ts';
import type { Program } from './program.ts';
import { buildSpecial, contiguousKernel } from './special.ts';

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
  const { order, outputs } = mergeEqual(graph);
  const inputs = new Set(graph.inputs);
  const isInput = (t: Tensor): boolean => inputs.has(t);
  for (const t of order) checkDType(t, capabilities, options.name);
  const special = (t: Tensor): boolean => {
    const lower = t.op.lower;
    if (lower.kind !== 'kernel' || t.size === 0) return false;
    const kernel = contiguousKernel(t);
    return capabilities.supports(kernel);
  };
  const wanted = new Set(outputs);
  const decisions = decide(order, wanted, isInput, special, capabilities);
  const tasks: Task[] = [];
  const copied = new Set<Tensor>();
  const picks = picksByCall(order);
  for (const t of order) {
    const d = decisions.get(t) as Decision;
    if (!d.root || isInput(t) || t.op.lower.kind === 'pick') continue;
    if (t.op.lower.kind === 'call') {
      const key = attrsKey(t);
      let program = calls.get(key);
      if (!program) {
        const { graph: inner } = t.attrs as { graph: SubGraph };
        program = plan(inner, { ...options, name: 'call', donate: new Set() }, calls);
        calls.set(key, program);
      }
      tasks.push({ kind: 'call', program, inputs: t.inputs, picks: picks.get(t) ?? [] });
      continue;
    }
    if (t.size === 0) continue;
    if (d.special) {
      const { kernel, inputs: operands, copies } = buildSpecial(t, decisions, isInput);
      for (const x of copies) {
        if (copied.has(x) || x.size === 0) continue;
        copied.add(x);
        tasks.push(nestTask(x, decisions));
        (decisions.get(x) as Decision).root = true;
      }
      tasks.push({ kind: 'kernel', kernel, inputs: operands, output: t, label: t.op.name });
    } else tasks.push(nestTask(t, decisions));
  }
  return layOut(tasks, graph, outputs, options);
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

function nestTask(t: Tensor, decisions: Map<Tensor, Decision>): Task {
  const { kernel, inputs, label } = buildNest(t, decisions);
  return { kind: 'kernel', kernel, inputs, output: t, label };
}

function checkDType(t: Tensor, capabilities: Capabilities, name: string): void {
  if (capabilities.bytes(t.dtype) === undefined) {
    throw new DTypeError(
      `${name}: ${t.op.name} gives ${t}, but this device has no ${t.dtype}; cast it first`,
    );
  }
}
