// Which tests need a GPU. Two rules, by name, so that nobody keeps a list:
//
//   files     that compute on WebGPU have webgpu in their path or choose the device 'webgpu';
//             files below test/browser need a Chromium
//   tests     in other files that need an adapter have webgpu in their name, in any case
//
// `npm test -- --no-gpu` hides every Vulkan driver, so a test that breaks a rule fails there.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Test files that compute on WebGPU, relative to `root`. */
export function gpuTests(root) {
  return readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => join(root, 'test', file))
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => /webgpu/.test(relative(root, file)) || choosesWebGPU(file))
    .map((file) => relative(root, file))
    .sort();
}

const choosesWebGPU = (file) => /['"]webgpu['"]/.test(readFileSync(file, 'utf8'));

/** Arguments and environment of a run that has no adapter. */
export const withoutGpu = {
  kind: 'none',
  env: { VK_DRIVER_FILES: '/dev/null', VK_ICD_FILENAMES: '/dev/null' },
  arguments: [
    ...['**/webgpu/**', '**/webgpu*', 'test/browser/**'].map((files) => `--exclude=${files}`),
    '--testNamePattern=^(?!.*[Ww][Ee][Bb][Gg][Pp][Uu])',
  ],
};
