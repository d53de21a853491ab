// A device for tests of the compiler: runs the planned programs (fusion, memory plan, donation) with
// kernels evaluated by plain float64 loops. Its arena is real and poisoned before every run, so a plan
// that lets live ranges overlap gives wrong values here; every plan is checked for that as well.
import type { Backend, Executable } from '../../src/backends/backend.ts';
import { InterpretBackend } from '../../src/backends/interpret/interpret-backend.ts';
import { planProgram } from '../../src/compiler/plan.ts';
import type { Program } from '../../src/compiler/program.ts';
import type { Graph } from '../../src/tensor/graph.ts';
import { sizeOf } from '../../src/tensor/shape.ts';
import type { Storage } from '../../src/tensor/storage.ts';
import { planFaults } from './check-plan.ts';
import { evalNest, evalRows } from './eval-nest.ts';
import { evalSpecial, evaluable } from './eval-special.ts';

interface Float64Storage extends Storage {
  data: Float64Array;
}

/**
 * Plans like a real device, computes like the oracle. `programs` collects the plans; `special: false`
 * refuses every special kernel that has a generic fallback.
 */
export function programBackend(programs: Program[] = [], special = true): Backend {
  const base = new InterpretBackend();
  base.compile = (
    graph: Graph,
    options?: { name: string; donate: ReadonlySet<number> },
  ): Executable => {
    const program = planProgram(graph, {
      capabilities: {
        bytes: () => 8,
        alignment: 8,
        maxInputs: 7,
        rows: { minRows: 2, maxRow: 2 ** 16, minSize: 4 },
        supports: (kernel) =>
          kernel.kind !== 'special' ||
          (evaluable(kernel) && (special || kernel.spec.kind === 'argsort')),
      },
      name: options?.name ?? 'test',
      donate: options?.donate ?? new Set(),
    });
    programs.push(program);
    const faults = planFaults(program, 8);
    if (faults.length > 0) throw new Error(`memory plan of ${program.name}: ${faults.join('; ')}`);
    const arena = new Float64Array(program.tempBytes / 8).fill(Number.NaN);
    return {
      program,
      dispose: () => {},
      run: (inputs, outputs) => {
        outputs.forEach((o, i) => {
          const s = o as Float64Storage;
          const n = sizeOf(program.outputs[i].shape);
          if (s.data.length !== n) s.data = new Float64Array(n);
        });
        const view = (slot: number): Float64Array => {
          const s = program.slots[slot];
          if (s.kind === 'temp') return arena.subarray(s.offset / 8, (s.offset + s.bytes) / 8);
          const { data } = (s.kind === 'input' ? inputs : outputs)[s.index] as Float64Storage;
          return data.subarray(s.offset / 8, (s.offset + s.bytes) / 8);
        };
        arena.fill(Number.NaN);
        for (const { kernel, args } of program.steps) {
          const n = kernel.inputs.length;
          const operands = args.slice(0, n).map(view);
          if (kernel.kind === 'rows') {
            evalRows(kernel, args.map(view));
            continue;
          }
          const results =
            kernel.kind === 'nest' ? evalNest(kernel, operands) : [evalSpecial(kernel, operands)];
          results.forEach((r, k) => {
            view(args[n + k]).set(r);
          });
        }
      },
    };
  };
  return base;
}
