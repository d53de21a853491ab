// Shaders and pipelines, made once for each kernel and pattern of shared bindings. Compilation runs
// beside the program (createComputePipelineAsync); `ready` says when a pipeline can be used. On software
// adapters kernels that differ in sizes only share a pipeline and read the sizes from a uniform window.

import type { Kernel } from '../../compiler/program.ts';
import { generateStages } from './kernels/generate.ts';
import { type SizeBlocks, sizeBlocks } from './size-blocks.ts';
import type { KernelOptions } from './tuner.ts';
import {
  gridOf,
  type Pattern,
  type Stage,
  type Stages,
  shaderText,
  sharedShaderText,
} from './wgsl/stage.ts';

/** A compiled shader that is there or will be. */
interface Compiled {
  readonly layout: GPUBindGroupLayout;
  readonly label: string;
  pipeline?: GPUComputePipeline;
  readonly ready: Promise<void>;
}

/** What a dispatch of a kernel needs beside its buffers; kernels that differ in sizes share `compiled`. */
export interface Pipeline {
  readonly grid: readonly [number, number];
  readonly compiled: Compiled;
  /** The last entry of its bind groups: the sizes of this kernel. */
  readonly sizes?: GPUBufferBinding;
}

/** Generated kernels and compiled pipelines of one device. */
export interface PipelineCache {
  /** Dispatches of a kernel; generated once for each key. */
  stages(kernel: Kernel): Stages;
  pipeline(kernel: Kernel, stage: number, pattern: Pattern, label: string): Pipeline;
  readonly created: number;
  /**
   * Forgets kernels that have better tiles by now. Returns a number that grows when that happens:
   * programs must then be loaded again.
   */
  refresh(): number;
}

/** An empty cache. `failed` hears of shaders that the device refuses. */
export function pipelineCache(
  device: GPUDevice,
  options: KernelOptions,
  log: (text: string) => void,
  failed: (label: string, error: unknown) => void,
): PipelineCache {
  const generated = new Map<string, Stages>();
  const pipelines = new Map<string, Pipeline>();
  // kernels that come out the same after tuning keep their pipelines
  const compiled = new Map<string, Compiled>();
  const blocks: SizeBlocks | undefined = options.hardware ? undefined : sizeBlocks(device);
  let tuned = 0;
  const layouts = new Map<string, { group: GPUBindGroupLayout; layout: GPUPipelineLayout }>();
  let created = 0;

  function layoutOf(
    write: readonly boolean[],
    sized: boolean,
  ): { group: GPUBindGroupLayout; layout: GPUPipelineLayout } {
    const types = write.map((w): GPUBufferBindingType => (w ? 'storage' : 'read-only-storage'));
    if (sized) types.push('uniform');
    const key = types.join();
    let found = layouts.get(key);
    if (!found) {
      const group = device.createBindGroupLayout({
        entries: types.map((type, binding) => ({
          binding,
          visibility: GPUShaderStage.COMPUTE,
          buffer: { type },
        })),
      });
      found = { group, layout: device.createPipelineLayout({ bindGroupLayouts: [group] }) };
      layouts.set(key, found);
    }
    return found;
  }

  function stages(kernel: Kernel): Stages {
    const key = `${kernel.kind} ${kernel.key}`;
    let found = generated.get(key);
    if (!found) {
      found = generateStages(kernel, options);
      generated.set(key, found);
    }
    return found;
  }

  function make(stage: Stage, pattern: Pattern, label: string): Pipeline {
    const grid = gridOf(stage.workgroups);
    if (!blocks) {
      return {
        grid,
        compiled: compile(shaderText(stage, pattern, options), pattern, false, label),
      };
    }
    const { code, words } = sharedShaderText(stage, pattern, options);
    log(`// ${label}: sizes ${words.join(' ')}`);
    const sized = words.length > 0;
    return {
      grid,
      compiled: compile(code, pattern, sized, label),
      sizes: sized ? blocks.windowOf(words) : undefined,
    };
  }

  function compile(code: string, { write }: Pattern, sized: boolean, label: string): Compiled {
    const key = `${write.map(Number)} ${code}`;
    const known = compiled.get(key);
    if (known) return known;
    created++;
    log(`// ${label}:\n${code}`);
    const { group, layout } = layoutOf(write, sized);
    const start = async (): Promise<GPUComputePipeline> =>
      device.createComputePipelineAsync({
        label,
        layout,
        compute: { module: device.createShaderModule({ code, label }), entryPoint: 'main' },
      });
    const made: Compiled = {
      layout: group,
      label,
      ready: start().then(
        (pipeline) => {
          made.pipeline = pipeline;
        },
        (error: unknown) => failed(label, error),
      ),
    };
    compiled.set(key, made);
    return made;
  }

  return {
    stages,
    refresh() {
      const version = options.tuner?.version ?? 0;
      if (version !== tuned) {
        generated.clear();
        pipelines.clear();
        tuned = version;
      }
      return version;
    },
    pipeline(kernel, stage, pattern, label) {
      const { binding, start, write } = pattern;
      const key = `${kernel.kind} ${kernel.key} ${stage} ${binding} ${start} ${write.map(Number)}`;
      let found = pipelines.get(key);
      if (!found) {
        const one = stages(kernel).stages[stage];
        found = make(one, pattern, `${label} (${one.name})`);
        pipelines.set(key, found);
      }
      return found;
    },
    get created() {
      return created;
    },
  };
}
