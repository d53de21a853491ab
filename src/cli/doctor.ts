// `wgrad doctor`: what this machine offers and what of the package is there, one fact a line. It finds
// faults, it has none: whatever cannot be had is said and the command goes on.
import { existsSync, statSync } from 'node:fs';
import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { describeCpu, detectCpu, threadsFor } from '../backends/cpu/detect.ts';
import { wideVectors } from '../backends/cpu/wide.ts';
import { describeAdapter, isSoftware, requestAdapter } from '../backends/webgpu/device.ts';
import { openDiffusers } from '../diffusion/diffusers-folder.ts';
import { shippedModel } from '../run/model-folder.ts';
import { packageFolder, packageVersion } from '../run/package-files.ts';
import { device, deviceReason } from '../runtime/device.ts';
import { sizeOf } from '../tensor/shape.ts';

const say = (label: string, value: string): void => console.log(`${label.padEnd(34)}${value}`);
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const yes = (x: boolean): string => (x ? 'yes' : 'no');
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0];

const shownLimits = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupsPerDimension',
] as const;

function showMachine(): void {
  const cpu = detectCpu();
  say('wgrad', packageVersion());
  say('node', `${process.version} on ${process.platform} ${process.arch}`);
  say('processor', `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} threads`);
  say('memory', `${megabytes(totalmem())}, ${megabytes(freemem())} free`);
  say(
    'wasm',
    cpu.simd ? describeCpu(cpu, threadsFor(cpu)) : 'no SIMD: the cpu device does not run',
  );
  say('  simd', yes(cpu.simd));
  say('  relaxed simd', yes(cpu.relaxedSimd));
  if (cpu.simd) say('  vectors', wideVectors().reason);
  say(
    '  shared memory',
    `${yes(cpu.sharedMemory)}${cpu.sharedMemory ? ' (threads possible)' : ''}`,
  );
  say('  memory limit', megabytes(cpu.memoryLimit));
}

function showAdapter(adapter: GPUAdapter): void {
  const { vendor, architecture, device: id } = adapter.info;
  say('webgpu', describeAdapter(adapter.info));
  say('  vendor', [vendor, architecture, id].filter(Boolean).join(', ') || 'unknown');
  say('  hardware', yes(!isSoftware(adapter.info)));
  for (const name of shownLimits) say(`  ${name.replace(/^max/, '')}`, `${adapter.limits[name]}`);
  say('  features', [...adapter.features].sort().join(', ') || 'none');
}

async function showGpu(): Promise<void> {
  try {
    showAdapter(await requestAdapter());
    return;
  } catch (error) {
    say('webgpu', firstLine(error));
  }
  const { describe, findAdapter } = await import('../../scripts/vulkan.mjs');
  const found = findAdapter();
  if (found.kind === undefined) {
    for (const [kind, why] of Object.entries(found.refused)) say(`  ${kind}`, `no: ${why}`);
    return;
  }
  say('  with --device webgpu', `${found.kind}: ${describe(found.info)}`);
}

async function showPackages(): Promise<void> {
  for (const name of ['sharp', 'webgpu', 'gifenc']) {
    try {
      await import(/* @vite-ignore */ name);
      say(name, 'loads');
    } catch (error) {
      say(name, `missing: ${firstLine(error)}`);
    }
  }
}

async function showFiles(): Promise<void> {
  const data = packageFolder('data', 'emoji.json');
  const bin = data && join(data, 'emoji.bin');
  say('data', bin && existsSync(bin) ? `${data}, ${megabytes(statSync(bin).size)}` : 'missing');
  const weights = shippedModel();
  if (!weights) {
    say('weights', 'missing: train a model, or give generate a --model');
    return;
  }
  try {
    const { parts } = await openDiffusers(weights);
    const entries = Object.values(parts).flatMap((part) => part.entries);
    const count = entries.reduce((n, { shape }) => n + sizeOf(shape), 0);
    say('weights', `${weights}, ${(count / 1e6).toFixed(2)} million parameters`);
  } catch (error) {
    say('weights', firstLine(error));
  }
}

async function showDevice(): Promise<void> {
  try {
    const backend = await device();
    say('device', `${backend.name}, ${backend.description} (${deviceReason()})`);
  } catch (error) {
    say('device', `none: ${firstLine(error)}`);
  }
}

/** The command `doctor`. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('what this machine offers: Node, devices, features, packages, files')
    .action(async () => {
      const { isRelaunched } = await import('../../scripts/vulkan.mjs');
      isRelaunched();
      showMachine();
      await showGpu();
      await showPackages();
      await showFiles();
      await showDevice();
    });
