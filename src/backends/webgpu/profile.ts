// Times of the dispatches of a run. Devices with timestamp queries write the time before and after each
// dispatch, which has a pass of its own for that; elsewhere every dispatch is submitted alone and waited
// for, which adds the round trip (some tens of microseconds) to its time.
import type { Bound } from './executable.ts';

// the most that a query set may hold, in every implementation
const queriesPerSet = 4096;

/**
 * Runs the dispatches and resolves to the milliseconds each took.
 * @param timestamps whether the device has the feature `timestamp-query`
 */
export async function profileDispatches(
  device: GPUDevice,
  bound: readonly Bound[],
  timestamps: boolean,
): Promise<number[]> {
  if (!timestamps) return profileByWaiting(device, bound);
  const times: number[] = [];
  for (let from = 0; from < bound.length; from += queriesPerSet / 2) {
    times.push(...(await profileByQueries(device, bound.slice(from, from + queriesPerSet / 2))));
  }
  return times;
}

function dispatch(pass: GPUComputePassEncoder, { group, pipeline }: Bound): void {
  pass.setPipeline(pipeline.compiled.pipeline as GPUComputePipeline);
  pass.setBindGroup(0, group);
  pass.dispatchWorkgroups(pipeline.grid[0], pipeline.grid[1]);
  pass.end();
}

async function profileByQueries(device: GPUDevice, bound: readonly Bound[]): Promise<number[]> {
  const count = 2 * bound.length;
  const bytes = count * 8;
  const querySet = device.createQuerySet({ type: 'timestamp', count });
  const resolved = device.createBuffer({
    size: bytes,
    usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC,
  });
  const staging = device.createBuffer({
    size: bytes,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  const encoder = device.createCommandEncoder();
  bound.forEach((b, i) => {
    const timestampWrites = {
      querySet,
      beginningOfPassWriteIndex: 2 * i,
      endOfPassWriteIndex: 2 * i + 1,
    };
    dispatch(encoder.beginComputePass({ timestampWrites }), b);
  });
  encoder.resolveQuerySet(querySet, 0, count, resolved, 0);
  encoder.copyBufferToBuffer(resolved, 0, staging, 0, bytes);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(GPUMapMode.READ);
  const ns = new BigUint64Array(staging.getMappedRange());
  const times = bound.map((_, i) => Number(ns[2 * i + 1] - ns[2 * i]) / 1e6);
  querySet.destroy();
  resolved.destroy();
  staging.destroy();
  return times;
}

async function profileByWaiting(device: GPUDevice, bound: readonly Bound[]): Promise<number[]> {
  const times: number[] = [];
  await device.queue.onSubmittedWorkDone();
  for (const b of bound) {
    const start = performance.now();
    const encoder = device.createCommandEncoder();
    dispatch(encoder.beginComputePass(), b);
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    times.push(performance.now() - start);
  }
  return times;
}
