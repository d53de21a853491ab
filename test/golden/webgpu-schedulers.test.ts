// Golden cases on WebGPU: samplers, whose every step is a pipeline of its own.
import { onWebGPU } from './shards.ts';

onWebGPU('schedulers');
