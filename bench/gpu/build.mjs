// Bundles the GPU benchmark and the library into one file that needs Node and the package `webgpu`:
//   node bench/gpu/build.mjs [FILE]        default out/gpu-bench.mjs
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const outfile = resolve(process.argv[2] ?? join(root, 'out', 'gpu-bench.mjs'));

await build({
  absWorkingDir: root,
  entryPoints: ['bench/gpu/main.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  loader: { '.py': 'text' },
  logLevel: 'warning',
});
console.log(outfile);
