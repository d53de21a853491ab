// Golden cases on WebGPU: operations, layers, optimizers, losses, metrics.
import { onWebGPU } from './shards.ts';

onWebGPU('ops', 'second_order', 'nn', 'optim', 'losses', 'metrics');
