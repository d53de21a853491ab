// What the devices are held to.
import type { GoldenCase } from './contract.ts';
import type { RunOptions } from './run-cases.ts';

/** Whether a case computes in f64, which WebGPU has not. */
export const needsF64 = ({ dtype, args, kwargs }: GoldenCase): boolean =>
  dtype === 'f64' || /"torch\.(float64|double)"/.test(JSON.stringify([args, kwargs]));

/** Whether a gradient on the way is below 2^-126, where WGSL lets devices take 0 (SwiftShader does). */
export const needsSubnormals = ({ id }: GoldenCase): boolean => id === 'norm.huge.10';

/**
 * How much more than the f32 tolerance a device may be off, and the cases that it does not promise. WGSL allows
 * transcendental functions more than f32 arithmetic, and lets a device assume that there are no NaN and infinities.
 */
export const settings: Readonly<Record<'cpu' | 'webgpu', RunOptions & { factor: number }>> = {
  cpu: { factor: 1 },
  webgpu: { factor: 10, except: (c) => c.special === true || needsF64(c) },
};
