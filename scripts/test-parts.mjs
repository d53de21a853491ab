// Which tests need a GPU. Two rules, by name, so that nobody keeps a list:
//
//   files     that compute on WebGPU have webgpu in their path or choose the device 'webgpu';
//             files below test/browser need a Chromium
//   tests     in other files that need an adapter have webgpu in their name, in any case
//
// `npm test -- --no-gpu` hides every Vulkan driver, so a test that breaks a rule fails there.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const testFiles = (root) =>
  readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .sort();

const textOf = (root, file) => readFileSync(join(root, file), 'utf8');

/** Test files that compute on WebGPU, relative to `root`. */
export function gpuTests(root) {
  return testFiles(root).filter(
    (file) => /webgpu/.test(file) || /['"]webgpu['"]/.test(textOf(root, file)),
  );
}

/**
 * Test files that need a process of their own: what computes on WebGPU (devices pile up), watches memory or
 * counts, fails on purpose, replaces modules or defines operations. The others share two processes.
 */
export function testsAlone(root) {
  const gpu = new Set(gpuTests(root));
  return testFiles(root).filter(
    (file) =>
      gpu.has(file) ||
      /^test\/(browser|cpu|engine|fuzz|peak-memory)/.test(file) ||
      /\bvi\.(mock|stub)|\bdefineOp\b/.test(textOf(root, file)),
  );
}

/** Arguments and environment of a run that has no adapter. */
export const withoutGpu = {
  kind: 'none',
  env: { VK_DRIVER_FILES: '/dev/null', VK_ICD_FILENAMES: '/dev/null' },
  arguments: [
    ...['**/webgpu/**', '**/webgpu*', 'test/browser/**'].map((files) => `--exclude=${files}`),
    '--testNamePattern=^(?!.*[Ww][Ee][Bb][Gg][Pp][Uu])',
  ],
};
