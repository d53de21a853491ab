// The peers are written for browsers and look at `navigator`: this makes one for Node, with Dawn's
// WebGPU for the variant `webgpu`.
import { pathToFileURL } from 'node:url';

/** Puts a `navigator` (and WebGPU's constants) in place before a peer is loaded. */
export async function navigatorFor(variant, require) {
  const navigator = { hardwareConcurrency: 1, userAgent: 'node', platform: process.platform };
  if (variant === 'webgpu') {
    const { create, globals } = await import(pathToFileURL(require.resolve('webgpu')).href);
    Object.assign(globalThis, globals);
    navigator.gpu = create([]);
  }
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}
