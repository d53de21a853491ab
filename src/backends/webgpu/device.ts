// Finding a GPU. A browser has `navigator.gpu`; Node gets the same interface from the optional package
// `webgpu` (Dawn), which is imported only when it is needed, so that one bundle serves both. The
// device is asked for with the adapter's own limits, since the defaults (128 MiB a binding, 8 storage
// buffers) are too small.
import { DeviceError } from '../../tensor/errors.ts';
import { createTuner } from './autotune.ts';
import { defaultStore } from './autotune-store.ts';
import { matrixFeature } from './kernels/subgroup-matrix.ts';
import { matrixSubgroupOf, testMatrices } from './matrix-selftest.ts';
import { deviceIsPolled } from './patience.ts';
import type { Tuner } from './tuner.ts';
import { lackOfDriver, lackOfLoader } from './vulkan.ts';
import type { AdapterTraits } from './wgsl/stage.ts';

/** A device with what the backend must know of it. */
export interface GPUHandle {
  readonly device: GPUDevice;
  readonly info: GPUAdapterInfo;
  /** A CPU that pretends to be a GPU (lavapipe, SwiftShader, WARP). */
  readonly software: boolean;
  /** One line for people. */
  readonly description: string;
  /** What the choice of kernels depends on. */
  readonly traits: AdapterTraits;
  /** Measures tiles; there is none where that is turned off. */
  readonly tuner?: Tuner;
}

// lazy clearing costs a pass over every new buffer; quantised timestamps hide short kernels
const dawnOptions = [
  'enable-dawn-features=allow_unsafe_apis,vulkan_enable_f16_on_nvidia',
  'disable-dawn-features=lazy_clear_resource_on_first_use,timestamp_quantization',
];

const advice =
  'install a Vulkan driver (a GPU vendor’s, or mesa-vulkan-drivers of Debian 13 or bookworm-backports ' +
  'for a software one) or use the cpu device';

let nodeGpu: Promise<GPU> | undefined;

/** The entry point of WebGPU. @throws DeviceError if neither browser nor package offers one */
export async function webgpu(): Promise<GPU> {
  if (typeof navigator !== 'undefined' && navigator.gpu) return navigator.gpu;
  if (typeof process === 'undefined' || !process.versions?.node) {
    throw new DeviceError(
      'this browser has no WebGPU (navigator.gpu): it needs a recent browser and a secure context ' +
        '(https or localhost); the cpu device works without it',
    );
  }
  nodeGpu ??= importDawn();
  return nodeGpu;
}

async function importDawn(): Promise<GPU> {
  // the name is kept from bundlers, which would otherwise pull a native module into browsers
  const name = 'webgpu';
  let dawn: { create(options: string[]): GPU; globals: Record<string, unknown> };
  try {
    dawn = await import(/* @vite-ignore */ name);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new DeviceError(
      `the optional package "webgpu" cannot be loaded (${why}): run \`npm install webgpu\`, or use ` +
        'the cpu device',
    );
  }
  for (const [key, value] of Object.entries(dawn.globals)) {
    if (!(key in globalThis)) Object.assign(globalThis, { [key]: value });
  }
  deviceIsPolled();
  return dawn.create(dawnOptions);
}

/** True for adapters that compute on the CPU. */
export function isSoftware(info: GPUAdapterInfo): boolean {
  const text = `${info.vendor} ${info.architecture} ${info.device} ${info.description}`;
  const fallback = (info as GPUAdapterInfo & { isFallbackAdapter?: boolean }).isFallbackAdapter;
  return (
    fallback === true || /llvmpipe|lavapipe|swiftshader|software|basic render|warp/i.test(text)
  );
}

const isLavapipe = (info: GPUAdapterInfo): boolean =>
  /llvmpipe|lavapipe/i.test(`${info.device} ${info.description}`);

/** One line: name, driver and whether it is a CPU. */
export function describeAdapter(info: GPUAdapterInfo): string {
  const name =
    info.description || [info.vendor, info.architecture, info.device].filter(Boolean).join(' ');
  return `${name || 'unnamed adapter'}${isSoftware(info) ? ' (software, runs on the CPU)' : ''}`;
}

