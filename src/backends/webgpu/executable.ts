// A program on the GPU: per dispatch a pipeline, a bind group and a grid, recorded into one pass each
// run. Bind groups are the expensive part, so each dispatch remembers the few it made last, by the
// identities of the buffers; a loop that finds its buffers again makes none.
import type { Program, Slot } from '../../compiler/program.ts';
import { DeviceError } from '../../tensor/errors.ts';
import { formatShape } from '../../tensor/shape.ts';
import type { GPUStorage } from './buffers.ts';
import type { Pipeline, PipelineCache } from './pipelines.ts';
import type { Operand, Pattern } from './wgsl/stage.ts';

/** Where an operand lies: a program slot, or the kernel's scratch memory. */
interface Place {
  readonly slot: Slot | 'scratch';
  readonly bytes: number;
}

/** A dispatch with its buffers. */
export interface Bound {
  readonly ids: readonly number[];
  readonly group: GPUBindGroup;
  readonly pipeline: Pipeline;
}

/** One dispatch of a program. */
interface Dispatch {
  readonly step: number;
  readonly stage: number;
  readonly operands: readonly Operand[];
  readonly places: readonly Place[];
  readonly bound: Bound[];
}

/** Buffers of one run. */
export interface RunBuffers {
  readonly inputs: readonly GPUStorage[];
  readonly outputs: readonly GPUStorage[];
  readonly temp?: GPUStorage;
  readonly scratch?: GPUStorage;
}

/** A loaded program. */
export interface LoadedProgram {
  readonly program: Program;
  readonly scratchBytes: number;
  /** Number of dispatches in a run. */
  readonly length: number;
  /** Pipelines and bind groups for these buffers; `waiting`: pipelines still being compiled. */
  prepare(buffers: RunBuffers): {
    readonly bound: readonly Bound[];
    readonly waiting: Promise<void>[];
  };
}

const remembered = 4;
const align = (bytes: number, to: number): number => Math.ceil(bytes / to) * to;

/** What loading needs of the device. */
export interface LoadContext {
  readonly device: GPUDevice;
  readonly cache: PipelineCache;
  countBindGroup(): void;
}

/**
 * Generates the kernels of a program and starts compiling them.
 * @throws DeviceError if an operand is larger than a binding may be
 */
