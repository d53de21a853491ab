// Every golden case on the CPU, in f32 and within the manifest's tolerances.
import { nnAdapter } from './adapters/nn.ts';
import { opsAdapter } from './adapters/ops.ts';
import { optimAdapter } from './adapters/optim.ts';
import { secondOrderAdapter } from './adapters/second-order.ts';
import { goldenSuite, type Setting } from './suite.ts';

const cpu: Setting = { device: 'cpu', factor: 1 };

goldenSuite('ops', 221, opsAdapter, cpu);
goldenSuite('second_order', 15, secondOrderAdapter, cpu);
goldenSuite('nn', 17, nnAdapter, cpu);
goldenSuite('optim', 17, optimAdapter, cpu);
