// Failures of the WebGPU device: what is refused, what poisons it, and what is left when it is lost.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isSoftware, probeHardware, requestAdapter } from '../../src/backends/webgpu/device.ts';
import { hasDriver, hasLibrary } from '../../src/backends/webgpu/vulkan.ts';
import {
  createWebGPUBackend,
  type WebGPUBackend,
} from '../../src/backends/webgpu/webgpu-backend.ts';
import { DeviceError, DeviceLostError, DTypeError } from '../../src/tensor/errors.ts';
import * as ix from '../../src/tensor/index-expr.ts';
import * as ir from '../../src/tensor/ir.ts';
import { nest, programOf, runKernel, twoPlus } from './support.ts';

let backend: WebGPUBackend;
beforeEach(async () => {
  backend = await createWebGPUBackend();
});
afterEach(() => backend.dispose());

const f32 = (n: number) => ({ dtype: 'f32' as const, shape: [n] });

describe('failures', () => {
  test('an operand beyond the largest binding is refused with sizes', () => {
    const n = Math.floor(backend.device.limits.maxStorageBufferBindingSize / 4) + 64;
    const program = programOf(backend, twoPlus(n), [n], 'twoPlus');
    expect(() => backend.load(program)).toThrow(DeviceError);
    expect(() => backend.load(program)).toThrow(
      /twoPlus: input 0 f32\[\d+\] takes .* MiB.*maxStorageBufferBindingSize/,
    );
  });

  test('float64 is refused', () => {
    expect(backend.capabilities.bytes('f64')).toBeUndefined();
    ir.resetExpressions();
    const kernel = nest({
      axes: [1],
      results: [ir.constant(1, 'f64')],
      inputs: [],
      outputs: ['f32'],
      inputSizes: [],
    });
    expect(() => backend.load(programOf(backend, kernel, [1]))).toThrow(DTypeError);
  });

  test('a program that fails on the device poisons it, naming program and kernel', async () => {
    const n = 100;
    const executable = backend.load(programOf(backend, twoPlus(n), [n], 'twoPlus'));
    const [a, b, out] = [f32(n), f32(n), f32(n)].map((v) => backend.alloc(v));
    backend.upload(a, f32(n), new Float32Array(n));
    executable.run([a, b], [out]);
    await backend.sync();
    // a buffer that is destroyed behind the backend's back
    (a as unknown as { buffer: GPUBuffer }).buffer.destroy();
    executable.run([a, b], [out]);
    await expect(backend.download(out, f32(n))).rejects.toThrow(/program test failed.*twoPlus/);
    expect(backend.failure).toBeInstanceOf(DeviceError);
    expect(() => executable.run([a, b], [out])).toThrow(/program test failed/);
    await expect(backend.sync()).rejects.toThrow(/program test failed/);
  });

  test('a kernel that the device refuses is named', async () => {
    ir.resetExpressions();
    // a body that no compiler makes: a load of a buffer that is not there
    const bad = nest({
      axes: [4],
      results: [ir.load(0, ix.axis('i0', 4), 'i32')],
      inputs: ['f32'],
      outputs: ['i32'],
      inputSizes: [4],
    });
    const executable = backend.load(programOf(backend, bad, [4], 'badKernel'));
    const [a, out] = [backend.alloc(f32(4)), backend.alloc(f32(4))];
    executable.run([a], [out]);
    await expect(backend.download(out, f32(4))).rejects.toThrow(/badKernel/);
  });

  test('a lost device is a state', async () => {
    const n = 16;
    const executable = backend.load(programOf(backend, twoPlus(n), [n]));
    const [a, b, out] = [f32(n), f32(n), f32(n)].map((v) => backend.alloc(v));
    executable.run([a, b], [out]);
    backend.device.destroy();
    await expect(backend.download(out, f32(n))).rejects.toThrow(DeviceLostError);
    expect(backend.failure).toBeInstanceOf(DeviceLostError);
    expect(() => executable.run([a, b], [out])).toThrow(DeviceLostError);
    expect(() => backend.alloc(f32(1))).toThrow(DeviceLostError);
    expect(() => backend.upload(a, f32(n), new Float32Array(n))).toThrow(DeviceLostError);
    await expect(backend.sync()).rejects.toThrow(DeviceLostError);
    // a new one can be had
    const next = await createWebGPUBackend();
    const [got] = await runKernel(
      next,
      twoPlus(2),
      [Float32Array.of(1, 2), Float32Array.of(3, 4)],
      [2],
    );
    expect([...got]).toEqual([5, 8]);
    next.dispose();
  });
});

describe('without Vulkan', () => {
  test('libraries are found as the linker finds them', () => {
    expect(hasLibrary('libwgrad-is-not-there.so.1')).toBe(false);
    if (process.platform === 'linux') expect(hasLibrary('libc.so.6')).toBe(true);
  });

  test('drivers are found where the loader looks for them', async () => {
    const home = await mkdtemp(join(tmpdir(), 'wgrad-vulkan-'));
    const folder = join(home, '.local/share/vulkan/icd.d');
    // this machine's own drivers must not count
    const found = (env: Record<string, string>) => hasDriver(env, [`${home}/.local/share`]);
    try {
      expect(found({})).toBe(false);
      expect(found({ VK_DRIVER_FILES: '/some/icd.json' })).toBe(true);
      await mkdir(folder, { recursive: true });
      expect(found({})).toBe(false);
      await writeFile(join(folder, 'driver.json'), '{}');
      expect(found({})).toBe(true);
      expect(hasDriver({ HOME: home })).toBe(true);
    } finally {
      await rm(home, { recursive: true });
    }
  });

  test.runIf(process.platform === 'linux')(
    'one line of our own, and Dawn is not asked',
    async () => {
      const opened = vi.spyOn(process, 'dlopen').mockImplementation((_, name) => {
        throw new Error(`${name}: cannot open shared object file: No such file or directory`);
      });
      try {
        await expect(requestAdapter()).rejects.toThrow(
          /^no WebGPU adapter was found, because there is no Vulkan here .*cpu device$/m,
        );
        expect(await probeHardware()).toEqual({
          hardware: false,
          reason: 'no hardware GPU: there is no Vulkan here (libvulkan.so.1)',
        });
        expect(opened.mock.calls.map(([, name]) => name)).toEqual([
          'libvulkan.so.1',
          'libvulkan.so.1',
        ]);
      } finally {
        opened.mockRestore();
      }
    },
  );
});

test('the adapter is described and told from hardware', async () => {
  expect(backend.description).toMatch(/^WebGPU: \S/);
  const { hardware, reason } = await probeHardware();
  expect(reason).not.toBe('');
  const info = { vendor: 'nvidia', architecture: 'hopper', device: '', description: 'NVIDIA H100' };
  expect(isSoftware(info as GPUAdapterInfo)).toBe(false);
  expect(isSoftware({ ...info, description: 'llvmpipe (LLVM 15)' } as GPUAdapterInfo)).toBe(true);
  expect(/software/.test(backend.description)).toBe(!hardware);
});