export function loadProgram(program: Program, context: LoadContext): LoadedProgram {
  const { device, cache } = context;
  const limit = device.limits.maxStorageBufferBindingSize;
  const mostBuffers = device.limits.maxStorageBuffersPerShaderStage;
  const dispatches: Dispatch[] = [];
  let scratchBytes = 0;
  program.steps.forEach((step, number) => {
    const { stages, scratchBytes: own } = cache.stages(step.kernel);
    scratchBytes = Math.max(scratchBytes, own);
    const what = `${program.name}: ${step.label}`;
    stages.forEach(({ operands }, stage) => {
      const places = operands.map(({ arg }): Place => {
        if (arg === 'scratch') return { slot: 'scratch', bytes: align(own, 4) };
        const slot = program.slots[step.args[arg]];
        return { slot, bytes: align(Math.max(slot.bytes, 4), 4) };
      });
      places.forEach(({ slot, bytes }, i) => {
        if (bytes > limit) throw tooLarge(program, what, operands[i], slot, bytes, limit);
      });
      const distinct = new Set(operands.map((o) => (o.arg === 'scratch' ? -1 : step.args[o.arg])));
      if (distinct.size > mostBuffers) {
        throw new DeviceError(
          `${what}: uses ${distinct.size} buffers, but this device binds at most ${mostBuffers} ` +
            '(maxStorageBuffersPerShaderStage)',
        );
      }
      dispatches.push({ step: number, stage, operands, places, bound: [] });
    });
  });

  function bufferOf({ slot }: Place, run: RunBuffers): GPUStorage {
    if (slot === 'scratch') return run.scratch as GPUStorage;
    if (slot.kind === 'temp') return run.temp as GPUStorage;
    return (slot.kind === 'input' ? run.inputs : run.outputs)[slot.index];
  }

  function bind(d: Dispatch, buffers: readonly GPUStorage[]): Bound {
    const { pattern, entries } = patternOf(d, buffers);
    const step = program.steps[d.step];
    const pipeline = cache.pipeline(step.kernel, d.stage, pattern, step.label);
    context.countBindGroup();
    const group = device.createBindGroup({
      layout: pipeline.layout,
      entries,
      label: `${program.name}: ${pipeline.label}`,
    });
    return { ids: buffers.map((b) => b.id), group, pipeline };
  }

  function boundFor(d: Dispatch, run: RunBuffers): Bound {
    const { bound, places } = d;
    search: for (let k = 0; k < bound.length; k++) {
      const { ids } = bound[k];
      for (let i = 0; i < places.length; i++) {
        if (bufferOf(places[i], run).id !== ids[i]) continue search;
      }
      return bound[k];
    }
    const made = bind(
      d,
      places.map((p) => bufferOf(p, run)),
    );
    bound.unshift(made);
    if (bound.length > remembered) bound.pop();
    return made;
  }

  // start compiling for the sharing that donation and the arena imply, before buffers are known
  const stand = (id: number): GPUStorage =>
    ({ id, capacity: 0, bytes: 0, freed: false }) as GPUStorage;
  const inputs = program.inputs.map((_, i) => stand(i));
  const outputs = program.outputs.map((_, i) => {
    const donated = program.donations.get(i);
    return donated === undefined ? stand(inputs.length + i) : inputs[donated];
  });
  const expected = { inputs, outputs, temp: stand(-1), scratch: stand(-2) };
  for (const d of dispatches) {
    const { pattern } = patternOf(
      d,
      d.places.map((p) => bufferOf(p, expected)),
    );
    const step = program.steps[d.step];
    cache.pipeline(step.kernel, d.stage, pattern, step.label);
  }

  return {
    program,
    scratchBytes,
    length: dispatches.length,
    prepare(run) {
      const bound = dispatches.map((d) => boundFor(d, run));
      const waiting = bound.filter((b) => !b.pipeline.pipeline).map((b) => b.pipeline.ready);
      return { bound, waiting };
    },
  };
}

// Operands at the same place share a binding. A buffer may not be bound both for reading and for
// writing in one dispatch, so whatever lies in a written buffer is bound for writing.
function patternOf(
  d: Dispatch,
  buffers: readonly GPUStorage[],
): { pattern: Pattern; entries: GPUBindGroupEntry[] } {
  const binding: number[] = [];
  const keys = new Map<string, number>();
  const windows: { buffer: GPUStorage; offset: number; size: number }[] = [];
  const written = new Set<number>();
  d.operands.forEach((operand, i) => {
    const { slot, bytes } = d.places[i];
    const offset = slot !== 'scratch' && slot.kind === 'temp' ? slot.offset : 0;
    const key = `${buffers[i].id} ${offset}`;
    let b = keys.get(key);
    if (b === undefined) {
      b = windows.length;
      keys.set(key, b);
      windows.push({ buffer: buffers[i], offset, size: bytes });
    } else windows[b].size = Math.max(windows[b].size, bytes);
    binding.push(b);
    if (operand.write) written.add(buffers[i].id);
  });
  return {
    pattern: { binding, write: windows.map((w) => written.has(w.buffer.id)) },
    entries: windows.map(({ buffer, offset, size }, b) => ({
      binding: b,
      resource: { buffer: buffer.buffer, offset, size },
    })),
  };
}

const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

function tooLarge(
  program: Program,
  what: string,
  operand: Operand,
  slot: Slot | 'scratch',
  bytes: number,
  limit: number,
): DeviceError {
  let name = 'an intermediate value';
  if (slot === 'scratch') name = 'the scratch memory';
  else if (slot.kind !== 'temp') {
    const aval = (slot.kind === 'input' ? program.inputs : program.outputs)[slot.index];
    name = `${slot.kind} ${slot.index} ${aval.dtype}${formatShape(aval.shape)}`;
  } else name = `an intermediate ${operand.dtype} value`;
  return new DeviceError(
    `${what}: ${name} takes ${mib(bytes)}, but this device binds at most ${mib(limit)} of a buffer ` +
      '(maxStorageBufferBindingSize); use smaller batches or the cpu device',
  );
}
