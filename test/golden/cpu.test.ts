// Every golden case on the CPU, in f32 and within the manifest's tolerances.
import { opsAdapter } from './ops-adapter.ts';
import { goldenSuite, type Setting } from './suite.ts';

const cpu: Setting = { device: 'cpu', factor: 1 };

goldenSuite('ops', 221, opsAdapter, cpu);
