// wgrad as an engine of the benchmark:  node wgrad.mjs <cpu|webgpu> <bundle of the library>
// The library is loaded from a bundle as users get it, so cold start and memory are theirs, and two
// builds can be measured against each other in one run.
import { pathToFileURL } from 'node:url';
import { serve } from './serve.ts';
import { type Library, workloadsOf } from './wgrad-workloads.ts';

const [, , device, library] = process.argv;

await serve(async () => {
  const wgrad: Library = await import(pathToFileURL(library).href);
  await wgrad.useDevice(device as 'cpu' | 'webgpu');
  const workload = workloadsOf(wgrad);
  return { version: 'wgrad', workload };
});
