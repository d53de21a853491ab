// Golden cases on WebGPU: ten times the tolerance, for transcendental functions on GPUs are less exact.
// WGSL promises nothing about NaN and infinities, so the cases flagged `special` are left to the CPU.
import { vi } from 'vitest';
import { nnAdapter } from './adapters/nn.ts';
import { opsAdapter } from './adapters/ops.ts';
import { optimAdapter } from './adapters/optim.ts';
import { secondOrderAdapter } from './adapters/second-order.ts';
import { goldenSuite, type Setting } from './suite.ts';

// a software adapter compiles every pipeline anew
vi.setConfig({ testTimeout: 240_000 });

const webgpu: Setting = { device: 'webgpu', factor: 10, except: (c) => c.special === true };

goldenSuite('ops', 221 - 18, opsAdapter, webgpu);
goldenSuite('second_order', 15, secondOrderAdapter, webgpu);
goldenSuite('nn', 17, nnAdapter, webgpu);
goldenSuite('optim', 17, optimAdapter, webgpu);
