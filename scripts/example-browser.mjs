#!/usr/bin/env node
// Bundles and serves examples/browser; every reload bundles the sources anew:
//
//   node scripts/example-browser.mjs [port]        default 8000
//
// The root of the project is served, so that the page finds weights/ and data/.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = 'examples/browser';
const wanted = Number(process.argv[2] ?? 8000);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  console.error(`the port is a number from 0 to 65535, not ${process.argv[2]}`);
  process.exit(2);
}

const build = await context({
  absWorkingDir: root,
  entryPoints: [`${folder}/main.ts`],
  outdir: folder, // served from memory, never written
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  sourcemap: 'inline',
  // reached by dynamic import() in Node alone
  external: ['node:*', 'sharp', 'pngjs', 'webgpu'],
  logLevel: 'warning',
});
try {
  const { port } = await build.serve({ servedir: root, host: '127.0.0.1', port: wanted });
  console.log(`http://127.0.0.1:${port}/${folder}/  (Ctrl-C ends it)`);
} catch (error) {
  console.error(`port ${wanted} cannot be used: ${error.message}; give another one`);
  process.exit(1);
}
