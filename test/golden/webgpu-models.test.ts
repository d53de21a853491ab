// Golden cases on WebGPU: published models and their training.
import { onWebGPU } from './shards.ts';

onWebGPU('diffusers_models', 'clip', 'clip_tokenizer', 'point_e', 'integration');