/** The preferred adapter. @throws DeviceError if there is none */
export async function requestAdapter(): Promise<GPUAdapter> {
  const lack = lackOfLoader();
  if (lack) {
    throw new DeviceError(`no WebGPU adapter was found, because ${lack}: ${advice}`);
  }
  const gpu = await webgpu();
  // NVIDIA's and Mesa's loaders warn on the console, which is not ours to silence
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new DeviceError(`no WebGPU adapter was found: ${advice}`);
  return adapter;
}

/** Whether a hardware GPU can be had, and if not, why; never throws. */
export async function probeHardware(): Promise<{ hardware: boolean; reason: string }> {
  // nobody asked for a GPU, so no advice how to get one
  const lack = lackOfLoader() ?? lackOfDriver();
  if (lack) return { hardware: false, reason: `no hardware GPU: ${lack}` };
  try {
    const { info } = await requestAdapter();
    return isSoftware(info)
      ? { hardware: false, reason: `no hardware GPU: the only adapter is ${describeAdapter(info)}` }
      : { hardware: true, reason: `a hardware GPU: ${describeAdapter(info)}` };
  } catch (error) {
    return { hardware: false, reason: error instanceof Error ? error.message.split('\n')[0] : '' };
  }
}

const usefulFeatures = ['shader-f16', 'subgroups', 'timestamp-query', matrixFeature] as const;

const usefulLimits = [
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
] as const;

/** A device of the preferred adapter with its limits and features. @throws DeviceError */
export async function requestDevice(): Promise<GPUHandle> {
  const adapter = await requestAdapter();
  const requiredLimits: Record<string, number> = {};
  for (const name of usefulLimits) requiredLimits[name] = adapter.limits[name];
  const requiredFeatures = usefulFeatures.filter((f) =>
    adapter.features.has(f),
  ) as GPUFeatureName[];
  let device: GPUDevice;
  try {
    device = await adapter.requestDevice({ requiredLimits, requiredFeatures, label: 'wgrad' });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DeviceError(`${describeAdapter(adapter.info)} gives no device: ${why}; ${advice}`);
  }
  const { info } = adapter;
  const software = isSoftware(info);
  const { traits, note } = await traitsOf(device, info);
  const description = describeAdapter(info) + (note ? ` (${note})` : '');
  const tuner = wantsTuning(software)
    ? await createTuner(device, await defaultStore(`${description} ${info.vendor} ${info.device}`))
    : undefined;
  return { device, info, software, description, traits, tuner };
}

async function traitsOf(
  device: GPUDevice,
  info: GPUAdapterInfo,
): Promise<{ traits: AdapterTraits; note?: string }> {
  const { limits } = device;
  const software = isSoftware(info);
  const traits = {
    units: software ? 8 : unitsOf(info.vendor),
    threads: Math.min(limits.maxComputeInvocationsPerWorkgroup, limits.maxComputeWorkgroupSizeX),
    workgroupBytes: limits.maxComputeWorkgroupStorageSize,
    unroll: !software,
    optimizes: !software || isLavapipe(info),
  };
  const subgroup = device.features.has('shader-f16') ? matrixSubgroupOf(info) : undefined;
  if (!subgroup || !device.features.has(matrixFeature as GPUFeatureName)) return { traits };
  const wrong = await testMatrices(device, subgroup);
  return wrong
    ? { traits, note: `without subgroup matrices: ${wrong}` }
    : { traits: { ...traits, matrixSubgroup: subgroup } };
}

// WebGPU does not tell the number of compute units: something like the middle of a vendor's range
const unitsOf = (vendor: string): number =>
  /nvidia|amd/i.test(vendor) ? 96 : /apple|intel/i.test(vendor) ? 24 : 12;

// WGRAD_AUTOTUNE=0 turns measuring off, 1 turns it on for software adapters too
function wantsTuning(software: boolean): boolean {
  const wish = typeof process === 'undefined' ? undefined : process.env?.WGRAD_AUTOTUNE;
  return wish === '1' || (wish !== '0' && !software);
}
