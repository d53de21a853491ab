// How a reduction is spread over threads. `lanes` threads share an output and join their parts by a
// tree in workgroup memory; `outputs` outputs share a workgroup; `splits` workgroups share an output
// when there are few outputs and long reductions, and a second dispatch joins their parts. Neighbouring
// threads walk along the reduction where loads are contiguous there, else along the outputs.
// CPU adapters get no lanes: barriers cost them much and give nothing (they compile in seconds, too).
// There a split is a thread, and splits take the terms in turn as lanes would.

import type { NestKernel } from '../../../compiler/program.ts';
import type { Expr, Index } from '../../../tensor/expr.ts';
import { sizeOf } from '../../../tensor/shape.ts';
import { nextPowerOfTwo } from './axes.ts';

/** Spread of a reduction: see the head of the file. */
export interface ReducePlan {
  readonly outputs: number;
  readonly lanes: number;
  readonly splits: number;
  /** Neighbouring threads are lanes of one output (true) or outputs (false). */
  readonly lanesFirst: boolean;
}

// +1 for a load that is contiguous along the last reduction axis, -1 along the last output axis
function contiguity(kernel: NestKernel): number {
  const alongReduction = `r${kernel.reduceAxes.length - 1}`;
  const alongOutput = `i${kernel.axes.length - 1}`;
  let score = 0;
  const seen = new Set<Expr>();
  const look = (at: Index): void => {
    for (const { coefficient: c, atom } of at.terms) {
      if (Math.abs(c) !== 1 || atom.kind !== 'axis') continue;
      if (atom.axis === alongReduction) score++;
      if (atom.axis === alongOutput) score--;
    }
  };
  const stack = kernel.reductions.map((r) => r.body);
  for (let e = stack.pop(); e; e = stack.pop()) {
    if (seen.has(e)) continue;
    seen.add(e);
    if (e.kind === 'load' && e.at) look(e.at);
    stack.push(...e.args);
  }
  return score;
}

/** The spread for a kernel; `hardware` wants 65,536 threads, a CPU adapter a few hundred. */
export function planReduction(kernel: NestKernel, hardware: boolean): ReducePlan {
  const outputs = sizeOf(kernel.axes);
  const extent = sizeOf(kernel.reduceAxes);
  const wanted = hardware ? 65536 : 512;
  if (!hardware) {
    const splits = Math.min(Math.floor(wanted / outputs), Math.floor(extent / 64), 256);
    return {
      outputs: 64,
      lanes: 1,
      splits: Math.max(splits, 1),
      lanesFirst: contiguity(kernel) > 0,
    };
  }
  const lanesFirst = outputs === 1 || contiguity(kernel) > 0;
  const most = lanesFirst ? 256 : 32;
  let lanes = 1;
  if (extent > 16) {
    // contiguous rows want a coalesced read even when there are outputs enough
    const useful = lanesFirst ? Math.min(32, extent / 8) : 1;
    lanes = nextPowerOfTwo(Math.max(useful, Math.min(wanted / outputs, extent / 8)));
    lanes = Math.min(Math.max(lanes, 1), most);
  }
  const threads = outputs * lanes;
  const splits = Math.min(Math.floor(wanted / threads), Math.floor(extent / (lanes * 32)), 1024);
  const size = Math.max(lanes, threads <= 4096 ? 64 : 256);
  return { outputs: size / lanes, lanes, splits: Math.max(splits, 1), lanesFirst };
}
