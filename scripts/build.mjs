#!/usr/bin/env node
// Builds dist/: one ESM bundle with two entries (library and command) that share chunks, and the
// declarations. Packages stay outside the bundle, and the library entry runs in browsers too: see
// bundle.mjs.

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

async function files() {
  // loaded late: an installation without development dependencies has no esbuild
  const { bundle, withInterpreterLine } = await import('./bundle.mjs');
  await bundle('dist');
  if (existsSync('dist/cli.js')) {
    withInterpreterLine('dist/cli.js');
    chmodSync('dist/cli.js', 0o755);
  }
}

/** By TypeScript 7, whose compiler takes a quarter of the time; TypeDoc and tests need the API of 5. */
function declarations() {
  return new Promise((resolve, reject) => {
    const args = ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.build.json'];
    spawn(process.execPath, args, { stdio: 'inherit' }).on('close', (code) =>
      code === 0 ? resolve() : reject(new Error('the declarations were not written (tsc failed)')),
    );
  });
}

function isFresh() {
  const stamp = 'dist/types/index.d.ts'; // written last
  if (!existsSync(stamp) || !existsSync('dist/cli.js')) return false;
  const built = statSync(stamp).mtimeMs;
  const sources = readdirSync('src', { recursive: true }).map((name) => join('src', String(name)));
  return [...sources, 'package.json', 'scripts/bundle.mjs'].every(
    (file) => statSync(file).mtimeMs < built,
  );
}

if (!existsSync('node_modules/esbuild')) {
  // `npm ci --omit=dev` runs `prepare` as well; a dist/ that is there already is good enough then.
  const built = existsSync('dist/index.js');
  console.error(`build skipped: esbuild is not installed${built ? '' : ', and there is no dist/'}`);
  process.exit(built ? 0 : 1);
}
if (!existsSync('src/index.ts')) {
  console.error('build skipped: there is no src/ to build yet');
  process.exit(0);
}
// npm runs `prepare` at odd times too (the first `npx wgrad` in a checkout): a dist/ that is newer
// than every source stays, lest a running `wgrad train` lose its chunks.
const ifStale =
  process.env.npm_lifecycle_event === 'prepare' || process.argv.includes('--if-stale');
if (ifStale && isFresh()) process.exit(0);
rmSync('dist', { recursive: true, force: true });
try {
  await Promise.all([files(), declarations()]);
} catch (error) {
  rmSync('dist', { recursive: true, force: true }); // half a dist/ would look fresh
  console.error(`build failed: ${error.message}`);
  process.exit(1);
}
