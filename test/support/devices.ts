// The devices under test, each made once per process, and running a piece of work on one of them.
import type { Backend } from '../../src/backends/backend.ts';
import { InterpretBackend } from '../../src/backends/interpret/interpret-backend.ts';
import { currentDevice, useBackend, useDevice } from '../../src/runtime/device.ts';
import '../../src/runtime/evaluate.ts';
import { programBackend } from './program-backend.ts';

/** `program` is the planner with kernels in float64 (generic ones where there are any), no generator. */
export type TestDevice = 'interpret' | 'program' | 'cpu' | 'webgpu';

const made = new Map<TestDevice, Backend>();

/** Makes `name` the device in use. A missing WebGPU adapter is a failure, never a skip. */
export async function use(name: TestDevice): Promise<Backend> {
  let backend = made.get(name);
  if (!backend) {
    if (name === 'interpret') backend = new InterpretBackend();
    else if (name === 'program') backend = programBackend([], false);
    else backend = await useDevice(name);
    made.set(name, backend);
  }
  if (currentDevice() !== backend) await useBackend(backend);
  return backend;
}

/** Largest |got - want| / (1 + |want|); NaN matches NaN, infinities match themselves. */
export function worstError(got: ArrayLike<number>, want: ArrayLike<number>): number {
  if (got.length !== want.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let i = 0; i < got.length; i++) {
    if (Object.is(got[i], want[i]) || got[i] === want[i]) continue;
    if (Number.isNaN(got[i]) && Number.isNaN(want[i])) continue;
    const error = Math.abs(got[i] - want[i]) / (1 + Math.abs(want[i]));
    worst = Math.max(worst, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
  }
  return worst;
}
