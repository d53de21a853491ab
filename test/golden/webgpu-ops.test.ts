// Golden cases on WebGPU: single operations, layers, optimizers and losses.
import { onWebGPU } from './shards.ts';

onWebGPU('ops', 'second_order', 'nn', 'optim');
