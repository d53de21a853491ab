import { vi } from 'vitest';
import { goldenSuite, type Setting } from './suite.ts';

vi.setConfig({ testTimeout: 240_000 });
const cpu: Setting = { device: 'cpu', factor: 1 };
goldenSuite('clip', 5, cpu);
goldenSuite('clip', 5, { device: 'webgpu', factor: 10 });
