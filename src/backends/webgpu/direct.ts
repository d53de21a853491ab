// Stages run by themselves, outside of any program: what the start-up self-test and the autotuner need.
// Every operand has a binding of its own, and a shader that the device refuses is an answer, not an
// error of the device.
import { gridOf, type ShaderOptions, type Stage, type Stages, shaderText } from './wgsl/stage.ts';

/** A dispatch that is ready to be recorded. */
interface DirectDispatch {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
  readonly grid: readonly [number, number];
}

/** Records the dispatches of a kernel. */
export type Recorder = (pass: GPUComputePassEncoder) => void;

/** Does work without awaiting anything, and gives the device's words if it fails. */
export async function checked<T>(device: GPUDevice, work: () => T): Promise<T | Error> {
  device.pushErrorScope('out-of-memory');
  device.pushErrorScope('validation');
  const result = work();
  const errors = await Promise.all([device.popErrorScope(), device.popErrorScope()]);
  const error = errors.find((e) => e !== null);
  return error ? new Error(error.message) : result;
}

/**
 * Compiles stages for given argument buffers (and scratch memory, the last of `buffers`). Gives the
 * device's words if it refuses one.
 */
export async function compileDirect(
  device: GPUDevice,
  { stages }: Stages,
  options: ShaderOptions,
  buffers: readonly GPUBuffer[],
): Promise<Recorder | string> {
  const compile = async (stage: Stage): Promise<DirectDispatch> => {
    const pattern = {
      binding: stage.operands.map((_, i) => i),
      write: stage.operands.map((o) => o.write),
    };
    const code = shaderText(stage, pattern, options);
    const module = await checked(device, () => device.createShaderModule({ code }));
    if (module instanceof Error) throw module;
    const compute = { module, entryPoint: 'main' };
    const pipeline = await device.createComputePipelineAsync({ layout: 'auto', compute });
    const entries = stage.operands.map(({ arg }, binding) => ({
      binding,
      resource: { buffer: arg === 'scratch' ? buffers[buffers.length - 1] : buffers[arg] },
    }));
    const layout = pipeline.getBindGroupLayout(0);
    const group = await checked(device, () => device.createBindGroup({ layout, entries }));
    if (group instanceof Error) throw group;
    return { pipeline, group, grid: gridOf(stage.workgroups) };
  };
  const dispatches = await Promise.all(stages.map(compile)).catch((error: unknown) => error);
  if (!Array.isArray(dispatches)) return String(dispatches);
  return (pass) => {
    for (const { pipeline, group, grid } of dispatches) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(grid[0], grid[1]);
    }
  };
}
