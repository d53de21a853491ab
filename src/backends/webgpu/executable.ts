// A program on the GPU: per dispatch a pipeline, a bind group and a grid, recorded into one pass each
// run. Bind groups are the expensive part, so each dispatch remembers the few it made last, by the
// identities of the buffers; a loop that finds its buffers again makes none. The last few runs are
// remembered whole as well: a step that donates its state alternates between two sets of buffers, and
// then one comparison per argument finds everything.
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

/** The dispatches of a run on given buffers, in order. */
export interface Recording {
  readonly bound: readonly Bound[];
  /** What holds the run back: pipelines still being compiled; undefined if all are there. */
  waiting(): Promise<unknown> | undefined;
}

/** A loaded program. */
export interface LoadedProgram {
  readonly program: Program;
  readonly scratchBytes: number;
  /** The program step of each dispatch of a run. */
  readonly stepOf: readonly number[];
  /** Pipelines and bind groups for these buffers. */
  prepare(buffers: RunBuffers): Recording;
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
    const { compiled, sizes } = pipeline;
    if (sizes) entries.push({ binding: entries.length, resource: sizes });
    const group = device.createBindGroup({
      layout: compiled.layout,
      entries,
      label: `${program.name}: ${compiled.label}`,
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

  const recordings: { readonly ids: readonly number[]; readonly recording: Recording }[] = [];
  return {
    program,
    scratchBytes,
    stepOf: dispatches.map((d) => d.step),
    prepare(run) {
      const found = recordings.find(({ ids }) => usesBuffers(ids, run));
      if (found) return found.recording;
      const recording = recordingOf(dispatches.map((d) => boundFor(d, run)));
      recordings.unshift({ ids: buffersOf(run).map((b) => b?.id ?? -1), recording });
      if (recordings.length > remembered) recordings.pop();
      return recording;
    },
  };
}

const buffersOf = (run: RunBuffers): (GPUStorage | undefined)[] => [
  run.temp,
  run.scratch,
  ...run.inputs,
  ...run.outputs,
];

// the comparison of `buffersOf(run)` without the array, since it is made at every run
function usesBuffers(
  ids: readonly number[],
  { temp, scratch, inputs, outputs }: RunBuffers,
): boolean {
  if (ids[0] !== (temp?.id ?? -1) || ids[1] !== (scratch?.id ?? -1)) return false;
  let at = 2;
  for (const b of inputs) if (b.id !== ids[at++]) return false;
  for (const b of outputs) if (b.id !== ids[at++]) return false;
  return true;
}

function recordingOf(bound: readonly Bound[]): Recording {
  let ready = false;
  return {
    bound,
    waiting() {
      if (ready) return undefined;
      const missing = bound.map((b) => b.pipeline.compiled).filter((c) => !c.pipeline);
      ready = missing.length === 0;
      return ready ? undefined : Promise.all(missing.map((c) => c.ready));
    },
  };
}

// Operands at the same place share a binding. A buffer may not be bound for reading and for writing in
// one dispatch, so whatever lies in a written buffer is bound for writing; and bindings for writing may
// not overlap, so there a part of a value shares the binding of what it overlaps.
function patternOf(
  d: Dispatch,
  buffers: readonly GPUStorage[],
): { pattern: Pattern; entries: GPUBindGroupEntry[] } {
  const written = new Set(buffers.filter((_, i) => d.operands[i].write).map((b) => b.id));
  const ranges = d.places.map(({ slot, bytes }, i) => {
    const from = slot === 'scratch' ? 0 : slot.offset;
    return { i, buffer: buffers[i], from, to: from + bytes };
  });
  // stretches of buffers with the operands inside, each found by its first byte
  const windows: { buffer: GPUStorage; from: number; to: number; operands: number[] }[] = [];
  for (const { i, buffer, from, to } of [...ranges].sort((p, q) => p.from - q.from)) {
    const shares = windows.find(
      (w) =>
        w.buffer.id === buffer.id && (w.from === from || (written.has(buffer.id) && from < w.to)),
    );
    if (!shares) windows.push({ buffer, from, to, operands: [i] });
    else {
      shares.to = Math.max(shares.to, to);
      shares.operands.push(i);
    }
  }
  // numbered in the order of the operands, so that equal sharing gives equal shaders
  windows.sort((p, q) => Math.min(...p.operands) - Math.min(...q.operands));
  const binding = ranges.map(({ i }) => windows.findIndex((w) => w.operands.includes(i)));
  return {
    pattern: {
      binding,
      start: ranges.map(({ i, from }) => from - windows[binding[i]].from),
      write: windows.map((w) => written.has(w.buffer.id)),
    },
    entries: windows.map(({ buffer, from, to }, b) => ({
      binding: b,
      resource: { buffer: buffer.buffer, offset: from, size: to - from },
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
