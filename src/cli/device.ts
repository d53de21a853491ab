// Which device a command runs on, said in one line with the reason. A software Vulkan driver, or one
// that a GPU server mounts in an unusual place, shows up only if the environment names it when a
// process starts: then the command starts itself again with the variables set (scripts/vulkan.mjs).
import { existsSync } from 'node:fs';
import { Option } from 'commander';
import type { AdapterKind } from '../../scripts/vulkan.mjs';
import { probeHardware, requestAdapter } from '../backends/webgpu/device.ts';
import { UsageError } from '../run/usage-error.ts';
import { type DeviceName, deviceReason, useDevice } from '../runtime/device.ts';

/** The option that every computing command has. */
export const deviceOption = (): Option =>
  new Option('--device <name>', 'auto: a hardware GPU if there is one, else the CPU')
    .choices(['auto', 'cpu', 'webgpu', 'interpret'])
    .default('auto')
    .env('WGRAD_DEVICE');

// Signs of a GPU that the Vulkan loader may need help to find.
const gpuNodes = ['/dev/nvidiactl', '/dev/dri/renderD128', '/dev/dxg'];

// WGRAD_ADAPTERS=hardware,lavapipe restricts the search.
const wantedAdapters = (): AdapterKind[] | undefined =>
  process.env.WGRAD_ADAPTERS?.split(',').filter(Boolean) as AdapterKind[] | undefined;

async function needsRelaunch(name: DeviceName): Promise<boolean> {
  if (name !== 'webgpu' && name !== 'auto') return false;
  if ((await probeHardware()).hardware) return false;
  if (gpuNodes.some((node) => existsSync(node))) return true;
  return name === 'webgpu' && !(await requestAdapter().catch(() => undefined));
}

/**
 * Acquires the device and prints it with the reason. Resolves to an exit status if the work was done
 * by a process that this one started in another environment, else to undefined.
 * @throws UsageError if there is no such device
 */
export async function chooseDevice(name: DeviceName): Promise<number | undefined> {
  const vulkan = await import('../../scripts/vulkan.mjs');
  if (!vulkan.isRelaunched() && (await needsRelaunch(name))) {
    const found = vulkan.findAdapter(name === 'auto' ? ['hardware'] : wantedAdapters());
    if (found.kind !== undefined && Object.keys(found.env).length > 0) {
      return vulkan.relaunch(found.env);
    }
    if (found.kind === undefined && name === 'webgpu') {
      const why = Object.entries(found.refused).map(([kind, reason]) => `${kind}: ${reason}`);
      throw new UsageError(`no WebGPU adapter (${why.join('; ')}); use --device cpu`);
    }
  }
  const backend = await useDevice(name);
  console.error(`device: ${backend.name}, ${backend.description} (${deviceReason()})`);
  return undefined;
}
